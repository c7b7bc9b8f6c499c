// <guide-copy> holds texts, and adds a button with the words of data-copy for each; without a script they can be marked.
// Most stand in closed <details>, on some pages a hundred: these get theirs as they are opened.

import { copied } from "./clipboard.mjs";
import { setText } from "./element-text.mjs";

class GuideCopy extends HTMLElement {
  connectedCallback() {
    const around = this.closest("details:not([open])");
    if (around) around.addEventListener("toggle", () => this.#addButtons(), { once: true });
    else this.#addButtons();
  }

  #addButtons() {
    if (this.querySelector("button")) return;
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    const row = document.createElement("div");
    row.className = "g-copy";
    row.append(...[...this.querySelectorAll("[data-copy]")].map((text) => button(text, status, this.dataset)), status);
    this.append(row);
  }
}

function button(text, status, { done, failed }) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "g-button";
  made.textContent = text.dataset.copy;
  made.addEventListener("click", async () => {
    const taken = await copied(text.textContent);
    if (!taken) self.getSelection().selectAllChildren(text);
    setText(status, taken ? done : failed);
  });
  return made;
}

customElements.define("guide-copy", GuideCopy);
