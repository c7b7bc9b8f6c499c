// What stands in a form, as texts: the question to Python, and the way back into the form. Nothing is interpreted here.

import { tableOf } from "./row-table.mjs";
import { askedOf } from "./row-texts.mjs";

/** @typedef {{ mode: "rows" | "single", texts: Record<string, string>, rows: Record<string, string>[] }} Question */

/** `rows` or `single`: what is chosen, or the only one there is. */
export function modeOf(element) {
  return element.querySelector("input[name=mode]:checked")?.value ?? (tableOf(element) ? "rows" : "single");
}

/**
 * Everything that is typed, also what the mode hides.
 * @returns {Question}
 */
export function typedIn(element) {
  const inputs = [...element.querySelectorAll(".g-field__input")].filter((input) => input.value.trim());
  const texts = Object.fromEntries(inputs.map((input) => [input.name, input.value]));
  return { mode: modeOf(element), texts, rows: tableOf(element)?.filled ?? [] };
}

/**
 * What is asked: in the mode with a table its rows and the fields beside it, in the other one the fields alone.
 * @returns {Question}
 */
export function asked(element) {
  const { mode, texts, rows } = typedIn(element);
  if (mode === "single") return { mode, texts, rows: [] };
  const shared = Object.entries(texts).filter(([name]) => fieldOf(element, name).dataset.shared === "true");
  return { mode, texts: Object.fromEntries(shared), rows: rows.map(askedOf) };
}

/** Put a question into the form; what it doesn't name becomes empty. */
export function fillForm(element, { mode, texts, rows }) {
  const choice = element.querySelector(`input[name=mode][value=${mode}]`);
  if (choice) choice.checked = true;
  for (const input of element.querySelectorAll(".g-field__input")) input.value = texts[input.name] ?? "";
  tableOf(element)?.fill(rows);
}

/** Show the fields and the table that belong to the chosen mode; the others keep what is in them. */
export function showMode(element) {
  const single = modeOf(element) === "single";
  element.dataset.mode = single ? "single" : "rows";
  const table = element.querySelector(".g-rows");
  if (table) table.hidden = single;
  for (const field of element.querySelectorAll(".g-field")) field.hidden = !single && field.dataset.shared !== "true";
  for (const group of element.querySelectorAll(".g-group")) group.hidden = !group.querySelector(".g-field:not([hidden])");
}

/** Whether anything differs from what the page came with, as after a reload that kept the fields. */
export function isChanged(element) {
  const inputs = [...element.querySelectorAll("input[type=text], textarea")];
  const choices = [...element.querySelectorAll("input[type=radio]")];
  const options = [...element.querySelectorAll("form option")];
  return (
    inputs.some((each) => each.value !== each.defaultValue) ||
    choices.some((each) => each.checked !== each.defaultChecked) ||
    options.some((each) => each.selected !== (each.defaultSelected || (each.index === 0 && !each.parentElement.querySelector("[selected]"))))
  );
}

/** The field around an input, by the input's name. */
export function fieldOf(element, name) {
  return element.querySelector(`.g-field__input[name="${CSS.escape(name)}"]`)?.closest(".g-field") ?? null;
}
