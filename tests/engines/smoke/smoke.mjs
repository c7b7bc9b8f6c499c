// Four assertions on the calculator's page, and a fifth where the browser keeps sites: the same in every engine.
//
// The query string says which page, what to type and what must come of it. The outcome is JSON in #result, and the
// document's title: “passed” or “failed”.

import { answer, hasStarted, isInvalid, isKept, isStale, note, open, state, type, words } from "./framed-page.mjs";

const PAUSE_IN_MS = 50;

const given = Object.fromEntries(new URLSearchParams(location.search));

const CHECKS = {
  "the default answer is in the page before any script runs": async () => {
    const html = await (await fetch(given.page)).text();
    const built = new DOMParser().parseFromString(html, "text/html").querySelector("[data-answer=value]");
    await becomes("The built answer", () => built.textContent, given.default);
    await becomes("That the page is there", open(given.page), true);
    await becomes("The answer on screen", answer, given.default);
  },
  "a changed number is answered live, and full Python confirms it": async () => {
    type(given.typed);
    await becomes("The answer", answer, given.live);
    await becomes("The status", state, "answered");
    await becomes("That full Python confirmed it", () => words().includes("Full Python confirmed it."), true);
    await becomes("That the quick Python ran", () => hasStarted("instant"), true);
    await becomes("That the answer is stale", isStale, false);
  },
  "rubbish is refused beside its field, and the last answer is marked": async () => {
    type(given.rubbish);
    await becomes("The note beside the field", note, given.refusal);
    await becomes("That the field is invalid", isInvalid, true);
    await becomes("The status", state, "refused");
    await becomes("That the answer is stale", isStale, true);
    await becomes("The answer", answer, given.live);
  },
  "with the host gone a changed number is still answered": async () => {
    if (navigator.serviceWorker) await becomes("That the site is kept", isKept, true);
    await stopHost();
    await isAnswered(given.later, given.offline);
    await becomes("That the field is invalid", isInvalid, false);
  },
  "with the host gone the page comes again and answers": async () => {
    if (!navigator.serviceWorker) return "Skipped: no service workers here.";
    await becomes("That the page is there", open(given.page), true);
    await isAnswered(given.typed, given.live);
    return "";
  },
};

async function isAnswered(typed, wanted) {
  type(typed);
  await becomes("The answer", answer, wanted);
  await becomes("The status", state, "answered");
  await becomes("That the answer is stale", isStale, false);
}

async function stopHost() {
  await fetch("/stop", { method: "POST" });
  const reaches = () => fetch(location.pathname, { cache: "no-store" }).then(() => true, () => false);
  await becomes("That the host answers", reaches, false);
}

/** Wait until what is read is what is wanted; in the end say both. */
async function becomes(name, read, wanted) {
  const end = performance.now() + Number(given.patience);
  for (let found = await read(); found !== wanted; found = await read()) {
    if (performance.now() > end) throw new Error(`${name} is “${found}”, not “${wanted}”.`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_IN_MS));
  }
}

async function outcome([name, check]) {
  try {
    return { name, passed: true, message: (await check()) ?? "" };
  } catch (error) {
    return { name, passed: false, message: error.message };
  }
}

const checks = [];
for (const each of Object.entries(CHECKS)) checks.push(await outcome(each));
document.querySelector("#result").textContent = JSON.stringify({ browser: navigator.userAgent, checks });
document.title = checks.every(({ passed }) => passed) ? "passed" : "failed";
