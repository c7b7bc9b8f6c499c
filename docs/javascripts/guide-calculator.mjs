// <guide-calculator> wraps an ordinary form whose default answer is already in the page, and lets Python answer live.

import { showAnswer } from "./calculator-answer.mjs";
import { client } from "./calculator-client.mjs";
import { addRow, fillForm, linkTo, linkedQuestion, modeOf, pasteCells, readQuestion } from "./calculator-question.mjs";

const STATUS = {
  starting: ["Python is starting.", "This answer was worked out in advance and stays until then."],
  waiting: ["Python is starting.", "Your numbers are kept; the answer on screen is for the ones before."],
  ready: ["Python is ready.", "Change a number and it answers here; nothing is sent."],
  answered: ["Answered by Python in your browser.", "Nothing was sent."],
  refused: ["Python can't answer this yet.", "The reason is beside the field; the last answer stays."],
};

class GuideCalculator extends HTMLElement {
  #listening = null;

  connectedCallback() {
    this.#listening = new AbortController();
    const options = { signal: this.#listening.signal };
    this.addEventListener("focusin", () => this.#start(), options);
    this.addEventListener("input", () => this.#changed(), options);
    this.addEventListener("click", (event) => this.#clicked(event), options);
    this.addEventListener("paste", (event) => this.#pasted(event), options);
    this.querySelector("form").addEventListener("submit", (event) => event.preventDefault(), options);
    client.addEventListener("state", ({ detail }) => this.#heard(detail), options);
    this.#whenNear(options.signal);
    const linked = linkedQuestion();
    if (linked) this.#fill(linked);
    else if (isEdited(this)) this.#changed();
    else this.#showMode();
  }

  disconnectedCallback() {
    this.#listening.abort();
  }

  /** Python is several megabytes: start it when the form comes near, unless the reader saves data. */
  #whenNear(signal) {
    if (navigator.connection?.saveData) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#start();
    });
    observer.observe(this);
    signal.addEventListener("abort", () => observer.disconnect());
  }

  #start() {
    if (client.state === "idle") client.start(this.dataset.runtime, Number(this.dataset.patience) || undefined);
  }

  #heard({ state, reason }) {
    const edited = this.hasAttribute("data-edited");
    this.querySelector(".g-retry").hidden = state !== "failed";
    if (state === "failed") this.#status("failed", [reason, "The answer on screen still holds for the worked example."]);
    else if (state === "starting") this.#status("starting", edited ? STATUS.waiting : STATUS.starting);
    else if (!edited) this.#status("ready", STATUS.ready);
  }

  #status(state, [bold, rest]) {
    const line = this.querySelector(".g-status");
    const words = line.querySelector(".g-status__words");
    const strong = document.createElement("strong");
    strong.textContent = bold;
    line.dataset.state = state;
    if (words.textContent !== `${bold} ${rest}`) words.replaceChildren(strong, ` ${rest}`);
  }

  async #changed() {
    this.setAttribute("data-edited", "");
    this.#showMode();
    this.#start();
    if (client.state === "starting") this.#status("starting", STATUS.waiting);
    const question = readQuestion(this);
    this.querySelector("[data-action=link]").href = linkTo(question);
    const { texts, rows } = question;
    const { calculator, language } = this.dataset;
    try {
      const answer = await client.ask({ calculator, texts, rows, language });
      if (answer) this.#show(answer);
    } catch (error) {
      this.#status("failed", ["Python stumbled over this question.", String(error.message).slice(-120)]);
    }
  }

  #show(answer) {
    showAnswer(this, answer);
    this.#status(this.hasAttribute("data-refused") ? "refused" : "answered", STATUS[this.hasAttribute("data-refused") ? "refused" : "answered"]);
  }

  #showMode() {
    const single = modeOf(this) === "single";
    this.dataset.mode = single ? "single" : "rows";
    const table = this.querySelector(".g-rows");
    if (table) table.hidden = single;
    for (const field of this.querySelectorAll(".g-field")) field.hidden = !single && field.dataset.shared !== "true";
  }

  #clicked(event) {
    const button = event.target.closest("[data-action]");
    const actions = {
      add: () => addRow(this).querySelector("td:not([hidden]) input").focus(),
      columns: () => this.#toggleColumns(button),
      empty: () => this.#fill({ mode: modeOf(this), texts: {}, rows: [] }),
      example: () => this.#fillExample(button.dataset.example),
      retry: () => client.retry(),
    };
    actions[button?.dataset.action]?.();
  }

  #fillExample(id) {
    const { inputs, rows } = JSON.parse(this.dataset.examples)[id];
    this.#fill({ mode: rows.length > 0 ? "rows" : "single", texts: inputs, rows });
  }

  #fill(question) {
    fillForm(this, question);
    this.#changed();
  }

  #toggleColumns(button) {
    const shown = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(shown));
    for (const cell of this.querySelectorAll("[data-column]")) {
      if (shown && cell.hidden) cell.dataset.extra = "";
      if (cell.dataset.extra !== undefined) cell.hidden = !shown;
    }
  }

  #pasted(event) {
    const input = event.target.closest(".g-rows input");
    if (input && pasteCells(this, input, event.clipboardData.getData("text/plain"))) {
      event.preventDefault();
      this.#changed();
    }
  }
}

/** Whether somebody typed before this script was there, or the browser brought a visit's numbers back. */
function isEdited(element) {
  return [...element.querySelectorAll("input")].some(
    (input) => input.value !== input.defaultValue || input.checked !== input.defaultChecked,
  );
}

customElements.define("guide-calculator", GuideCalculator);
