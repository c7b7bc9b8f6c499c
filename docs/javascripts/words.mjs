// What the page says, in its language: texts are written in English here, and looked up where the page names a file of them.

const MOST_LISTED = 6;
const MOST_DIGITS = 6;

let language = "en";
let texts = {};

/** @typedef {{ text: string, values?: Record<string, Put> }} Said a sentence of Python's with what is put into it */
/** @typedef {number | string | null | Said | (number | string | Said)[]} Put */

/**
 * Take over the language of an element's page. What can't be loaded is said in English.
 * @param {HTMLElement} element
 */
export async function speak(element) {
  const { words } = element.dataset;
  const found = words ? await fetch(words).then((response) => response.json()).catch(() => ({})) : {};
  texts = found;
  language = element.dataset.language;
}

/** A text, with values in the place of names in braces. */
export function word(text, values = {}) {
  return (texts[text] ?? text).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

/**
 * A sentence of Python's; in English as Python wrote it.
 * @param {{ text: string, said: Said }} problem
 */
export function sentence({ text, said }) {
  return said && said.text in texts ? put(said) : text;
}

/** @param {Put} value */
function put(value) {
  if (Array.isArray(value)) return list(value);
  if (typeof value === "number") return written(value);
  if (value === null || typeof value === "string") return value ?? "";
  const { text, values = {} } = value;
  return word(text, Object.fromEntries(Object.entries(values).map(([name, each]) => [name, put(each)])));
}

function list(parts) {
  const names = parts.map(put);
  const all = typeof parts[0] === "object" || names.length <= MOST_LISTED;
  const shown = all ? names : [...names.slice(0, MOST_LISTED), word("{count} more", { count: written(names.length - MOST_LISTED) })];
  return new Intl.ListFormat(language, { type: "conjunction" }).format(shown);
}

function written(number) {
  const options = { maximumFractionDigits: MOST_DIGITS, roundingMode: "halfEven", signDisplay: "negative", useGrouping: "always" };
  return new Intl.NumberFormat(language, options).format(number).replaceAll("\u202f", "\u00a0");
}
