// What stood in a form before each change, so that it can be had back.

import { typedIn } from "./calculator-question.mjs";

const MOST_STEPS = 50;

export class History {
  #element;
  #steps = [];
  #before = null;

  constructor(element) {
    this.#element = element;
  }

  /** A field gets the focus: what stands in the form now is what an undo brings back. */
  enter() {
    this.#before = typedIn(this.#element);
  }

  /** A field was changed and left. */
  leave() {
    if (this.#before) this.#keep(this.#before);
    this.enter();
  }

  /** Something is about to change all at once. */
  remember() {
    this.#keep(typedIn(this.#element));
  }

  /** What stood there before the last change; null at the beginning. */
  back() {
    const step = this.#steps.pop() ?? null;
    this.#offer();
    this.#before = null;
    return step;
  }

  #keep(step) {
    this.#steps = [...this.#steps, step].slice(-MOST_STEPS);
    this.#offer();
  }

  #offer() {
    this.#element.querySelector("[data-action=undo]").disabled = this.#steps.length === 0;
  }
}
