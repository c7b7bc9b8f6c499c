// Which files the page's Python consists of: the names of one build, kept until the site turns out to have a newer one.

import { fetched } from "./fetched.mjs";

export class PythonManifest {
  /** Where it is published; the names in it are relative to that. */
  address = "";
  /** What it says, once that is known. */
  known = null;
  #asked = null;
  #renewal = null;

  /**
   * @param {string} address
   * @param {object} known what it said when the page was built, if the page tells
   */
  prepare(address, known) {
    this.address = new URL(address, document.baseURI).href;
    this.known ??= known ?? null;
    return this.get();
  }

  /** The manifest; asked for again after a failure. */
  get() {
    if (this.known) return Promise.resolve(this.known);
    this.#asked ??= this.#fetch("default").finally(() => (this.#asked = null));
    return this.#asked;
  }

  /** Wait until it is known or can't be. */
  ready() {
    return this.get().catch(() => null);
  }

  /**
   * Ask the host itself, once.
   * @returns {Promise<boolean>} whether it names other files than the page did
   */
  renew() {
    const before = JSON.stringify(this.known);
    const changed = () => JSON.stringify(this.known) !== before;
    this.#renewal ??= this.#fetch("reload").then(changed, () => false);
    return this.#renewal;
  }

  /** Let the host be asked again. */
  forget() {
    this.#renewal = null;
    this.known = null;
  }

  async #fetch(cache) {
    this.known = await (await fetched(this.address, { cache })).json();
    return this.known;
  }
}
