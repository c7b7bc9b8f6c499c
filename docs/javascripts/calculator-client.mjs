// One Python for the whole visit. Pages come and go; the worker and its state stay.

const PATIENCE_IN_MS = 60_000;
const RESTARTS = 1;

const LATE = "Python has not started in time.";
const UNLOADABLE = "Python could not be loaded.";
const GONE = "Python stopped working.";

/**
 * States: idle → starting → ready, or failed. Each change, and each step of progress, is an event named "state" whose
 * detail holds `state`, `reason` and `cause` (of a failure), `arrived` and `total` (bytes, while starting).
 */
export class CalculatorClient extends EventTarget {
  state = "idle";
  detail = {};
  #worker = null;
  #address = "";
  #manifest = null;
  #patience = PATIENCE_IN_MS;
  #crashes = 0;
  #hasRun = false;
  #count = 0;
  #asked = null;
  #waiting = null;
  #watchdog = 0;

  /** Fetch the small manifest ahead, so that a start needs no more than the files it names. */
  prepare(address) {
    this.#address = new URL(address, document.baseURI).href;
    this.#manifest ??= fetch(this.#address, { cache: "no-cache" }).then((response) => {
      if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
      return response.json();
    });
    this.#manifest.catch(() => (this.#manifest = null));
  }

  /** Start Python unless that has been done; `patience` is the longest silence in milliseconds. */
  start(patience = PATIENCE_IN_MS) {
    if (this.state !== "idle") return;
    this.#patience = patience;
    this.#launch();
  }

  /**
   * Ask. Only the newest question matters: an older one that still waits is dropped.
   * @returns {Promise<string | null>} the answer as JSON text; null for a question that was dropped
   */
  ask(question) {
    this.#waiting?.resolve(null);
    return new Promise((resolve, reject) => {
      this.#waiting = { question, resolve, reject };
      this.#next();
    });
  }

  /** Forget a failure and start again. */
  retry() {
    this.#crashes = 0;
    this.#end();
    this.#launch();
  }

  async #launch() {
    this.prepare(this.#address);
    const worker = new Worker(new URL("calculator-worker.mjs", import.meta.url), { type: "module" });
    this.#worker = worker;
    const own = (heard) => (event) => this.#worker === worker && heard(event);
    worker.addEventListener("message", own(({ data }) => this.#heard(data)));
    worker.addEventListener("error", own(() => this.#crashed()));
    this.#change("starting");
    this.#watch(() => this.#change("failed", { reason: LATE }));
    try {
      worker.postMessage({ type: "start", manifest: await this.#manifest, base: this.#address });
    } catch (error) {
      own(() => this.#failed(UNLOADABLE, error))();
    }
  }

  #heard(data) {
    if (data.type === "progress") this.#progressed(data);
    else if (data.type === "ready") this.#ready();
    else if (data.type === "failed") this.#failed(UNLOADABLE, data.message);
    else if (data.type === "crashed") this.#crashed();
    else if (data.id === this.#asked?.id) this.#answered(data);
  }

  #progressed({ arrived, total }) {
    if (this.state !== "starting") return;
    this.#watch(() => this.#change("failed", { reason: LATE }));
    this.#change("starting", { arrived, total });
  }

  /** Also after the watchdog has spoken: late is better than never. */
  #ready() {
    clearTimeout(this.#watchdog);
    this.#hasRun = true;
    this.#change("ready");
    this.#next();
  }

  #answered({ type, json, message }) {
    clearTimeout(this.#watchdog);
    const { resolve, reject } = this.#asked;
    this.#asked = null;
    if (type === "answer") resolve(json);
    else reject(new Error(message));
    this.#next();
  }

  #next() {
    if (this.state !== "ready" || this.#asked || !this.#waiting) return;
    this.#asked = { id: ++this.#count, ...this.#waiting };
    this.#waiting = null;
    this.#watch(() => this.#crashed());
    this.#worker.postMessage({ type: "ask", id: this.#asked.id, question: this.#asked.question });
  }

  /** A question that was being answered is asked again, unless a newer one waits. */
  #crashed() {
    this.#end();
    if (this.#waiting) this.#asked?.resolve(null);
    else this.#waiting = this.#asked;
    this.#asked = null;
    if (this.#crashes++ < RESTARTS) this.#launch();
    else this.#change("failed", { reason: this.#hasRun ? GONE : UNLOADABLE });
  }

  #failed(reason, cause) {
    this.#end();
    this.#change("failed", { reason, cause: String(cause) });
  }

  #end() {
    clearTimeout(this.#watchdog);
    this.#worker?.terminate();
    this.#worker = null;
  }

  #watch(late) {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(late, this.#patience);
  }

  #change(state, detail = {}) {
    this.state = state;
    this.detail = { state, ...detail };
    this.dispatchEvent(new CustomEvent("state", { detail: this.detail }));
  }
}

export const client = new CalculatorClient();
