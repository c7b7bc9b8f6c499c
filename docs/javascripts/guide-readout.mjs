// <guide-readout> holds a figure's picture: pointer and arrow keys show the row of the figure's table that a mark stands for.
// It isn't announced: whoever hears the page has the same in the picture's description and in the table.

const GAP_IN_PX = 8;
const FRAME_IN_PX = 5;
const LINGER_IN_MS = 300;
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
const HEARD = ["pointerover", "pointerleave", "pointerdown", "focus", "blur", "keydown"];

/** @type {GuideReadout | null} The one that shows something. */
let open = null;

class GuideReadout extends HTMLElement {
  #at = 0;
  #closing = 0;
  #frame = made("div", "g-readout__frame");
  #words = made("div", "g-readout");

  connectedCallback() {
    if (!this.querySelector("[data-row]")) return;
    this.tabIndex = 0;
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", this.dataset.name);
    for (const part of [this.#frame, this.#words]) part.ariaHidden = "true";
    for (const type of HEARD) this.addEventListener(type, this);
  }

  disconnectedCallback() {
    this.hide();
  }

  handleEvent(event) {
    this[`on${event.type}`](event);
  }

  onpointerover({ target }) {
    clearTimeout(this.#closing);
    const mark = target.closest("[data-row]");
    if (mark) this.#show(this.#marks().findIndex((shapes) => shapes.includes(mark)));
    else if (!this.#words.contains(target)) this.#hideSoon();
  }

  /** A finger leaves with each tap. */
  onpointerleave({ pointerType }) {
    if (pointerType !== "touch") this.#hideSoon();
  }

  onpointerdown({ target }) {
    if (!target.closest("[data-row], .g-readout")) this.hide();
  }

  onfocus() {
    if (this.matches(":focus-visible")) this.#show(this.#at);
  }

  onblur() {
    this.hide();
  }

  onkeydown(event) {
    const step = STEPS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#show(this.#at + (open === this ? step : 0));
    for (const part of [this.#words, this.#frame]) part.scrollIntoView({ block: "nearest" });
  }

  hide() {
    clearTimeout(this.#closing);
    this.#frame.remove();
    this.#words.remove();
    if (open === this) open = null;
  }

  #hideSoon() {
    if (!this.matches(":focus-visible")) this.#closing = setTimeout(() => this.hide(), LINGER_IN_MS);
  }

  #show(index) {
    const marks = this.#marks();
    this.#at = Math.max(0, Math.min(index, marks.length - 1));
    if (open !== this) open?.hide();
    open = this;
    this.#words.replaceChildren(...cells(this.closest("figure").querySelector("table"), marks[this.#at][0].dataset.row));
    this.append(this.#frame, this.#words);
    this.#place(around(marks[this.#at]));
  }

  /** The marks of the picture that this width shows: shapes of one row that follow each other are one. */
  #marks() {
    const marks = [];
    for (const shape of this.querySelectorAll("[data-row]")) {
      if (!shape.checkVisibility()) continue;
      const last = marks.at(-1);
      if (last?.[0].dataset.row === shape.dataset.row) last.push(shape);
      else marks.push([shape]);
    }
    return marks;
  }

  /** Above the mark, or below it where that would cover the figure's headline or lie under the page's header. */
  #place({ left, top, right, bottom }) {
    const own = this.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.#words;
    const header = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
    const above = top - GAP_IN_PX - height;
    const free = Math.max(header, own.top);
    const across = (left + right - width) / 2 - own.left;
    put(this.#frame, left - own.left, top - own.top, { width: right - left, height: bottom - top });
    put(this.#words, Math.max(0, Math.min(across, own.width - width)), (above < free ? bottom + GAP_IN_PX : above) - own.top);
  }
}

function made(name, className, text = "") {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

function put(element, left, top, size = {}) {
  for (const [name, length] of Object.entries({ left, top, ...size })) element.style[name] = `${length}px`;
}

/** What stands in a row, each cell after the name of its column. */
function cells(table, row) {
  const names = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
  return [...table.tBodies[0].rows[row].cells].flatMap(({ textContent }, column) => {
    if (!textContent) return [];
    const cell = made("span", "g-readout__cell");
    if (names[column]) cell.append(made("span", "g-readout__name", names[column]), " ");
    cell.append(made("span", "g-readout__value", textContent));
    return [cell];
  });
}

function around(shapes) {
  const boxes = shapes.map((shape) => shape.getBoundingClientRect());
  const least = (side) => Math.min(...boxes.map((box) => box[side])) - FRAME_IN_PX;
  const most = (side) => Math.max(...boxes.map((box) => box[side])) + FRAME_IN_PX;
  return { left: least("left"), top: least("top"), right: most("right"), bottom: most("bottom") };
}

document.addEventListener("keydown", ({ key }) => key === "Escape" && open?.hide());
document.addEventListener("pointerdown", ({ target }) => open?.contains(target) || open?.hide());
self.addEventListener("resize", () => open?.hide());
customElements.define("guide-readout", GuideReadout);
