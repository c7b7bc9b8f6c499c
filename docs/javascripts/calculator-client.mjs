// Python for the whole visit. Pages come and go; the workers and what they know stay.
//
// Two interpreters run the same files. MicroPython is there at once; the build has proved which calculators it may answer.
// Pyodide is full Python and the reference: once it is ready it confirms the answer on screen and takes over.

import { whenIdle } from "./calculator-near.mjs";
import { Confirmation } from "./confirmation.mjs";
import { forgetKeptPython } from "./kept-python.mjs";
import { EngineGone, PythonEngine, UNLOADABLE } from "./python-engine.mjs";
import { PythonManifest } from "./python-manifest.mjs";
import { WaitingLine } from "./waiting-line.mjs";

const PATIENCE_IN_MS = 60_000;
const PAUSE_IN_MS = 1000;

/** Events: "state", "working" (how far a long answer is), and "verdict" of full Python on a quick answer: `question`, its own answer as `json`, and what is `different`. */
export class CalculatorClient extends EventTarget {
  #quick = new PythonEngine("instant", new URL("micropython-worker.mjs", import.meta.url));
  #full = new PythonEngine("pyodide", new URL("pyodide-worker.mjs", import.meta.url));
  #manifest = new PythonManifest();
  #renewed = new Set();
  #patience = PATIENCE_IN_MS;
  #waiting = new WaitingLine();
  #asked = null;
  #confirmation = new Confirmation((detail) => this.#judged(detail));
  #distrusted = new Set();
  #pause = 0;

  constructor() {
    super();
    this.#quick.addEventListener("state", () => this.#quickChanged());
    this.#full.addEventListener("state", () => this.#changed(this.#full));
    const tell = ({ detail }) => this.#asked?.heard && this.dispatchEvent(new CustomEvent("working", { detail }));
    for (const engine of [this.#quick, this.#full]) engine.addEventListener("working", tell);
  }

  /** State, reason and progress of full Python: it may still come when a quick answer is there. */
  get reference() {
    return this.#full.detail;
  }

  /** What somebody who uses this calculator has: ready as soon as either interpreter can answer it. */
  stateOf(calculator) {
    const engines = this.#mayAnswer(calculator) ? [this.#quick, this.#full] : [this.#full];
    const best = ["ready", "starting", "idle"].map((state) => engines.find((engine) => engine.state === state));
    return (best.find(Boolean) ?? this.#full).detail;
  }

  prepare = (address, known) => this.#manifest.prepare(address, known).then(() => this.#next(), () => {});

  /** Start the Python that answers this calculator first; `patience` is the longest silence in milliseconds. */
  async start(calculator, patience = PATIENCE_IN_MS) {
    this.#patience = patience;
    await this.#manifest.ready();
    if (this.#mayAnswer(calculator)) this.#launch(this.#quick);
    else this.#launch(this.#full);
  }

  /** Start full Python beside the quick one, which goes first: not before a pause in what is asked. */
  confirm() {
    clearTimeout(this.#pause);
    if (this.#full.state !== "idle") return;
    if (this.#quick.state === "starting") this.#quick.addEventListener("state", () => this.confirm(), { once: true });
    else this.#pause = setTimeout(() => whenIdle(() => this.#launch(this.#full)), PAUSE_IN_MS);
  }

  /**
   * Ask. Only the newest question matters: an older one that still waits is dropped, unless it is a table to be read.
   * @returns {Promise<{ json: string, checked: boolean } | null>} the answer and whether full Python gave it; null if dropped
   */
  ask(question) {
    this.#confirmation.forget();
    return new Promise((resolve, reject) => {
      this.#waiting.add({ question, resolve, reject, heard: true });
      this.#next();
    });
  }

  /** Forget failures and start again what has failed. */
  retry() {
    this.#manifest.forget();
    for (const engine of [this.#quick, this.#full]) if (engine.state === "failed") engine.retry(this.#given());
  }

  /** Give up what is asked; the asker gets null. */
  stop() {
    this.#waiting.clear();
    if (this.#asked) this.#asked.stopped = true;
    this.#asked?.engine.retry(this.#given());
  }

  #mayAnswer(calculator) {
    const proved = this.#manifest.known?.instant?.calculators.includes(calculator);
    return Boolean(proved) && this.#quick.state !== "failed" && !this.#distrusted.has(calculator);
  }

  #launch(engine) {
    engine.start(this.#given(), this.#patience);
  }

  #given() {
    const saveData = Boolean(navigator.connection?.saveData);
    return this.#manifest.get().then((manifest) => ({ manifest, base: this.#manifest.address, saveData }));
  }

  /** Without the quick one, full Python is needed now. */
  #quickChanged() {
    if (this.#quick.state === "failed") this.#launch(this.#full);
    this.#changed(this.#quick);
  }

  /** What can't be loaded may have other names in a new release of the site, or be damaged where it is kept. */
  #changed(engine) {
    if (engine.detail.reason === UNLOADABLE && !this.#renewed.has(engine)) {
      this.#renewed.add(engine);
      Promise.all([this.#manifest.renew(), forgetKeptPython()]).then((found) => found.some(Boolean) && engine.retry(this.#given()));
    }
    this.dispatchEvent(new CustomEvent("state"));
    this.#next();
  }

  #engineFor({ question, onlyFull }) {
    if (this.#full.state === "ready" || onlyFull) return this.#full;
    return this.#mayAnswer(question.calculator) ? this.#quick : this.#full;
  }

  #next() {
    const confirm = () => (this.#full.state === "ready" ? this.#confirmation.next() : null);
    const next = this.#asked ? null : (this.#waiting.next ?? confirm());
    const engine = next && this.#engineFor(next);
    if (engine?.state !== "ready") return;
    if (next === this.#waiting.next) this.#waiting.take();
    this.#asked = next;
    next.engine = engine;
    engine.ask(next.question).then(
      (json) => this.#answered(next, engine, json),
      (error) => this.#stumbled(next, engine, error),
    );
  }

  #answered(asked, engine, json) {
    this.#asked = null;
    const [checked, { question }] = [engine === this.#full, asked];
    if (!checked && !this.#waiting.next && question.texts) this.#confirmation.keep(question, json);
    asked.resolve({ json, checked });
    if (question.texts) this.#next();
    else setTimeout(() => this.#next()); // once the form has what was read, since that asks anew
  }

  /** A dead engine's question is asked again; what the quick one stumbles over is left to full Python. */
  #stumbled(asked, engine, error) {
    this.#asked = null;
    const gone = error instanceof EngineGone;
    if (!gone && engine === this.#full) asked.reject(error);
    else if (asked.stopped || !this.#waiting.putBack({ ...asked, onlyFull: !gone })) asked.resolve(null);
    if (!gone && engine === this.#quick) this.#launch(this.#full);
    this.#next();
  }

  #judged(detail) {
    if (detail.different.length > 0) this.#distrusted.add(detail.question.calculator);
    this.dispatchEvent(new CustomEvent("verdict", { detail }));
  }
}

export const client = new CalculatorClient();
