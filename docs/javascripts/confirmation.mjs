// The quick answer on screen, kept until full Python has looked at it.

import { differences } from "./same-answer.mjs";

export class Confirmation {
  #kept = null;
  #judged;

  /** `judged` hears the verdict: `question`, full Python's own answer as `json`, and what is `different`. */
  constructor(judged) {
    this.#judged = judged;
  }

  keep(question, json) {
    this.#kept = { question, json };
  }

  forget() {
    this.#kept = null;
  }

  /** What is kept as a question to full Python; null where nothing waits for it. */
  next() {
    if (!this.#kept) return null;
    const { question, json } = this.#kept;
    this.#kept = null;
    const compare = (reference) => differences(JSON.parse(json), JSON.parse(reference));
    const resolve = (answer) => answer && this.#judged({ question, json: answer.json, different: compare(answer.json) });
    return { question, resolve, reject: () => {}, onlyFull: true };
  }
}
