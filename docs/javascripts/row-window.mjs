// The lines of a table that are on the page: a window of all rows, written in pieces.

/** So many rows are in the window. */
export const WINDOW = 100;
const PIECE = 5;

export class RowWindow {
  #body;
  #write;
  #start = 0;
  #count;
  #written;
  #frame = 0;

  /** `write` puts the row of a place into a line. */
  constructor(body, write) {
    this.#body = body;
    this.#write = write;
    this.#count = this.#written = body.rows.length;
  }

  /** The place of the first row in view. */
  get start() {
    return this.#start;
  }

  /** The lines that stand for their rows by now. */
  get lines() {
    return [...this.#body.rows].slice(0, this.#written);
  }

  /** Bring the rows from a place on into view: the first at once, the others in the frames that follow. */
  show(start, all) {
    this.#start = start;
    this.#count = Math.min(WINDOW, all - start);
    this.#written = 0;
    for (const line of [...this.#body.rows].slice(this.#count)) line.remove();
    this.#draw(PIECE);
    return this.#count;
  }

  /** The line of a row, written if it was still to come; undefined where the row is not in view. */
  line(place) {
    const index = place - this.#start;
    if (index >= this.#written && index < this.#count) this.#draw(index + 1);
    return this.lines[index];
  }

  /** Write the window's rows up to a number: all of them in one task would hold up what is typed meanwhile. */
  #draw(wanted) {
    const end = Math.min(this.#count, wanted);
    const [first] = this.#body.rows;
    const missing = Array.from({ length: end - this.#body.rows.length }, () => first.cloneNode(true));
    this.#body.append(...missing);
    for (; this.#written < end; this.#written++) {
      this.#write(this.#body.rows[this.#written], this.#start + this.#written);
    }
    self.cancelAnimationFrame(this.#frame);
    if (end < this.#count) this.#frame = self.requestAnimationFrame(() => this.#draw(end + PIECE));
  }
}
