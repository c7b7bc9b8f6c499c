// Lets the browser keep the guide, and offers a newer release when one is there: it never takes over by itself.

import { whenIdle } from "./calculator-near.mjs";

const BASE = new URL("../../../", import.meta.url).href;
const SCRIPT = `${BASE}service-worker.js`;
const HOUR_IN_MS = 3_600_000;
const REST_IN_MS = 3000;
/** One that takes over by itself, to remove what is kept, is gone from the queue by then. */
const SETTLED_IN_MS = 300;

/** Register: what is kept then is fetched in the background. */
async function register() {
  try {
    const registration = await navigator.serviceWorker.register(SCRIPT, { scope: BASE, updateViaCache: "none" });
    follow(registration);
    if (registration.active) await registration.update();
  } catch {
    await withdraw().catch(() => {});
  }
}

/** A site that no longer keeps anything, such as a preview, must not be answered by what was kept before. */
async function withdraw() {
  const { status } = await fetch(SCRIPT, { method: "HEAD", cache: "no-store" });
  const registration = await navigator.serviceWorker.getRegistration(BASE);
  if (status !== 404 || registration?.scope !== BASE) return;
  await registration.unregister();
  const own = (await caches.keys()).filter((name) => name === `guide-python ${BASE}` || name.startsWith(`guide-site ${BASE} `));
  await Promise.all(own.map((name) => caches.delete(name)));
}

function follow(registration) {
  let asked = performance.now();
  const offer = () => registration.waiting && registration.active && show(registration);
  const settle = () => setTimeout(offer, SETTLED_IN_MS);
  const watch = () => registration.installing?.addEventListener("statechange", settle);
  offer();
  watch();
  registration.addEventListener("updatefound", watch);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || performance.now() - asked < HOUR_IN_MS) return;
    asked = performance.now();
    registration.update().catch(() => {});
  });
}

/** “A newer version …”: said politely, reached by keyboard, gone when not wanted. */
function show(registration) {
  if (document.querySelector(".g-update")) return;
  const bar = document.createElement("section");
  bar.className = "g-update md-typeset";
  bar.setAttribute("aria-label", "Newer version");
  const words = document.createElement("p");
  words.setAttribute("role", "status");
  bar.append(words, button("Show it", () => accept(registration)), button("Later", () => bar.remove()));
  document.body.append(bar);
  setTimeout(() => (words.textContent = "A newer version of this guide is ready."));
}

function button(label, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "g-button";
  made.textContent = label;
  made.addEventListener("click", action);
  return made;
}

/** Bring the release; another tab may have brought it already. */
function accept({ waiting }) {
  if (!waiting) return loadAnew();
  navigator.serviceWorker.addEventListener("controllerchange", loadAnew, { once: true });
  return waiting.postMessage({ type: "activate" });
}

/**
 * Load the page with the numbers that were typed in its address. That address comes last: Chromium asks for the icon
 * again when it changes, and a request at the moment of change keeps the older release in place.
 */
function loadAnew() {
  const link = document.querySelector("guide-calculator[data-edited] [data-action=link]");
  if (link) history.replaceState(history.state, "", link.hash);
  location.reload();
}

/** Once the page is there and at rest: a calculator's Python goes first. */
function registerAtRest() {
  setTimeout(() => whenIdle(register), REST_IN_MS);
}

if ("serviceWorker" in navigator && !navigator.connection?.saveData) {
  if (document.readyState === "complete") registerAtRest();
  else self.addEventListener("load", registerAtRest, { once: true });
}
