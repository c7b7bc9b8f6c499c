// <guide-calculator> wraps an ordinary form whose default answer is already in the page, and lets Python answer live.

import { client } from "./calculator-client.mjs";
import { Dialogue } from "./calculator-dialogue.mjs";
import { copyAddress, fromFragment, toFragment } from "./calculator-link.mjs";
import { whenNear } from "./calculator-near.mjs";
import { asked, fillForm, isChanged, showMode, typedIn } from "./calculator-question.mjs";
import { addRow, firstCell, mayNameColumns, nameFolded, pasteCells, removeRow, toggleColumns } from "./calculator-rows.mjs";
import { setText } from "./element-text.mjs";

/** What takes tables in and out; few visits need it. */
const exchange = () => import("./calculator-exchange.mjs");

/** What was typed during this visit, by calculator: kept while one reads another page, gone with the tab. */
const typed = new Map();

class GuideCalculator extends HTMLElement {
  #listening = null;
  #before = null;
  #dialogue = null;

  connectedCallback() {
    this.#listening = new AbortController();
    if (document.readyState !== "loading") this.#connect();
    else document.addEventListener("readystatechange", () => this.#connect(), { once: true, signal: this.#listening.signal });
  }

  /** Take over the form, once all of it is there. */
  #connect() {
    const options = { signal: this.#listening.signal };
    this.#dialogue = new Dialogue(this, options);
    this.addEventListener("focusin", () => this.#dialogue.start(), options);
    this.addEventListener("pointerdown", () => this.#dialogue.start(), options);
    this.addEventListener("input", () => this.#changed(), options);
    this.addEventListener("click", (event) => this.#clicked(event), options);
    this.addEventListener("paste", (event) => this.#pasted(event), options);
    this.addEventListener("change", (event) => this.#opened(event.target), options);
    this.querySelector("form").addEventListener("submit", (event) => event.preventDefault(), options);
    self.addEventListener("pageshow", () => this.#dialogue.edited || (isChanged(this) && this.#changed()), options);
    self.addEventListener("hashchange", () => this.#isOwnLink() || this.#followLink(), options);
    client.prepare(this.dataset.runtime);
    whenNear(this, () => this.#dialogue.start(), options.signal);
    this.querySelector("[data-action=paste]")?.toggleAttribute("hidden", !navigator.clipboard?.readText);
    this.#recall();
    this.#dialogue.showState();
  }

  disconnectedCallback() {
    this.#listening.abort();
  }

  /** A link's numbers come first, then those of this visit, then those a reload has kept. */
  #recall() {
    if (this.#followLink()) return;
    const kept = typed.get(this.dataset.calculator);
    if (kept) fillForm(this, kept);
    showMode(this);
    if (kept || isChanged(this)) this.#changed();
    else this.#renewLink();
  }

  #followLink() {
    const linked = fromFragment(this.dataset.calculator, location.hash);
    if (linked) this.#replace(linked);
    return linked !== null;
  }

  /** Whether the address holds just these numbers, as after a click on the link. */
  #isOwnLink() {
    return this.querySelector("[data-action=link]").hash === location.hash;
  }

  #changed() {
    typed.set(this.dataset.calculator, typedIn(this));
    showMode(this);
    nameFolded(this);
    this.#renewLink();
    this.#dialogue.ask();
  }

  #renewLink() {
    const link = this.querySelector("[data-action=link]");
    link.href = `#${toFragment(this.dataset.calculator, asked(this))}`;
    setText(this.querySelector("[data-link-note]"), "");
  }

  #clicked(event) {
    const button = event.target.closest("[data-action]");
    const actions = {
      add: () => addRow(this).querySelector("td:not([hidden]) input").focus(),
      remove: () => this.#remove(button.closest("tr")),
      columns: () => toggleColumns(this, button),
      paste: () => this.#pasteAll(),
      save: () => exchange().then(({ saveTable }) => saveTable(this)),
      sheet: () => exchange().then(({ copyTable }) => copyTable(this, button)),
      result: () => exchange().then(({ copyResult }) => copyResult(this, button)),
      empty: () => this.#replace({ mode: typedIn(this).mode, texts: {}, rows: [] }),
      example: () => this.#replace(JSON.parse(this.dataset.examples)[button.dataset.example]),
      undo: () => this.#replace(this.#before),
      link: () => this.#copyLink(button),
      retry: () => client.retry(),
      confirm: () => client.confirm(),
    };
    actions[button?.dataset.action]?.();
  }

  /** Put other numbers into the form; those that were typed can be had back. */
  #replace(question) {
    if (this.#dialogue.edited) this.#before = typedIn(this);
    this.querySelector("[data-action=undo]").hidden = !this.#before;
    fillForm(this, question);
    this.#changed();
  }

  #remove(row) {
    removeRow(this, row);
    this.#changed();
  }

  #pasted(event) {
    const input = event.target.closest(".g-rows input[type=text]");
    const text = event.clipboardData.getData("text/plain");
    if (!input) return;
    if (mayNameColumns(text)) this.#bring(text, () => pasteCells(this, input, text));
    else if (pasteCells(this, input, text)) this.#changed();
    else return;
    event.preventDefault();
  }

  /** A file that was chosen; choosing the same one again counts as well. */
  async #opened(input) {
    const [file] = input.files ?? [];
    if (file) await this.#bring(await file.text());
    if (input.files) input.value = "";
  }

  /** A table that names its columns takes the place of all rows; `otherwise` is done with any other one. */
  async #bring(text, otherwise) {
    const { readTable, showTableNotes } = await exchange();
    this.#dialogue.start();
    const { rows, problems } = await readTable(this, text);
    const namesNothing = otherwise && problems.some(({ code }) => code === "no_columns");
    showTableNotes(this, namesNothing ? [] : problems);
    if (!problems.some(({ level }) => level === "refusal")) this.#replace({ ...typedIn(this), mode: "rows", rows });
    else if (namesNothing && otherwise()) this.#changed();
  }

  /** The clipboard takes the place of all rows; without leave to read it, the focus goes where one can paste. */
  async #pasteAll() {
    const text = await navigator.clipboard.readText().catch(() => "");
    if (mayNameColumns(text)) return this.#bring(text);
    if (text) this.#replace({ ...typedIn(this), rows: [] });
    const first = firstCell(this);
    if (!text) first.focus();
    else if (!pasteCells(this, first, text)) first.value = text.trim();
    return this.#changed();
  }

  async #copyLink(link) {
    const copied = await copyAddress(link.href);
    setText(this.querySelector("[data-link-note]"), copied ? "Copied." : "The address bar holds it now.");
  }
}

customElements.define("guide-calculator", GuideCalculator);
