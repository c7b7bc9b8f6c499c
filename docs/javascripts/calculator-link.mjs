// A link that holds the numbers. They stand behind the #, which no browser sends to a host; nothing is stored.

const LONGEST_TEXT = 2000;

/** A longer table doesn't fit into an address that every program takes. */
export const MOST_ROWS = 500;
const ROW = "row.";

/**
 * The part behind the # for a question: `calculator=x&mode=rows&flour=1%2C500&row.water=640,585`.
 * @param {string} calculator
 * @param {import("./calculator-question.mjs").Question} question
 */
export function toFragment(calculator, { mode, texts, rows }) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const parts = [
    ["calculator", calculator],
    ["mode", mode],
    ...Object.entries(texts).map(([name, text]) => [name, encodeURIComponent(text)]),
    ...columns.map((name) => [ROW + name, rows.map((row) => encodeURIComponent(row[name] ?? "")).join(",")]),
  ];
  return parts.map((part) => part.join("=")).join("&");
}

/**
 * The question in a fragment, or null when it holds none for this calculator. Only texts are taken from it.
 * @returns {import("./calculator-question.mjs").Question | null}
 */
export function fromFragment(calculator, fragment) {
  const parts = new Map(fragment.replace(/^#/, "").split("&").map((part) => part.split("=", 2)));
  if (parts.get("calculator") !== calculator) return null;
  const question = { mode: parts.get("mode") === "rows" ? "rows" : "single", texts: {}, rows: [] };
  for (const [name, text = ""] of parts) {
    if (name.startsWith(ROW)) text.split(",").slice(0, MOST_ROWS).forEach(addTo(question.rows, name.slice(ROW.length)));
    else if (name !== "calculator" && name !== "mode") question.texts[name] = decoded(text);
  }
  return question;
}

function addTo(rows, column) {
  return (text, index) => {
    for (let length = rows.length; length <= index; length += 1) rows.push({});
    if (text) rows[index][column] = decoded(text);
  };
}

function decoded(text) {
  try {
    return decodeURIComponent(text).slice(0, LONGEST_TEXT);
  } catch {
    return text.slice(0, LONGEST_TEXT);
  }
}
