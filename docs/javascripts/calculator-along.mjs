// Tables of results that follow a list of names: a line for each creator, in the order of one of the columns.

import { setText } from "./element-text.mjs";
import { formatNumber } from "./number-format.mjs";
import { word } from "./words.mjs";

const MISSING = "–";

/** The values of the last answer, by table: what a sort goes by. */
const shown = new WeakMap();

/** Make every head a button that sorts. */
export function makeAlongSortable(element) {
  for (const head of element.querySelectorAll("[data-along-column]")) {
    if (head.querySelector("button")) continue;
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "g-sort", textContent: head.textContent });
    button.dataset.action = "along";
    head.replaceChildren(button);
  }
}

/** Show the lines that an answer gives, in Python's order. */
export function showAlong(element, results) {
  for (const table of element.querySelectorAll("[data-along]")) {
    const columns = JSON.parse(table.dataset.columns);
    const names = results[table.dataset.along] ?? [];
    const lines = names.map((name, index) => lineOf(element, name, index, columns, results));
    shown.set(table, lines);
    for (const head of table.querySelectorAll("[aria-sort]")) head.removeAttribute("aria-sort");
    table.tBodies[0].replaceChildren(...lines.map(({ row }) => row));
  }
}

/** Put the lines into the order of a column, the other way round the second time; what is missing comes last. */
export function sortAlong(head) {
  const table = head.closest("table");
  const column = head.dataset.alongColumn;
  const descending = head.getAttribute("aria-sort") === "ascending";
  const lines = shown.get(table) ?? [];
  const known = lines.filter(({ values }) => values[column] !== null);
  known.sort((one, other) => compared(one.values[column], other.values[column]) * (descending ? -1 : 1));
  const missing = lines.filter(({ values }) => values[column] === null);
  table.tBodies[0].append(...[...known, ...missing].map(({ row }) => row));
  for (const each of table.querySelectorAll("[aria-sort]")) each.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", descending ? "descending" : "ascending");
}

function lineOf(element, name, index, columns, results) {
  const row = document.createElement("tr");
  const head = document.createElement("th");
  head.scope = "row";
  setText(head, name);
  row.append(head, ...columns.map((column) => cellOf(element, index, column, results)));
  const values = Object.fromEntries(columns.map((column) => [column.name, results[column.name]?.[index] ?? null]));
  return { row, values: { "": name, ...values } };
}

function cellOf(element, index, column, results) {
  const write = (name) => written(element, results[name]?.[index] ?? null, column);
  const [value, range] = [document.createElement("span"), document.createElement("span")];
  const [low, high] = column.ends.map(write);
  setText(value, write(column.name));
  range.className = "g-along__range";
  setText(range, !low || low === MISSING || high === MISSING ? "" : `${low} ${word("to")} ${high}`);
  const cell = document.createElement("td");
  cell.append(value, " ", range);
  return cell;
}

function written(element, value, { unit, digits }) {
  if (typeof value === "string") return value;
  return value === null ? MISSING : formatNumber(value, unit, digits, element.dataset);
}

function compared(one, other) {
  return typeof one === "string" ? one.localeCompare(other) : one - other;
}
