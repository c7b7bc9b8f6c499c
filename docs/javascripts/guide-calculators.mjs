// Brings the calculators' scripts as one comes near a calculator, on a page that was loaded or has been changed in place:
// what stands far below is read as it is. All other pages do without them.

import { whenNear } from "./calculator-near.mjs";
import { bringCalculators, painted } from "./guide-python.mjs";

const TOUCHED = ["focusin", "pointerdown", "input"];
const { signal } = new AbortController();
const seen = new WeakSet();
const watch = new self.MutationObserver(look);

function look() {
  for (const calculator of document.querySelectorAll("guide-calculator:not(:defined)")) {
    if (seen.has(calculator)) continue;
    seen.add(calculator);
    whenNear(calculator, () => painted.then(bring), signal);
    for (const type of TOUCHED) calculator.addEventListener(type, bring, { once: true });
  }
}

function bring() {
  watch.disconnect();
  bringCalculators();
}

watch.observe(document.body, { childList: true, subtree: true });
look();
