// <guide-copy> holds texts, named by data-copy, and adds a button for each; without a script they can be marked.

import { copied } from "./clipboard.mjs";
import { setText } from "./element-text.mjs";

const DONE = "Copied.";
const FAILED = "The browser did not let us copy. It is marked: copy it with the keyboard.";

class GuideCopy extends HTMLElement {
  connectedCallback() {
    if (this.querySelector("button")) return;
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    const row = document.createElement("div");
    row.className = "g-copy";
    row.append(...[...this.querySelectorAll("[data-copy]")].map((text) => button(text, status)), status);
    this.append(row);
  }
}

function button(text, status) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "g-button";
  made.textContent = `Copy ${text.dataset.copy}`;
  made.addEventListener("click", async () => {
    const done = await copied(text.textContent);
    if (!done) self.getSelection().selectAllChildren(text);
    setText(status, done ? DONE : FAILED);
  });
  return made;
}

customElements.define("guide-copy", GuideCopy);
