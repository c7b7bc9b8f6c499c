// The table of rows: rows come and go, cells are pasted, columns unfold. Cells are texts; Python reads them.

import { setText } from "./element-text.mjs";

const FEWEST_ROWS = 3;

/** The cells of one row, in the order of the columns. */
export function cellsOf(row) {
  return [...row.querySelectorAll("td[data-column]")].map((cell) => ({
    column: cell.dataset.column,
    input: cell.firstElementChild,
    hidden: cell.hidden,
  }));
}

/** Every row of the table. */
export function rowsOf(element) {
  return [...element.querySelectorAll(".g-rows tbody tr")];
}

/** The first cell in view. */
export function firstCell(element) {
  return rowsOf(element)[0].querySelector("td:not([hidden]) input");
}

/** The rows up to the last one that holds anything, so that Python counts them as the reader does. */
export function filledRows(element) {
  const rows = rowsOf(element);
  const last = rows.findLastIndex((row) => cellsOf(row).some(({ input }) => input.value.trim()));
  return rows.slice(0, last + 1);
}

/** Put texts into the table, which becomes as long as needed. */
export function fillRows(element, rows) {
  const table = rowsOf(element);
  if (table.length === 0) return;
  const count = Math.max(FEWEST_ROWS, rows.length);
  for (const row of table.slice(count)) row.remove();
  for (let length = table.length; length < count; length += 1) addRow(element);
  rowsOf(element).forEach((row, index) => {
    for (const { column, input } of cellsOf(row)) input.value = rows[index]?.[column] ?? "";
  });
}

/** One more row, empty, at the end. */
export function addRow(element) {
  const last = rowsOf(element).at(-1);
  const row = last.cloneNode(true);
  setText(row.querySelector(".g-rows__result"), "");
  for (const { input } of cellsOf(row)) {
    input.value = "";
    input.removeAttribute("value");
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
  last.after(row);
  number(element);
  return row;
}

/** Take a row away, or empty it when it is the last one; the focus goes to the row in its place. */
export function removeRow(element, row) {
  const rows = rowsOf(element);
  const place = rows.indexOf(row);
  if (rows.length === 1) for (const { input } of cellsOf(row)) input.value = "";
  else row.remove();
  number(element);
  rowsOf(element).at(Math.min(place, rows.length - 2))?.querySelector("button").focus();
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

/** Say which folded columns hold numbers, since these count as well. */
export function nameFolded(element) {
  const note = element.querySelector("[data-also]");
  if (!note) return;
  const filled = filledRows(element).flatMap(cellsOf).filter(({ input, hidden }) => hidden && input.value.trim());
  const names = [...new Set(filled.map(({ column }) => column))];
  const heads = names.map((name) => element.querySelector(`thead [data-column="${CSS.escape(name)}"]`).textContent);
  note.hidden = heads.length === 0;
  setText(note.querySelector("span"), heads.join(", "));
}

/**
 * Spread copied cells over the table from one cell on, over the columns in view; the texts stay as they are.
 * @returns {boolean} whether there was more than one cell
 */
export function pasteCells(element, input, text) {
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/).map((line) => line.split("\t"));
  if (lines.length === 1 && lines[0].length === 1) return false;
  const first = rowsOf(element).indexOf(input.closest("tr"));
  const inView = (row) => cellsOf(row).filter(({ hidden }) => !hidden);
  const column = inView(input.closest("tr")).findIndex((cell) => cell.input === input);
  lines.forEach((texts, down) => {
    const cells = inView(rowsOf(element)[first + down] ?? addRow(element));
    texts.forEach((each, right) => {
      if (cells[column + right]) cells[column + right].input.value = each.trim();
    });
  });
  return true;
}

/** Whether a copied table may name its columns: a cell of its first line has letters and no digit. */
export function mayNameColumns(text) {
  const [first, second] = text.split(/\r?\n/, 2);
  return Boolean(second?.trim()) && first.split(/[\t;,]/).some((cell) => /\p{L}/u.test(cell) && !/\d/.test(cell));
}

/** Rows are counted from 1; names for people who don't see the table end with that number. */
function number(element) {
  rowsOf(element).forEach((row, index) => {
    setText(row.querySelector("th"), index + 1);
    for (const named of row.querySelectorAll("[aria-label]")) {
      named.setAttribute("aria-label", named.getAttribute("aria-label").replace(/\d+$/, index + 1));
    }
  });
}
