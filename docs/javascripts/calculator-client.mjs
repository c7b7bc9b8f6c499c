// One Python for the whole visit. Pages come and go; the worker and its state stay.

const PATIENCE_IN_MS = 90_000;
const RESTARTS = 1;

/**
 * States: idle → starting → ready, or failed. Listeners hear each change as an event named "state".
 */
export class CalculatorClient extends EventTarget {
  state = "idle";
  #worker = null;
  #base = "";
  #patience = PATIENCE_IN_MS;
  #crashes = 0;
  #count = 0;
  #asked = null;
  #waiting = null;
  #watchdog = 0;

  /** Start Python unless it is on its way. */
  start(base, patience = PATIENCE_IN_MS) {
    if (this.state === "starting" || this.state === "ready") return;
    this.#base = new URL(base, document.baseURI).href;
    this.#patience = patience;
    this.#launch();
  }

  /** Ask; only the newest question matters, an older one that still waits is dropped (its promise resolves to null). */
  ask(question) {
    this.#waiting?.resolve(null);
    return new Promise((resolve, reject) => {
      this.#waiting = { question, resolve, reject };
      this.#next();
    });
  }

  /** Forget the failure and start again. */
  retry() {
    this.#crashes = 0;
    this.#worker?.terminate();
    this.state = "idle";
    this.start(this.#base, this.#patience);
  }

  #launch() {
    this.#worker = new Worker(new URL("calculator-worker.mjs", import.meta.url), { type: "module" });
    this.#worker.addEventListener("message", ({ data }) => this.#heard(data));
    this.#worker.addEventListener("error", () => this.#crashed());
    this.#change("starting");
    this.#watchdog = setTimeout(() => this.#failed("Python did not start in time."), this.#patience);
    this.#worker.postMessage({ type: "start", base: this.#base });
  }

  #heard(data) {
    if (data.type === "ready") {
      clearTimeout(this.#watchdog);
      this.#change("ready");
      this.#next();
    } else if (data.type === "failed") {
      this.#failed("Python could not be loaded.");
    } else if (data.id === this.#asked?.id) {
      const { resolve, reject } = this.#asked;
      this.#asked = null;
      if (data.type === "answer") resolve(data.answer);
      else reject(new Error(data.message));
      this.#next();
    }
  }

  #next() {
    if (this.state !== "ready" || this.#asked || !this.#waiting) return;
    this.#asked = { id: ++this.#count, ...this.#waiting };
    this.#waiting = null;
    this.#worker.postMessage({ type: "ask", id: this.#asked.id, question: this.#asked.question });
  }

  #crashed() {
    clearTimeout(this.#watchdog);
    this.#worker.terminate();
    this.#waiting ??= this.#asked;
    this.#asked = null;
    if (this.#crashes++ < RESTARTS) this.#launch();
    else this.#failed("Python stopped working.");
  }

  #failed(reason) {
    clearTimeout(this.#watchdog);
    this.#worker.terminate();
    this.#change("failed", reason);
  }

  #change(state, reason = "") {
    this.state = state;
    this.dispatchEvent(new CustomEvent("state", { detail: { state, reason } }));
  }
}

export const client = new CalculatorClient();
