// Published figures beside the answer: all on one scale from zero, which grows with the answer.

import { setText } from "./element-text.mjs";

const AIR = 1.06;

/** Put the answer among the published figures; nothing where a calculator has none. */
export function showPublished(element, { results }) {
  const table = element.querySelector("[data-published]");
  if (!table) return;
  const name = table.dataset.published;
  const [own, ...lines] = table.tBodies[0].rows;
  const published = lines.map((line) => Number(line.dataset.number));
  const answer = results[name];
  const high = Math.max(...published, answer ?? 0) * AIR || 1;
  const [low, up] = ["low", "high"].map((end) => results[`${name}_${end}`]);
  const known = typeof low === "number" && typeof up === "number";
  place(own.querySelector("circle"), { cx: answer ?? 0 }, high).setAttribute("visibility", answer === null ? "hidden" : "inherit");
  place(own.querySelector("rect"), known ? { x: low, width: Math.min(up, high) - low } : { x: 0, width: 0 }, high);
  lines.forEach((line, index) => place(line.querySelector("svg > svg"), { x: published[index] }, high));
  setText(own.querySelector("[data-own-value]"), textOf(element, name));
}

function place(shape, numbers, high) {
  for (const [name, number] of Object.entries(numbers)) shape.setAttribute(name, `${((number / high) * 100).toFixed(2)}%`);
  return shape;
}

function textOf(element, name) {
  return element.querySelector(`[data-result="${CSS.escape(name)}"]`).textContent || "–";
}
