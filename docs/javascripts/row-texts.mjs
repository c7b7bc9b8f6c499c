// One row of the table: its cells on the page, and its texts by column.

import { setText } from "./element-text.mjs";

/** @typedef {Record<string, string>} Row texts by column; those under `KEPT` names are not asked, and saved again */

/** Columns of a pasted table that the calculator doesn't know begin with this. */
export const KEPT = "?";

/** The cells of one line, in the order of the columns. */
export function cellsOf(line) {
  if (!line) return [];
  return [...line.querySelectorAll("td[data-column]")].map((cell) => ({
    column: cell.dataset.column,
    input: cell.firstElementChild,
    hidden: cell.hidden,
  }));
}

/** What stands in a line's cells, without the empty ones. */
export function textsOf(line) {
  const filled = cellsOf(line).filter(({ input }) => input.value.trim());
  return Object.fromEntries(filled.map(({ column, input }) => [column, input.value]));
}

/** A row's texts without what is not asked. */
export function askedOf(row) {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith(KEPT)));
}

/** What is not asked. */
export function kept(row) {
  return Object.fromEntries(Object.entries(row ?? {}).filter(([name]) => name.startsWith(KEPT)));
}

/** Copied texts by the names of the columns they go to. */
export function named(names, texts) {
  return Object.fromEntries(names.slice(0, texts.length).map((name, index) => [name, texts[index].trim()]));
}

/** Whether a row holds anything. */
export function isFilled(row) {
  return Object.values(row ?? {}).some((text) => text.trim());
}

/** Put a row's texts into a line, without the marks of those before. */
export function writeTexts(line, row) {
  for (const { column, input } of cellsOf(line)) {
    const text = row[column] ?? "";
    if (input.value !== text) input.value = text;
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
}

/** Rows are counted from 1; names for people who don't see the table end with that number. */
export function numberLine(line, number) {
  setText(line.querySelector("th"), number);
  for (const each of line.querySelectorAll("[aria-label]")) {
    each.setAttribute("aria-label", each.getAttribute("aria-label").replace(/\d+$/, number));
  }
}

/** Where the window of so many rows begins that holds a row. */
export function windowOf(place, size) {
  return Math.max(0, Math.floor(place / size) * size);
}
