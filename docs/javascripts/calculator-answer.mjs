// An answer from Python, put into the page as text.

import { filledRows } from "./calculator-question.mjs";
import { formatNumber } from "./number-format.mjs";

/** Show results, notes and refusals. After a refusal the last results stay, marked as not for these numbers. */
export function showAnswer(element, answer) {
  const refusals = answer.problems.filter((problem) => problem.level === "refusal");
  element.toggleAttribute("data-refused", refusals.length > 0);
  showReadings(element, answer.read);
  showProblems(element, answer.problems);
  if (refusals.length > 0) return;
  showResults(element, answer.results);
  showHeadline(element, answer.results);
}

function showResults(element, results) {
  for (const output of element.querySelectorAll("[data-result]")) {
    const value = results[output.dataset.result];
    const defined = typeof value === "number";
    output.textContent = defined ? written(element, output, value) : "";
    output.closest("[data-row]").hidden = !defined;
  }
  for (const copy of element.querySelectorAll("[data-copy]")) {
    copy.textContent = outputOf(element, copy.dataset.copy)?.textContent || "–";
  }
  showList(element, results);
}

function showList(element, results) {
  const lists = [...element.querySelectorAll("[data-list]")];
  const list = lists.find((each) => Array.isArray(results[each.dataset.list]));
  const rows = filledRows(element);
  for (const output of element.querySelectorAll(".g-rows__result output")) output.textContent = "";
  rows.forEach((row, index) => {
    const value = list && results[list.dataset.list][index];
    row.querySelector("output").textContent = typeof value === "number" ? written(element, list, value) : "–";
  });
}

function showHeadline(element, results) {
  const value = element.querySelector("[data-answer=value]");
  const candidates = value.dataset.candidates.split(" ");
  const name = candidates.find((each) => typeof results[each] === "number") ?? candidates[0];
  const output = outputOf(element, name);
  for (const place of [value, element.querySelector("[data-answer=copy]")]) {
    place.textContent = output.textContent || "–";
  }
  element.querySelector("[data-answer=label]").textContent = output.dataset.label;
  element.querySelector("[data-answer=text]").textContent = output.textContent
    ? output.dataset.text
    : output.dataset.undefined;
}

function showProblems(element, problems) {
  const general = [];
  for (const input of element.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
  for (const { field, row, level, text } of problems) {
    const input = level === "refusal" ? inputOf(element, field, row) : null;
    input?.setAttribute("aria-invalid", "true");
    const note = input?.closest(".g-field")?.querySelector(".g-field__note");
    if (note) note.textContent = text;
    else general.push([level, row ? `Row ${row}: ${text}` : text]);
  }
  const items = general.map(([level, text]) => {
    const item = document.createElement("li");
    item.className = level === "refusal" ? "g-notes__refusal" : "";
    item.textContent = text;
    return item;
  });
  element.querySelector("[data-notes]").replaceChildren(...items);
}

function showReadings(element, read) {
  for (const note of element.querySelectorAll(".g-field__note")) note.textContent = "";
  const rows = [];
  for (const { field, row, text } of read) {
    const note = row ? null : inputOf(element, field, null)?.closest(".g-field")?.querySelector(".g-field__note");
    if (note) note.textContent = text;
    else rows.push(`Row ${row}, ${field}: ${text}.`);
  }
  const help = element.querySelector(".g-rows__note");
  if (help) help.textContent = rows.join(" ");
}

function inputOf(element, field, row) {
  if (!field) return null;
  if (!row) return element.querySelector(`.g-field input[name="${CSS.escape(field)}"]`);
  return filledRows(element)[row - 1]?.querySelector(`[data-column="${CSS.escape(field)}"] input`) ?? null;
}

function outputOf(element, name) {
  return element.querySelector(`[data-result="${CSS.escape(name)}"]`);
}

function written(element, output, value) {
  return formatNumber(value, output.dataset.unit, Number(output.dataset.digits), element.dataset);
}
