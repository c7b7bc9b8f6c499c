// Whether two interpreters gave the same answer.

const TOLERANCE = 1e-12;

/**
 * The names of the results that differ, and of other parts of the answer (“problems”, “read”, …) where their words do.
 * Numbers may differ by 1e-12: the C libraries of two interpreters round some functions otherwise in the last bit.
 * @returns {string[]}
 */
export function differences({ results: quick, ...quickRest }, { results: full, ...fullRest }) {
  const names = [...new Set([...Object.keys(quick), ...Object.keys(full)])];
  const parts = [...new Set([...Object.keys(quickRest), ...Object.keys(fullRest)])];
  const different = names.filter((name) => !same(quick[name], full[name]));
  return [...different, ...parts.filter((part) => !same(quickRest[part], fullRest[part]))];
}

function same(one, other) {
  if (typeof one === "number" && typeof other === "number") {
    return Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
  }
  if (one === null || other === null || typeof one !== "object" || typeof other !== "object") return one === other;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => same(one[key], other[key]));
}
