// <guide-statistics> wraps the full list of statistics and hides what the filters leave out. The filters stand in the
// address, so that a selection can be kept and sent.

import { setText } from "./element-text.mjs";

class GuideStatistics extends HTMLElement {
  #reveal = () => this.#showTarget();

  connectedCallback() {
    this.form = this.querySelector("form");
    this.items = [...this.querySelectorAll(".g-statistic")];
    this.form.hidden = false;
    this.form.addEventListener("input", () => this.#filter());
    this.form.addEventListener("change", () => keep(this.form));
    this.form.addEventListener("reset", () => setTimeout(() => this.#cleared()));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    self.addEventListener("hashchange", this.#reveal);
    fill(this.form, new URLSearchParams(self.location.search));
    this.#filter();
    this.#showTarget();
  }

  disconnectedCallback() {
    self.removeEventListener("hashchange", this.#reveal);
  }

  #cleared() {
    this.#filter();
    keep(this.form);
  }

  #filter() {
    const { words, ...facets } = Object.fromEntries(new FormData(this.form));
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = this.items.filter((item) => fits(item, wanted, facets));
    for (const item of this.items) item.hidden = !shown.includes(item);
    setText(this.querySelector(".g-filters__count"), `${shown.length} of ${this.items.length} statistics`);
    this.querySelector(".g-statistics__none").hidden = shown.length > 0;
  }

  /** A link to one statistic shows it, whatever was chosen before. */
  #showTarget() {
    const target = document.getElementById(decodeURIComponent(self.location.hash.slice(1)));
    if (!target?.closest(".g-statistic[hidden]")) return;
    this.form.reset();
    this.#cleared();
    target.scrollIntoView();
  }
}

function fits(item, wanted, facets) {
  const text = item.textContent.toLowerCase();
  const chosen = Object.entries(facets).filter(([, value]) => value);
  const isChosen = ([name, value]) => item.getAttribute(`data-${name}`) === value;
  return wanted.every((word) => text.includes(word)) && chosen.every(isChosen);
}

/** What the address says; a choice that there isn't is none. */
function fill(form, said) {
  for (const [name, value] of said) {
    const field = form.elements.namedItem(name);
    if (!field) continue;
    field.value = value;
    if (field.selectedIndex < 0) field.selectedIndex = 0;
  }
}

function keep(form) {
  const address = new URL(self.location.href);
  for (const [name, value] of new FormData(form)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(history.state, "", address);
}

customElements.define("guide-statistics", GuideStatistics);
