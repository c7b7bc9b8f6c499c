// Brings calculators to life, with the Python that answers. On a calculator's own page this is loaded early, yet asks for
// nothing until the page has been painted: what is to be seen first has the line to itself. Whoever types before that
// doesn't wait for it.

const AWAITED = ["input", "pointerdown", "keydown"];
const known = document.querySelector("meta[name=guide-python]")?.dataset.modules;

/** Once the page has been painted, which one that is opened in the background is as somebody turns to it. */
export const painted = new Promise((resolve) => {
  if (!self.PerformanceObserver?.supportedEntryTypes.includes("paint")) resolve();
  else new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
});

let brought = null;

/** Fetch and run the calculators' scripts, once; those that the page names are asked for at a time. */
export function bringCalculators() {
  brought ??= bring();
  return brought;
}

function bring() {
  for (const type of AWAITED) document.removeEventListener(type, bringCalculators, true);
  for (const address of known?.split(" ") ?? []) preload(address);
  return import("./guide-calculator.mjs");
}

function preload(address) {
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = address;
  document.head.append(link);
}

if (known) {
  for (const type of AWAITED) document.addEventListener(type, bringCalculators, true);
  painted.then(bringCalculators);
}
