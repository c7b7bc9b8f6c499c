// The table of rows: any number of them, of which a window is on the page. Cells are texts; Python reads them.

import { setText } from "./element-text.mjs";
import { showPager } from "./row-pager.mjs";
import { cellsOf, isFilled, kept, named, numberLine, textsOf, windowOf, writeTexts } from "./row-texts.mjs";
import { RowWindow, WINDOW } from "./row-window.mjs";

const FEWEST_ROWS = 3;

const tables = new WeakMap();

/** The table of a calculator; null where it has none. */
export function tableOf(element) {
  const root = element.querySelector(".g-rows");
  if (root && !tables.has(root)) tables.set(root, new RowTable(root));
  return root && tables.get(root);
}

class RowTable {
  #root;
  #window;
  #rows;
  #resultOf = null;

  constructor(root) {
    this.#root = root;
    this.#window = new RowWindow(root.querySelector("tbody"), (line, place) => this.#write(line, place));
    this.#rows = this.#lines.map((line) => textsOf(line));
  }

  /** Python's names of the columns. */
  get columns() {
    return this.heads.map((head) => head.dataset.column);
  }

  /** The heads of the columns. */
  get heads() {
    return [...this.#root.querySelectorAll("thead [data-column]")];
  }

  /**
   * The rows up to the last one that holds anything, so that Python counts them as the reader does.
   * @returns {import("./row-texts.mjs").Row[]}
   */
  get filled() {
    this.#read();
    return this.#rows.slice(0, this.#rows.findLastIndex(isFilled) + 1);
  }

  /** Put other rows in the place of all. */
  fill(rows) {
    this.#rows = [...rows];
    while (this.#rows.length < FEWEST_ROWS) this.#rows.push({});
    this.#resultOf = null;
    this.#show(0);
  }

  /** One more row, empty, at the end; its first cell in view gets the focus. */
  add() {
    this.#read();
    this.#rows.push({});
    this.goTo(this.#rows.length - 1);
  }

  /** Take a row away; the focus goes to the row in its place. */
  remove(line) {
    this.#read();
    const place = this.#start + this.#lines.indexOf(line);
    this.#rows.splice(place, 1);
    if (this.#rows.length === 0) this.#rows.push({});
    this.#show(Math.min(this.#start, windowOf(this.#rows.length - 1, WINDOW)));
    this.#window.line(Math.min(place, this.#rows.length - 1)).querySelector("button").focus();
  }

  /**
   * Spread copied cells over the table from one cell on, over the columns in view; the texts stay as they are.
   * @returns {boolean} whether there was more than one cell
   */
  paste(input, text) {
    const lines = text.replace(/\r?\n$/, "").split(/\r?\n/).map((line) => line.split("\t"));
    if (lines.length === 1 && lines[0].length === 1) return false;
    this.#read();
    const line = input.closest("tr");
    const first = this.#start + this.#lines.indexOf(line);
    const inView = cellsOf(line).filter(({ hidden }) => !hidden);
    const names = inView.slice(inView.findIndex((cell) => cell.input === input)).map(({ column }) => column);
    lines.forEach((texts, down) => (this.#rows[first + down] = { ...this.#rows[first + down], ...named(names, texts) }));
    this.#show(this.#start);
    return true;
  }

  /** Put the rows into another order: their numbers, from 0. */
  reorder(order) {
    const { filled } = this;
    this.#rows = [...order.map((place) => filled[place]), ...this.#rows.slice(filled.length)];
    this.#show(0);
  }

  /** Bring a row into view and put the focus into one of its cells. */
  goTo(place, column) {
    this.#read();
    this.#show(windowOf(place, WINDOW));
    (this.cell(place, column) ?? this.#window.line(place).querySelector("td:not([hidden]) > *")).focus();
  }

  /** Show the rows before or after those in view. */
  turn(pages) {
    this.#read();
    this.#show(Math.min(Math.max(0, this.#start + pages * WINDOW), windowOf(this.#rows.length - 1, WINDOW)));
  }

  /** The first cell in view, where one may paste. */
  get firstCell() {
    return this.#lines[0].querySelector("td:not([hidden]) input");
  }

  /** The field of a cell; null while its row is not in view. */
  cell(place, column) {
    return cellsOf(this.#window.line(place)).find((cell) => cell.column === column)?.input ?? null;
  }

  /** Show beside each row what a function says of its number; a filled row without it gets a dash. */
  showResults(resultOf) {
    this.#resultOf = resultOf;
    this.#read();
    this.#lines.forEach((line, index) => this.#writeResult(line, this.#start + index));
  }

  get #start() {
    return this.#window.start;
  }

  get #lines() {
    return this.#window.lines;
  }

  /** Take what stands in the cells, whoever wrote it there. */
  #read() {
    this.#lines.forEach((line, index) => {
      this.#rows[this.#start + index] = { ...kept(this.#rows[this.#start + index]), ...textsOf(line) };
    });
  }

  #show(start) {
    const count = this.#window.show(start, this.#rows.length);
    showPager(this.#root, start, count, this.#rows.length);
  }

  #write(line, place) {
    numberLine(line, place + 1);
    writeTexts(line, this.#rows[place]);
    this.#writeResult(line, place);
  }

  #writeResult(line, place) {
    const cell = line.querySelector(".g-rows__result");
    if (!cell) return;
    const shown = this.#resultOf ? (this.#resultOf(place) ?? (isFilled(this.#rows[place]) ? "–" : "")) : "";
    setText(cell, shown);
  }
}
