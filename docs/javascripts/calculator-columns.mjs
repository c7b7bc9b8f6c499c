// The columns of the table: folded or not, in order of one of them, and what a copied table may name.

import { client } from "./calculator-client.mjs";
import { setText } from "./element-text.mjs";
import { tableOf } from "./row-table.mjs";
import { askedOf } from "./row-texts.mjs";

/** Make every head of a column a button that puts the rows in its order. */
export function makeSortable(element) {
  for (const head of tableOf(element)?.heads ?? []) {
    if (head.querySelector("button")) continue;
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "g-sort", textContent: head.textContent });
    button.dataset.action = "sort";
    head.replaceChildren(button);
  }
}

/** Sort the rows by a column, the other way round the second time; Python reads the texts. Blank cells come last. */
export async function sortRows(element, head) {
  const table = tableOf(element);
  const { calculator, language } = element.dataset;
  const descending = head.getAttribute("aria-sort") === "ascending";
  const rows = table.filled.map(askedOf);
  const answer = await client.ask({ calculator, language, rows, order: head.dataset.column });
  if (!answer) return false;
  const { filled, blank } = JSON.parse(answer.json);
  table.reorder([...(descending ? filled.reverse() : filled), ...blank]);
  for (const each of table.heads) each.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", descending ? "descending" : "ascending");
  return true;
}

/** Unfold the columns that are shown on request, or fold them again. */
export function toggleColumns(element, button) {
  const shown = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(shown));
  for (const cell of element.querySelectorAll("[data-column]")) {
    if (shown && cell.hidden) cell.dataset.folded = "";
    if ("folded" in cell.dataset) cell.hidden = !shown;
  }
  nameFolded(element);
}

/** Say which folded columns hold something, since these count as well. */
export function nameFolded(element) {
  const note = element.querySelector("[data-also]");
  if (!note) return;
  const table = tableOf(element);
  const filled = new Set(table.filled.flatMap((row) => Object.keys(row).filter((name) => row[name].trim())));
  const names = table.heads.filter((head) => head.hidden && filled.has(head.dataset.column)).map((head) => head.textContent);
  note.hidden = names.length === 0;
  setText(note.querySelector("span"), names.join(", "));
}

/** Whether a copied table may name its columns: a cell of its first line has letters and no digit. */
export function mayNameColumns(text) {
  const [first, second] = text.split(/\r?\n/, 2);
  return Boolean(second?.trim()) && first.split(/[\t;,]/).some((cell) => /\p{L}/u.test(cell) && !/\d/.test(cell));
}
