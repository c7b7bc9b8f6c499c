// An answer from Python, put into the page as text.

import { showAlong } from "./calculator-along.mjs";
import { showPublished } from "./calculator-published.mjs";
import { showSlope } from "./calculator-slope.mjs";
import { showStrip } from "./calculator-strip.mjs";
import { setText } from "./element-text.mjs";
import { formatNumber } from "./number-format.mjs";
import { tableOf } from "./row-table.mjs";
import { word } from "./words.mjs";

/**
 * Show every result of an answer, and how it comes about.
 * @param {HTMLElement} element
 * @param {{ results: Record<string, number | string | (number | null)[] | string[] | null>, workings: object, strip: object, slope: object }} answered
 */
export function showResults(element, answered) {
  const { results, workings } = answered;
  for (const output of element.querySelectorAll("[data-result]")) showResult(element, output, results);
  for (const row of element.querySelectorAll("[data-row]")) showLine(row);
  for (const range of element.querySelectorAll("[data-range]")) range.hidden = !range.querySelector("output").textContent;
  for (const copy of element.querySelectorAll("[data-copy]")) {
    const output = outputOf(element, copy.dataset.copy);
    setText(copy.querySelector(".g-beside__value"), output.textContent || "–");
    setText(copy.querySelector(".g-beside__range"), intervalOf(output));
    setText(copy.querySelector(".g-beside__text"), meaning(output));
  }
  for (const place of element.querySelectorAll("[data-working]")) {
    setText(place, workingOf(element, place.dataset.working, workings));
  }
  showAlong(element, results);
  showStrip(element, answered);
  showSlope(element, answered);
  showPublished(element, answered);
  const answer = showAnswer(element, results);
  const working = element.querySelector("[data-answer=working]");
  setText(working, workingOf(element, answer.dataset.result, workings));
  working.hidden = !working.textContent;
  showRowResults(element, answer.dataset.result, results);
}

/** The large answer as one sentence, for people who don't see it. */
export function spokenAnswer(element) {
  const parts = ["label", "value", "text"].map((part) => element.querySelector(`[data-answer=${part}]`).textContent);
  return `${parts[0]}: ${parts[1]}, ${parts[2]}`;
}

function showResult(element, output, results) {
  const value = results[output.dataset.result];
  if (Array.isArray(value) && ["rows", "text"].includes(output.dataset.unit)) setText(output, value.join(", ") || word("none"));
  else if (typeof value === "string") setText(output, output.dataset.texts ? word(value) : value);
  else setText(output, typeof value === "number" ? written(element, value, output.dataset) : "");
}

/** A line without any number says what is needed. */
function showLine(row) {
  const defined = [...row.querySelectorAll("[data-result]")].some((output) => output.textContent);
  for (const cell of row.querySelectorAll("[data-cell]")) cell.hidden = !defined;
  row.querySelector("[data-undefined-cell]").hidden = defined;
}

/** The first defined result of those that may be the answer. */
function showAnswer(element, results) {
  const value = element.querySelector("[data-answer=value]");
  const outputs = value.dataset.candidates.split(" ").map((name) => outputOf(element, name));
  const answer = outputs.find((output) => results[output.dataset.result] !== null) ?? outputs[0];
  setText(value, answer.textContent || word("Undefined"));
  value.parentElement.classList.toggle("g-answer__value--undefined", !answer.textContent);
  value.parentElement.classList.toggle("g-answer__value--words", answer.dataset.unit === "text");
  setText(element.querySelector("[data-answer=label]"), answer.dataset.label);
  setText(element.querySelector("[data-answer=text]"), meaning(answer));
  const range = element.querySelector("[data-answer=range]");
  setText(range, intervalOf(answer));
  range.parentElement.hidden = !range.textContent;
  setText(element.querySelector("[data-bar=label]"), answer.dataset.label);
  setText(element.querySelector("[data-bar=value]"), value.textContent);
  return answer;
}

/** The list of row results that is named most like the answer, beside the rows. */
function showRowResults(element, name, results) {
  const table = element.querySelector(".g-rows");
  if (!table) return;
  const lists = JSON.parse(table.dataset.lists).filter((list) => Array.isArray(results[list.name]));
  const [list] = lists.sort((one, other) => alike(other.name, name) - alike(one.name, name));
  const valueOf = (place) => list && results[list.name][place];
  tableOf(element).showResults((place) => {
    const value = valueOf(place);
    return typeof value === "number" ? written(element, value, list) : null;
  });
}

/** How many leading words two names share. */
function alike(one, other) {
  const words = other.split("_");
  const differs = one.split("_").findIndex((part, index) => part !== words[index]);
  return differs < 0 ? words.length : differs;
}

/** “$600.00 ÷ 1,500 = $0.400”: a formula with the reader's numbers, and what comes of it. */
function workingOf(element, name, workings) {
  const parts = workings[name];
  if (!parts) return "";
  const texts = parts.map((part) => (typeof part === "string" ? part : formatNumber(part[0], part[1], part[2], element.dataset)));
  return `${texts.join("")} = ${outputOf(element, name).textContent}`;
}

/** “1.19% to 1.44%” where the ends of a result's interval are known. */
function intervalOf(output) {
  const range = output.parentElement.querySelector("[data-range]");
  return range && !range.hidden ? range.textContent : "";
}

function meaning({ textContent, dataset }) {
  return textContent ? dataset.text : dataset.undefined;
}

function outputOf(element, name) {
  return element.querySelector(`[data-result="${CSS.escape(name)}"]`);
}

function written(element, value, { unit, digits }) {
  return formatNumber(value, unit, Number(digits), element.dataset);
}
