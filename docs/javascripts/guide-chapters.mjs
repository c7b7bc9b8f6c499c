// <guide-chapters> wraps the list of the infographic's chapters. Once the list has been scrolled away, it stands beside
// the chapters, and the one in view is marked. There is one list, so that nothing is announced twice.

const MIDDLE = "-45% 0px -54% 0px";

class GuideChapters extends HTMLElement {
  #observers = [];

  connectedCallback() {
    if (document.readyState !== "loading") this.#connect();
    else document.addEventListener("readystatechange", () => this.isConnected && this.#connect(), { once: true });
  }

  disconnectedCallback() {
    for (const observer of this.#observers.splice(0)) observer.disconnect();
  }

  #connect() {
    const links = [...this.querySelectorAll("a")];
    const chapters = links.map((link) => document.getElementById(link.hash.slice(1))).filter(Boolean);
    this.#observe((entries) => entries.forEach((entry) => this.#mark(entry)), chapters, { rootMargin: MIDDLE });
    this.#observe(([entry]) => this.#place(entry), [this], {});
  }

  #observe(seen, elements, options) {
    const observer = new IntersectionObserver(seen, options);
    for (const element of elements) observer.observe(element);
    this.#observers.push(observer);
  }

  #mark({ target, isIntersecting }) {
    const link = this.querySelector(`a[href$="#${target.id}"]`);
    if (isIntersecting) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }

  /** The list leaves a gap of its own height, so that nothing moves. */
  #place({ isIntersecting, boundingClientRect: { bottom, height } }) {
    const passed = !isIntersecting && bottom <= 0;
    if (passed === this.hasAttribute("data-passed")) return;
    this.style.minHeight = passed ? `${height}px` : "";
    this.toggleAttribute("data-passed", passed);
  }
}

customElements.define("guide-chapters", GuideChapters);
