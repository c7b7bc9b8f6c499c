// <guide-copy> wraps a piece of code and adds a button that copies it; without the script the code can still be marked.

import { copied } from "./clipboard.mjs";
import { setText } from "./element-text.mjs";

const COPY = "Copy the code";
const DONE = "Copied.";
const FAILED = "The browser did not let us copy. The code is marked: copy it with the keyboard.";

class GuideCopy extends HTMLElement {
  connectedCallback() {
    if (this.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "g-button";
    button.textContent = COPY;
    this.status = document.createElement("span");
    this.status.className = "g-code__status";
    this.status.setAttribute("role", "status");
    button.addEventListener("click", () => this.#copy());
    this.append(button, this.status);
  }

  async #copy() {
    const code = this.querySelector("code");
    const done = await copied(code.textContent);
    if (!done) self.getSelection().selectAllChildren(code);
    setText(this.status, done ? DONE : FAILED);
  }
}

customElements.define("guide-copy", GuideCopy);
