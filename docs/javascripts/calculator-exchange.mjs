// Tables from elsewhere, and tables and results to take away. Python recognises the columns; texts stay as they are.

import { client } from "./calculator-client.mjs";
import { copied } from "./clipboard.mjs";
import { setText } from "./element-text.mjs";
import { tableOf } from "./row-table.mjs";
import { KEPT } from "./row-texts.mjs";

const READING = "Reading the table …";
const COPIED = "Copied.";
const NOT_COPIED = "The browser did not let us copy.";
const DROPPED = "The table was not read, since something else was asked meanwhile; paste it once more.";

/** @returns {Promise<{ rows: Record<string, string>[], problems: { code?: string, level: string, text: string }[] }>} */
export async function readTable(element, table) {
  showTableNotes(element, [{ level: "note", text: READING }]);
  try {
    const answer = await client.ask({ calculator: element.dataset.calculator, table });
    if (!answer) return refused(DROPPED);
    const { rows, kept, problems } = JSON.parse(answer.json);
    return { rows: rows.map((row, index) => ({ ...row, ...asKept(kept[index]) })), problems };
  } catch (error) {
    return refused(error.message);
  }
}

/** What Python says of a table as a whole: it stays until the next one. */
export function showTableNotes(element, problems) {
  const items = problems.map(({ level, row, text }) => {
    const item = document.createElement("li");
    item.className = level === "refusal" ? "g-notes__refusal" : "";
    setText(item, row ? `Row ${row}: ${text}` : text);
    return item;
  });
  element.querySelector("[data-table-notes]").replaceChildren(...items);
}

/** Offer the table as a CSV file. */
export function saveTable(element) {
  const anchor = document.createElement("a");
  anchor.download = `${element.dataset.calculator}.csv`;
  anchor.href = URL.createObjectURL(new Blob([tableText(element, ",")], { type: "text/csv" }));
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href));
}

/** Put the table on the clipboard, for the cells of a spreadsheet. */
export function copyTable(element, button) {
  return copy(button, tableText(element, "\t"));
}

/** Put the answer on the clipboard: figures, definitions, notes, and the link with the numbers. */
export function copyResult(element, button) {
  return copy(button, button.dataset.form === "markdown" ? asMarkdown(element) : asText(element));
}

/** The table with Python's names of the columns, so that it can be read again; nothing in it can start a formula. */
export function tableText(element, separator) {
  const table = tableOf(element);
  const rows = table.filled;
  const used = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = [...table.columns.filter((name) => used.has(name)), ...[...used].filter((name) => name.startsWith(KEPT))];
  const lines = rows.map((row) => columns.map((name) => written(row[name] ?? "", separator)));
  const head = columns.map((name) => (name.startsWith(KEPT) ? written(name.slice(KEPT.length), separator) : name));
  return [head, ...lines].map((cells) => `${cells.join(separator)}\r\n`).join("");
}

function written(text, separator) {
  const harmless = /^[=+@\t\r]|^-(?![\d.,])/.test(text) ? `'${text}` : text;
  return harmless.includes(separator) || /["\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function asText(element) {
  const lines = figures(element).map(({ label, value, text }) => `${label}: ${value} (${text})`);
  return [title(element), ...lines, ...notes(element), link(element)].join("\n");
}

function asMarkdown(element) {
  const lines = figures(element).map(({ label, value, text }) => `- **${label}**: ${value} (${text})`);
  const said = notes(element).map((note) => `- ${note}`);
  return [`[${title(element)}](${link(element)})`, "", ...lines, ...said, ""].join("\n");
}

/** The large answer and those beside it, each with its interval where it has one. */
function figures(element) {
  const part = (name) => element.querySelector(`[data-answer=${name}]`).textContent;
  const range = (text) => (text ? `, 95% interval ${text}` : "");
  const answer = { label: part("label"), value: part("value") + range(part("range")), text: part("text") };
  const beside = [...element.querySelectorAll("[data-copy]")].map((cell) => {
    const [label, value, interval, text] = ["dt", ".g-beside__value", ".g-beside__range", ".g-beside__text"].map(
      (selector) => cell.querySelector(selector).textContent,
    );
    return { label, value: value + range(interval), text };
  });
  return [answer, ...beside.filter(({ label, value }) => label !== answer.label && value !== "–")];
}

function notes(element) {
  return [...element.querySelectorAll("[data-notes] li")].map((item) => item.textContent);
}

function title(element) {
  return element.querySelector("form").getAttribute("aria-label");
}

function link(element) {
  return element.querySelector("[data-action=link]").href;
}

async function copy(button, text) {
  const done = await copied(text);
  setText(button.closest("guide-calculator").querySelector("[data-exchange-note]"), done ? COPIED : NOT_COPIED);
}

function asKept(texts) {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [KEPT + name, text]));
}

function refused(text) {
  return { rows: [], problems: [{ level: "refusal", text }] };
}
