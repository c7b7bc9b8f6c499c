// <guide-calculator> wraps an ordinary form whose default answer is already in the page, and lets Python answer live.

import { makeAlongSortable, sortAlong } from "./calculator-along.mjs";
import { client } from "./calculator-client.mjs";
import { nameFolded } from "./calculator-columns.mjs";
import { chooseCurrency, currencyOf, recallCurrency } from "./calculator-currency.mjs";
import { Dialogue } from "./calculator-dialogue.mjs";
import { History } from "./calculator-history.mjs";
import { retyped, takeAlong } from "./calculator-language.mjs";
import { fromFragment, MOST_ROWS, toFragment } from "./calculator-link.mjs";
import { whenNear } from "./calculator-near.mjs";
import { asked, fillForm, isChanged, showMode, typedIn } from "./calculator-question.mjs";
import { copied } from "./clipboard.mjs";
import { setText } from "./element-text.mjs";
import { TableTools } from "./table-tools.mjs";
import { speak, word } from "./words.mjs";

/** What takes results away; few visits need it. */
const exchange = () => import("./calculator-exchange.mjs");

/** What was typed during this visit, by calculator: kept while one reads another page, gone with the tab. */
const typed = new Map();

class GuideCalculator extends HTMLElement {
  #listening = null;
  #dialogue = null;
  #history = new History(this);
  #table = null;

  connectedCallback() {
    this.#listening = new AbortController();
    if (document.readyState !== "loading") this.#connect();
    else document.addEventListener("readystatechange", () => this.#connect(), { once: true, signal: this.#listening.signal });
  }

  /** Take over the form, once all of it is there. */
  async #connect() {
    const options = { signal: this.#listening.signal };
    client.prepare(this.dataset.runtime, JSON.parse(document.querySelector("meta[name=guide-python]")?.content ?? "null"));
    await speak(this);
    if (options.signal.aborted) return;
    this.#dialogue = new Dialogue(this, options);
    this.addEventListener("focusin", ({ target }) => this.#entered(target), options);
    this.addEventListener("pointerdown", () => this.#dialogue.start(), options);
    this.addEventListener("input", ({ target }) => this.#typed(target), options);
    this.addEventListener("click", (event) => this.#clicked(event), options);
    this.addEventListener("change", ({ target }) => target.files || this.#history.leave(), options);
    this.querySelector("form").addEventListener("submit", (event) => event.preventDefault(), options);
    self.addEventListener("pageshow", () => this.#dialogue.edited || (isChanged(this) && this.#changed()), options);
    self.addEventListener("hashchange", () => this.#isOwnLink() || this.#followLink(), options);
    if (!navigator.connection?.saveData) whenNear(this, () => this.#dialogue.start(), options.signal);
    makeAlongSortable(this);
    if (this.querySelector(".g-rows")) this.#table = this.#tools(options);
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
    if (recallCurrency(this) || kept || isChanged(this)) this.#changed();
    else this.#renewLink();
  }

  #tools(options) {
    return new TableTools(this, {
      options,
      start: () => this.#dialogue.start(),
      remember: () => this.#history.remember(),
      changed: () => this.#changed(),
      replace: (question) => this.#replace(question),
      showAgain: () => this.#dialogue.showAgain(),
    });
  }

  #entered(field) {
    this.#dialogue.start();
    if ("value" in field && field.form) this.#history.enter();
  }

  #followLink() {
    const linked = fromFragment(this.dataset.calculator, location.hash);
    if (linked) this.#take(linked);
    return linked !== null;
  }

  /** What a link holds; numbers that were typed in another language are put into this one's way. */
  async #take(linked) {
    chooseCurrency(this, linked.currency);
    this.#replace(linked);
    if ((linked.language ?? this.dataset.language) === this.dataset.language) return;
    this.#replace(await retyped(this, linked));
  }

  #typed(field) {
    if ("currencies" in field.dataset) chooseCurrency(this, field.value);
    this.#changed();
  }

  /** Whether the address holds just these numbers, as after a click on the link. */
  #isOwnLink() {
    return this.querySelector("[data-action=link]").hash === location.hash;
  }

  #changed() {
    typed.set(this.dataset.calculator, typedIn(this));
    showMode(this);
    nameFolded(this);
    this.#dialogue.ask();
    this.#renewLink();
  }

  /** What the page came with has no values to sort by until Python has answered it. */
  async #sortAlong(head) {
    if (!this.#dialogue.edited) await this.#dialogue.ask();
    sortAlong(head);
  }

  #renewLink() {
    const link = this.querySelector("[data-action=link]");
    const question = { ...asked(this), language: this.dataset.language, currency: currencyOf(this) };
    const fits = question.rows.length <= MOST_ROWS;
    link.hash = toFragment(this.dataset.calculator, fits ? question : { ...question, rows: [] });
    if (this.#dialogue.edited) takeAlong(this, link.hash);
    setText(this.querySelector("[data-link-note]"), fits ? "" : word("Without the table: a link holds {rows} rows. Save it as CSV.", { rows: MOST_ROWS }));
  }

  #clicked(event) {
    const button = event.target.closest("[data-action]");
    const actions = {
      result: () => exchange().then(({ copyResult }) => copyResult(this, button)),
      empty: () => this.#replace({ mode: typedIn(this).mode, texts: {}, rows: [] }),
      example: () => this.#replace(JSON.parse(this.dataset.examples)[button.dataset.example]),
      undo: () => this.#undo(),
      along: () => this.#sortAlong(button.closest("th")),
      link: () => this.#copyLink(button),
      stop: () => this.#dialogue.stop(),
      retry: () => client.retry(),
      confirm: () => client.confirm(),
    };
    const { action } = button?.dataset ?? {};
    if (action in actions) actions[action]();
    else this.#table?.clicked(action, button);
  }

  /** Put other numbers into the form; what stood there can be had back. */
  #replace(question) {
    if (this.#dialogue.edited) this.#history.remember();
    fillForm(this, question);
    this.#changed();
  }

  #undo() {
    fillForm(this, this.#history.back());
    this.#changed();
  }

  async #copyLink({ href }) {
    setText(this.querySelector("[data-link-note]"), (await copied(href)) ? word("Copied.") : word("The address bar holds it now."));
  }
}

customElements.define("guide-calculator", GuideCalculator);
