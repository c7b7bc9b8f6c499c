// Questions that wait for Python. Only the newest one about the numbers matters; what is to be put into the form keeps its place.

export class WaitingLine {
  #asked = [];

  get next() {
    return this.#asked[0] ?? null;
  }

  /** One more question; older ones that it makes idle get null. */
  add(asked) {
    this.#drop(({ question }) => !keepsItsPlace(question));
    this.#asked.push(asked);
  }

  /** A question that was taken and is to be asked again. @returns {boolean} whether it still matters */
  putBack(asked) {
    const matters = this.#asked.length === 0 || keepsItsPlace(asked.question);
    if (matters) this.#asked.unshift(asked);
    return matters;
  }

  take() {
    return this.#asked.shift();
  }

  /** All get null. */
  clear() {
    this.#drop(() => true);
  }

  #drop(goes) {
    for (const each of this.#asked.filter(goes)) each.resolve(null);
    this.#asked = this.#asked.filter((each) => !goes(each));
  }
}

/** A table, or numbers in another language, which are put into the form. */
function keepsItsPlace({ table, typed }) {
  return table !== undefined || typed !== undefined;
}
