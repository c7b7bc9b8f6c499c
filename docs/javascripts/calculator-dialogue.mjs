// One form's talk with Python: a question for each change, the answer on screen, and who has vouched for it.

import { showResults, spokenAnswer } from "./calculator-answer.mjs";
import { client } from "./calculator-client.mjs";
import { showProblems } from "./calculator-problems.mjs";
import { asked } from "./calculator-question.mjs";
import { showDifference, showShare, showSource, showState, showStatus } from "./calculator-status.mjs";
import { word } from "./words.mjs";

const QUIET_IN_MS = 1000;

export class Dialogue {
  /** Whether anything was asked during this visit to the page. */
  edited = false;
  #element;
  #quiet = 0;
  #answered = null;
  #last = null;
  #stopped = false;

  constructor(element, options) {
    this.#element = element;
    client.addEventListener("state", () => this.showState(), options);
    client.addEventListener("working", ({ detail }) => this.#working(detail), options);
    client.addEventListener("verdict", ({ detail }) => this.#judged(detail), options);
    options.signal.addEventListener("abort", () => clearTimeout(this.#quiet));
  }

  /** Start the Python that answers first, and full Python beside it unless the reader saves data. */
  async start() {
    const { calculator, patience } = this.#element.dataset;
    await client.start(calculator, Number(patience) || undefined);
    if (!navigator.connection?.saveData) client.confirm();
  }

  /** Show how far Python is. */
  showState() {
    if (this.#stopped) return; // that Python starts anew is nothing to wait for
    if (this.#answered) showSource(this.#element, this.#answered.checked, client.reference);
    else showState(this.#element, client.stateOf(this.#element.dataset.calculator), this.edited);
  }

  /** Ask what now stands in the form. */
  async ask() {
    this.edited = true;
    this.#stopped = false;
    this.#element.toggleAttribute("data-edited", true);
    this.#answered = null;
    this.start();
    const { texts, rows } = asked(this.#element);
    const { calculator, language } = this.#element.dataset;
    this.#showWaiting(client.stateOf(calculator).state);
    const question = { calculator, texts, rows, language };
    try {
      const answer = await client.ask(question);
      if (answer && this.#element.isConnected) this.#show(question, JSON.parse(answer.json), answer.checked);
    } catch (error) {
      this.#stale(true);
      showStatus(this.#element, "failed", [word("Python stumbled over this question."), error.message.trim().split("\n").at(-1)]);
    }
  }

  /** Show once more what the last answer says of the rows that are now in view. */
  showAgain() {
    if (this.#last && showProblems(this.#element, this.#last).length === 0) showResults(this.#element, this.#last);
  }

  /** Give up an answer that takes too long; what is on screen stays. */
  stop() {
    this.#stopped = true;
    client.stop();
    showStatus(this.#element, "stopped");
  }

  /** A long answer is on its way: how far it is, and that it can be stopped. */
  #working(share) {
    if (!this.edited || this.#answered) return;
    this.#stale(true);
    showStatus(this.#element, "working");
    showShare(this.#element, share);
  }

  #showWaiting(state) {
    if (state !== "ready") this.#stale(true);
    if (state === "idle" || state === "starting") showStatus(this.#element, "waiting");
  }

  #show(question, answer, checked) {
    this.#last = answer;
    const refusals = showProblems(this.#element, answer);
    if (refusals.length === 0) showResults(this.#element, answer);
    this.#stale(refusals.length > 0);
    this.#answered = refusals.length > 0 ? null : { question, checked };
    if (refusals.length > 0) showStatus(this.#element, "refused");
    else showSource(this.#element, checked, client.reference);
    this.#announce(() => refusals.join(" ") || spokenAnswer(this.#element));
  }

  /** Full Python has looked at an answer; its own takes the place of one that differs. */
  #judged({ question, json, different }) {
    if (this.#answered?.question !== question) return;
    if (different.length === 0) {
      this.#answered.checked = true;
      showSource(this.#element, true, client.reference);
      return;
    }
    const before = this.#element.querySelector("[data-answer=value]").textContent;
    this.#show(question, JSON.parse(json), true);
    showDifference(this.#element, before, different);
  }

  /** Mark the answer on screen as one for other numbers than those in the form. */
  #stale(stale) {
    this.#element.toggleAttribute("data-stale-answer", stale);
    this.#element.querySelector("[data-stale]").hidden = !stale;
  }

  /** Spoken once the typing pauses. */
  #announce(words) {
    clearTimeout(this.#quiet);
    const line = this.#element.querySelector("[data-announcement]");
    this.#quiet = setTimeout(() => (line.textContent = words()), QUIET_IN_MS);
  }
}
