// What Python refused, noted or read in a special way, tied to the field it is about.

import { fieldOf } from "./calculator-question.mjs";
import { setText } from "./element-text.mjs";
import { tableOf } from "./row-table.mjs";
import { sentence, word } from "./words.mjs";

const MOST_ROW_NOTES = 20;

/**
 * Show readings ("read as 12,500"), refusals and notes; those of the last answer go.
 * @param {HTMLElement} element
 * @param {{ problems: { level: string, field: string | null, row: number | null, text: string }[],
 *           read: { field: string, row: number | null, text: string }[] }} answer
 * @returns {string[]} the refusals in words
 */
export function showProblems(element, { problems, read }) {
  const refusals = problems.filter(({ level }) => level === "refusal");
  clear(element, new Set([...refusals, ...read].filter(({ row }) => !row).map(({ field }) => field)));
  const notes = problems.filter(({ level }) => level !== "refusal");
  for (const reading of read) show(element, reading, false);
  for (const refusal of refusals) show(element, refusal, true);
  if (refusals.length === 0) list(element, notes);
  return refusals.map(sentence);
}

/** Take the last answer's messages away, but those in fields that get another one. */
function clear(element, fields) {
  for (const input of element.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
  for (const input of element.querySelectorAll(".g-rows [aria-describedby]")) input.removeAttribute("aria-describedby");
  for (const field of element.querySelectorAll(".g-field")) {
    if (!fields.has(field.querySelector(".g-field__input").name)) setText(field.querySelector(".g-field__note"), "");
  }
  element.querySelector("[data-row-notes]")?.replaceChildren();
}

function show(element, problem, refused) {
  const { field, row } = problem;
  const text = sentence(problem);
  if (row) showInRow(element, field, row, text, refused);
  else if (field && fieldOf(element, field)) showInField(fieldOf(element, field), text, refused);
  else list(element, [{ level: "refusal", text }]);
}

function showInField(field, text, refused) {
  if (refused) field.querySelector(".g-field__input").setAttribute("aria-invalid", "true");
  setText(field.querySelector(".g-field__note"), text);
  const group = field.closest("details");
  if (group && refused) group.open = true;
}

/** Messages of rows stand below the table, each tied to its cell; very many of them are counted. */
function showInRow(element, column, row, text, refused) {
  const notes = element.querySelector("[data-row-notes]");
  const cell = tableOf(element).cell(row - 1, column);
  if (refused && cell) markInvalid(element, cell);
  if (notes.children.length >= MOST_ROW_NOTES) {
    countAnother(notes);
    return;
  }
  const item = listed(`${cell?.getAttribute("aria-label") ?? word("Row {row}", { row })}: ${text}`, refused);
  item.id = `${element.querySelector("form").id}-row-${row}-${column}`;
  if (!cell) item.append(" ", goTo(row, column));
  notes.append(item);
  cell?.setAttribute("aria-describedby", item.id);
}

/** A column that is folded away comes to light. */
function markInvalid(element, cell) {
  cell.setAttribute("aria-invalid", "true");
  if (cell.closest("td").hidden) element.querySelector("[data-action=columns]").click();
}

function countAnother(notes) {
  if (!notes.lastChild.dataset.count) notes.append(document.createElement("li"));
  const item = notes.lastChild;
  item.dataset.count = Number(item.dataset.count ?? 0) + 1;
  setText(item, word("And {count} more like these.", { count: item.dataset.count }));
}

/** The way to a row that is not in view. */
function goTo(row, column) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "g-button", textContent: word("Show it") });
  Object.assign(button.dataset, { action: "row", row, column });
  return button;
}

function list(element, notes) {
  const items = notes.map((note) => listed(sentence(note), note.level === "refusal"));
  const shown = element.querySelector("[data-notes]");
  const same = shown.children.length === items.length && items.every((item, index) => item.isEqualNode(shown.children[index]));
  if (!same) shown.replaceChildren(...items);
}

function listed(text, refused) {
  const item = document.createElement("li");
  if (refused) item.className = "g-notes__refusal";
  setText(item, text);
  return item;
}
