// What one does with the table as a whole: paste, open, save, sort, turn its pages.

import { makeSortable, mayNameColumns, sortRows, toggleColumns } from "./calculator-columns.mjs";
import { typedIn } from "./calculator-question.mjs";
import { tableOf } from "./row-table.mjs";

/** What takes tables in and out; few visits need it. */
const exchange = () => import("./calculator-exchange.mjs");

export class TableTools {
  #element;
  #table;
  #form;

  /** `form` is what the calculator does: `start`, `remember`, `changed`, `replace` and `showAgain`. */
  constructor(element, form) {
    this.#element = element;
    this.#table = tableOf(element);
    this.#form = form;
    element.addEventListener("paste", (event) => this.#pasted(event), form.options);
    element.addEventListener("change", ({ target }) => target.files && this.#opened(target), form.options);
    element.querySelector("[data-action=paste]").toggleAttribute("hidden", !navigator.clipboard?.readText);
    makeSortable(element);
  }

  /** Do what a button is for. */
  clicked(action, button) {
    const actions = {
      add: () => this.#table.add(),
      remove: () => this.#alter(() => this.#table.remove(button.closest("tr"))),
      sort: () => this.#sort(button.closest("th")),
      earlier: () => this.#look(() => this.#table.turn(-1)),
      later: () => this.#look(() => this.#table.turn(1)),
      row: () => this.#look(() => this.#table.goTo(Number(button.dataset.row) - 1, button.dataset.column)),
      columns: () => toggleColumns(this.#element, button),
      paste: () => this.#pasteAll(),
      save: () => exchange().then(({ saveTable }) => saveTable(this.#element)),
      sheet: () => exchange().then(({ copyTable }) => copyTable(this.#element, button)),
    };
    actions[action]?.();
  }

  /** Change many cells at once, in a way that can be undone. */
  #alter(change) {
    this.#form.remember();
    change();
    this.#form.changed();
  }

  /** Bring other rows into view, with what the last answer says of them. */
  #look(turn) {
    turn();
    this.#form.showAgain();
  }

  async #sort(head) {
    this.#form.start();
    this.#form.remember();
    if (await sortRows(this.#element, head)) this.#form.changed();
  }

  #pasted(event) {
    const input = event.target.closest(".g-rows input[type=text]");
    const text = event.clipboardData.getData("text/plain");
    if (!input) return;
    if (mayNameColumns(text)) this.#bring(text, () => this.#spread(input, text));
    else if (/[\t\n]/.test(text.trim())) this.#spread(input, text);
    else return;
    event.preventDefault();
  }

  #spread(input, text) {
    this.#alter(() => this.#table.paste(input, text));
  }

  /** A file that was chosen; choosing the same one again counts as well. */
  async #opened(input) {
    const [file] = input.files;
    if (file) await this.#bring(await file.text());
    input.value = "";
  }

  /** A table that names its columns takes the place of all rows; `otherwise` is done with any other one. */
  async #bring(text, otherwise) {
    const { readTable, showTableNotes } = await exchange();
    this.#form.start();
    const { rows, problems } = await readTable(this.#element, text);
    const namesNothing = otherwise && problems.some(({ code }) => code === "no_columns");
    showTableNotes(this.#element, namesNothing ? [] : problems);
    if (!problems.some(({ level }) => level === "refusal")) this.#replaceRows(rows);
    else if (namesNothing) otherwise();
  }

  #replaceRows(rows) {
    this.#form.replace({ ...typedIn(this.#element), mode: "rows", rows });
  }

  /** The clipboard takes the place of all rows; without leave to read it, the focus goes where one can paste. */
  async #pasteAll() {
    const text = await navigator.clipboard.readText().catch(() => "");
    if (mayNameColumns(text)) return this.#bring(text);
    if (text) this.#replaceRows([]);
    const { firstCell } = this.#table;
    if (!text) firstCell.focus();
    else if (!this.#table.paste(firstCell, text)) firstCell.value = text.trim();
    return this.#form.changed();
  }
}
