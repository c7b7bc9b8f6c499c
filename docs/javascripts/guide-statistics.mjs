// <guide-statistics> wraps the full list of statistics and hides what the filters leave out.

class GuideStatistics extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.items = [...this.querySelectorAll(".g-statistic")];
    this.form.hidden = false;
    this.form.addEventListener("input", () => this.#filter());
    this.form.addEventListener("reset", () => setTimeout(() => this.#filter()));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.#filter();
  }

  #filter() {
    const { words, ...facets } = Object.fromEntries(new FormData(this.form));
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = this.items.filter((item) => fits(item, wanted, facets));
    for (const item of this.items) item.hidden = !shown.includes(item);
    this.querySelector(".g-filters__count").textContent = `${shown.length} of ${this.items.length} statistics`;
    this.querySelector(".g-statistics__none").hidden = shown.length > 0;
  }
}

function fits(item, wanted, facets) {
  const text = item.textContent.toLowerCase();
  const chosen = Object.entries(facets).filter(([, value]) => value);
  return wanted.every((word) => text.includes(word)) && chosen.every(([name, value]) => item.dataset[name] === value);
}

customElements.define("guide-statistics", GuideStatistics);
