// One Python in a worker: started once, asked one question at a time, watched, and started again when it dies.

const RESTARTS = 1;

export const LATE = "late";
export const UNLOADABLE = "unloadable";
export const GONE = "gone";

/** The engine ended while it had a question: somebody else may answer it. */
export class EngineGone extends Error {}

/**
 * States: idle → starting → ready, or failed. Each change, and each step of progress, is an event named "state"; `detail`
 * holds `state`, `reason` and `cause` (of a failure), `arrived` and `total` (bytes, while starting). "working" says how
 * far a long answer is.
 */
export class PythonEngine extends EventTarget {
  state = "idle";
  detail = { state: "idle" };
  #name;
  #script;
  #start = null;
  #patience = 0;
  #worker = null;
  #crashes = 0;
  #hasRun = false;
  #count = 0;
  #asked = null;
  #watchdog = 0;

  /** `name` stands in the page's timeline (`guide:<name>-ready`); `script` is the worker's address. */
  constructor(name, script) {
    super();
    this.#name = name;
    this.#script = script;
  }

  /**
   * Start unless that has been done; a start under way gets the new patience.
   * @param {Promise<object>} start what the worker needs, once it is known
   * @param {number} patience the longest silence in milliseconds
   */
  start(start, patience) {
    this.#start = start;
    this.#patience = patience;
    if (this.state === "idle") this.#launch();
    else if (this.state === "starting") this.#watchStart();
  }

  /** Forget a failure and start again. */
  retry(start) {
    this.#start = start;
    this.#crashes = 0;
    this.#end();
    this.#launch();
  }

  /**
   * Ask, when it is ready and has no other question.
   * @returns {Promise<string>} the answer as JSON text; EngineGone when the engine ended meanwhile
   */
  ask(question) {
    return new Promise((resolve, reject) => {
      this.#asked = { id: ++this.#count, resolve, reject };
      this.#watch(() => this.#crashed());
      this.#worker.postMessage({ type: "ask", id: this.#asked.id, question: JSON.stringify(question) });
    });
  }

  async #launch() {
    const worker = new Worker(this.#script, { type: "module" });
    this.#worker = worker;
    const own = (heard) => (event) => this.#worker === worker && heard(event);
    worker.addEventListener("message", own(({ data }) => this.#heard(data)));
    worker.addEventListener("error", own(() => this.#crashed()));
    performance.mark(`guide:${this.#name}-start`);
    this.#change("starting");
    this.#watchStart();
    try {
      const given = await this.#start;
      own(() => worker.postMessage({ type: "start", ...given }))();
    } catch (error) {
      own(() => this.#failed(UNLOADABLE, error))();
    }
  }

  #heard(data) {
    if (data.type === "progress") this.#progressed(data);
    else if (data.type === "ready") this.#ready();
    else if (data.type === "working") this.#working(data.share);
    else if (data.type === "failed") this.#failed(UNLOADABLE, data.message);
    else if (data.type === "crashed") this.#crashed();
    else if (data.id === this.#asked?.id) this.#answered(data);
  }

  #progressed({ arrived, total }) {
    if (this.state !== "starting") return;
    this.#watchStart();
    this.#change("starting", { arrived, total });
  }

  /** It takes its time, and is alive. */
  #working(share) {
    this.#watch(() => this.#crashed());
    this.dispatchEvent(new CustomEvent("working", { detail: share }));
  }

  /** Also after the watchdog has spoken: late is better than never. */
  #ready() {
    clearTimeout(this.#watchdog);
    this.#hasRun = true;
    performance.mark(`guide:${this.#name}-ready`);
    this.#change("ready");
  }

  #answered({ type, json, message }) {
    clearTimeout(this.#watchdog);
    const { resolve, reject } = this.#asked;
    this.#asked = null;
    if (type === "answer") resolve(json);
    else reject(new Error(message));
  }

  #crashed() {
    this.#end();
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
    const asked = this.#asked;
    this.#asked = null;
    asked?.reject(new EngineGone());
  }

  #watchStart() {
    this.#watch(() => this.#change("failed", { reason: LATE }));
  }

  #watch(late) {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(late, this.#patience);
  }

  #change(state, detail = {}) {
    this.state = state;
    this.detail = { state, ...detail };
    this.dispatchEvent(new CustomEvent("state"));
  }
}
