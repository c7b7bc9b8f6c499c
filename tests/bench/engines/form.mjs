// The engagement rate's form, read and filled in. Each engine's own script follows this one in the same file.
const element = document.querySelector("guide-calculator");
const value = element.querySelector("[data-answer=value]");
const digits = (count) => ({ minimumFractionDigits: count, maximumFractionDigits: count, roundingMode: "halfEven" });
const percent = new Intl.NumberFormat(element.dataset.language, { style: "percent", ...digits(2) });
const whole = new Intl.NumberFormat(element.dataset.language, digits(0));

/** What stands in the fields and in the rows, as texts. */
function typed() {
  const fields = [...element.querySelectorAll(".g-field:not([hidden]) input")].map((input) => [input.name, input.value]);
  const rows = [...element.querySelectorAll(".g-rows tbody tr")].map((row) => filled([...row.querySelectorAll("[data-column]")].map((cell) => [cell.dataset.column, cell.querySelector("input").value])));
  return { texts: filled(fields), rows: rows.filter((row) => Object.keys(row).length > 0) };
}

function filled(entries) {
  return Object.fromEntries(entries.filter(([, text]) => text.trim()));
}

/** Every result, the large answer and the rows' rates. */
function show(results) {
  for (const output of element.querySelectorAll("[data-result]")) output.textContent = written(results[output.dataset.result], output.dataset.unit);
  const answer = value.dataset.candidates.split(" ").find((name) => typeof results[name] === "number");
  value.textContent = answer ? percent.format(results[answer]) : "Undefined";
  element.querySelector("[data-bar=value]").textContent = value.textContent;
  const rates = results.public_by_followers_per_post ?? [];
  element.querySelectorAll(".g-rows__result").forEach((cell, index) => (cell.textContent = written(rates[index], "ratio")));
}

function written(number, unit) {
  return typeof number === "number" ? (unit === "ratio" ? percent : whole).format(number) : "";
}

