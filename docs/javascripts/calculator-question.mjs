// What stands in a form, as texts: the question to Python, the link that holds it, and the way back into the form.

const PARAMETER = "n";

/** The texts of a form; nothing is interpreted here. Empty fields and empty rows are left out. */
export function readQuestion(element) {
  const mode = modeOf(element);
  const texts = {};
  for (const field of element.querySelectorAll(".g-field")) {
    const input = field.querySelector("input");
    if (input.value.trim() && (mode === "single" || field.dataset.shared === "true")) texts[input.name] = input.value;
  }
  return { mode, texts, rows: mode === "rows" ? readRows(element) : [] };
}

/** Rows of the table that hold anything, each with the place it stands at. */
export function filledRows(element) {
  return [...element.querySelectorAll(".g-rows tbody tr")].filter((row) =>
    [...row.querySelectorAll("input")].some((input) => input.value.trim()),
  );
}

function readRows(element) {
  return filledRows(element).map((row) => {
    const cells = [...row.querySelectorAll("td[data-column]")];
    const filled = cells.filter((cell) => cell.firstElementChild.value.trim());
    return Object.fromEntries(filled.map((cell) => [cell.dataset.column, cell.firstElementChild.value]));
  });
}

/** `rows` or `single`; a calculator without a table has fields alone. */
export function modeOf(element) {
  return element.querySelector("input[name=mode]:checked")?.value ?? "single";
}

/** An address of this page that holds the question. Nothing is stored: the link contains the numbers. */
export function linkTo(question) {
  const url = new URL(location.href);
  url.search = new URLSearchParams({ [PARAMETER]: JSON.stringify(question) });
  url.hash = "";
  return url.href;
}

/** The question of this page's address, or null; only texts are taken from it. */
export function linkedQuestion() {
  try {
    const question = JSON.parse(new URLSearchParams(location.search).get(PARAMETER));
    const rows = (question.rows ?? []).map(textsOnly);
    return { mode: question.mode === "rows" ? "rows" : "single", texts: textsOnly(question.texts), rows };
  } catch {
    return null;
  }
}

function textsOnly(given) {
  return Object.fromEntries(Object.entries(given).map(([name, text]) => [name, String(text).slice(0, 40)]));
}

/** Put a question into the form; what it doesn't name becomes empty. */
export function fillForm(element, { mode, texts, rows }) {
  const choice = element.querySelector(`input[name=mode][value=${mode}]`);
  if (choice) choice.checked = true;
  for (const input of element.querySelectorAll(".g-field input")) input.value = texts[input.name] ?? "";
  fillRows(element, rows);
}

function fillRows(element, rows) {
  const body = element.querySelector(".g-rows tbody");
  if (!body) return;
  const count = Math.max(3, rows.length);
  while (body.rows.length > count) body.rows[body.rows.length - 1].remove();
  while (body.rows.length < count) addRow(element);
  [...body.rows].forEach((row, index) => {
    for (const cell of row.querySelectorAll("td[data-column]")) {
      cell.firstElementChild.value = rows[index]?.[cell.dataset.column] ?? "";
    }
  });
}

/** One more row, a copy of the last one with empty cells. */
export function addRow(element) {
  const body = element.querySelector(".g-rows tbody");
  const last = body.rows[body.rows.length - 1];
  const row = last.cloneNode(true);
  const number = body.rows.length + 1;
  row.querySelector("th").textContent = number;
  row.querySelector("output").textContent = "";
  for (const input of row.querySelectorAll("input")) {
    input.value = "";
    input.removeAttribute("aria-invalid");
    input.setAttribute("aria-label", input.getAttribute("aria-label").replace(/\d+$/, number));
  }
  body.append(row);
  return row;
}

/** Spread pasted cells over the table from one cell on; the texts stay as they were copied. */
export function pasteCells(element, input, text) {
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/).map((line) => line.split("\t"));
  if (lines.length === 1 && lines[0].length === 1) return false;
  const body = element.querySelector(".g-rows tbody");
  const first = input.closest("tr").rowIndex - 1;
  const column = cellsOf(input.closest("tr")).indexOf(input);
  lines.forEach((cells, down) => {
    while (body.rows.length <= first + down) addRow(element);
    const inputs = cellsOf(body.rows[first + down]);
    cells.forEach((cell, right) => {
      if (inputs[column + right]) inputs[column + right].value = cell.trim();
    });
  });
  return true;
}

function cellsOf(row) {
  return [...row.querySelectorAll("td[data-column]:not([hidden]) input")];
}
