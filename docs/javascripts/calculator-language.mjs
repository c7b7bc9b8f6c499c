// Numbers that were typed in another language: Python reads them by its habits, and they are written by the page's.

import { client } from "./calculator-client.mjs";

const MOST_DIGITS = 9;

/**
 * A question as somebody would have typed it in the page's language; what isn't a number stays as it is.
 * @param {import("./calculator-question.mjs").Question & { language: string }} question
 * @returns {Promise<import("./calculator-question.mjs").Question>}
 */
export async function retyped(element, { mode, texts, rows, language }) {
  const { calculator } = element.dataset;
  await client.start(calculator, Number(element.dataset.patience) || undefined);
  const answer = await client.ask({ calculator, typed: texts, rows, language });
  if (!answer) return { mode, texts, rows };
  const read = JSON.parse(answer.json);
  const write = (name, text, numbers) => (name in numbers ? written(numbers[name], element.dataset.language) : text);
  const all = (line, numbers) => Object.fromEntries(Object.entries(line).map(([name, text]) => [name, write(name, text, numbers)]));
  return { mode, texts: all(texts, read.texts), rows: rows.map((row, place) => all(row, read.rows[place])) };
}

/** Give the links to the page's other languages the numbers to take along. */
export function takeAlong(element, fragment) {
  const links = element.closest("article")?.querySelectorAll(".g-languages a:not([aria-current])") ?? [];
  for (const link of links) link.hash = fragment;
}

function written([number, unit], language) {
  const options = { maximumFractionDigits: MOST_DIGITS, useGrouping: "always", style: unit === "ratio" ? "percent" : "decimal" };
  return new Intl.NumberFormat(language, options).format(number).replaceAll("\u202f", "\u00a0");
}
