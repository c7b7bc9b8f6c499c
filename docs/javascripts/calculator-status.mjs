// The status line under the answer: where it came from, in words.

import { GONE, LATE, UNLOADABLE } from "./python-engine.mjs";
import { word } from "./words.mjs";

const MEGABYTE = 1_000_000;

const answered = () => word("Answered by Python in your browser.");
const starting = () => word("Python is starting.");

const WORDS = {
  starting: () => [starting(), word("This answer was worked out in advance and stays until then. Nothing is sent.")],
  waiting: () => [starting(), word("Your numbers are kept and answered as soon as it is there. Nothing is sent.")],
  ready: () => [word("Python is ready."), word("Change a number and it answers here, in your browser: nothing is sent.")],
  answered: () => [answered(), word("Nothing was sent.")],
  quick: () => [answered(), word("Nothing was sent. Full Python will confirm it.")],
  confirmed: () => [answered(), word("Nothing was sent. Full Python confirmed it.")],
  saving: () => [answered(), word("Nothing was sent. Full Python is not loaded, to save data.")],
  unconfirmed: () => [answered(), word("Nothing was sent. Full Python could not be loaded to confirm it.")],
  working: () => [word("Python is calculating."), word("The answer on screen is for the numbers before your last change.")],
  stopped: () => [
    word("Stopped."),
    word("The answer on screen is for the numbers before your last change. Change any number to ask again."),
  ],
  refused: () => [word("Python can’t answer this yet."), word("The reason stands where it was typed.")],
};
const REASONS = {
  [LATE]: () => word("Python has not started in time."),
  [UNLOADABLE]: () => word("Python could not be loaded."),
  [GONE]: () => word("Python stopped working."),
};
const LOOKS = { waiting: "starting", working: "starting", quick: "answered", confirmed: "answered", saving: "answered", unconfirmed: "answered" };
const TRY_AGAIN = ["failed", "unconfirmed"];
const SPOKEN = ["failed", "waiting", "differed"];

/**
 * Show a state: one of those above, or `failed` and `differed` with their own words. Only what matters to somebody who waits is spoken.
 * @param {HTMLElement} element
 * @param {string} state
 * @param {string[]} words the sentence that counts, and the one that explains
 */
export function showStatus(element, state, [first, rest] = WORDS[state]()) {
  const line = element.querySelector(".g-status");
  const text = line.querySelector(".g-status__words");
  line.dataset.state = LOOKS[state] ?? state;
  line.querySelector("[data-action=retry]").hidden = !TRY_AGAIN.includes(state);
  line.querySelector("[data-action=stop]").hidden = state !== "working";
  line.querySelector("[data-action=confirm]").hidden = state !== "saving";
  if (line.dataset.state !== "starting") line.querySelector(".g-status__progress").hidden = true;
  if (text.textContent === `${first} ${rest}`) return;
  text.setAttribute("aria-live", SPOKEN.includes(state) ? "polite" : "off");
  const strong = document.createElement("strong");
  strong.textContent = first;
  text.replaceChildren(strong, ` ${rest}`);
}

/** Show what the client says of Python; `edited` tells whether somebody waits for an answer. */
export function showState(element, { state, reason, arrived, total }, edited) {
  if (state === "failed") failed(element, reason);
  else if (state === "starting") {
    showStatus(element, edited ? "waiting" : "starting");
    showProgress(element, arrived, total);
  } else if (state === "ready" && !edited) showStatus(element, "ready");
}

function failed(element, reason) {
  const stays = word("The answer on screen was worked out before and still holds for its numbers.");
  showStatus(element, "failed", [REASONS[reason](), stays]);
}

/** Say who gave the answer, and what full Python says or will say of it. */
export function showSource(element, checked, reference) {
  if (checked) showStatus(element, "confirmed");
  else if (reference.state === "failed") showStatus(element, "unconfirmed");
  else if (reference.state === "idle" && navigator.connection?.saveData) showStatus(element, "saving");
  else showStatus(element, "quick");
}

/** Say that the reference gave another answer: what was on screen before, and in which results it differed. */
export function showDifference(element, before, different) {
  const labels = different.map((name) => element.querySelector(`[data-result="${CSS.escape(name)}"]`)?.dataset.label ?? name);
  const names = labels.join(", ");
  const rest = word("It had been “{before}”. Different: {names}. Please tell us, with the link below.", { before, names });
  showStatus(element, "differed", [word("The quick answer was wrong; this is full Python’s."), rest]);
}

/** How far a long answer is, with a bar. */
export function showShare(element, share) {
  const line = element.querySelector(".g-status__progress");
  line.hidden = false;
  line.querySelector("progress").value = share;
  line.querySelector("span").textContent = new Intl.NumberFormat(element.dataset.language, { style: "percent" }).format(share);
}

/** “2.2 of 4.1 MB”, with a bar; for the eye alone, since it changes often. */
function showProgress(element, arrived, total) {
  const line = element.querySelector(".g-status__progress");
  line.hidden = !total;
  if (!total) return;
  const write = new Intl.NumberFormat(element.dataset.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  line.querySelector("progress").value = arrived / total;
  line.querySelector("span").textContent = word("{arrived} of {total} MB", {
    arrived: write.format(arrived / MEGABYTE),
    total: write.format(total / MEGABYTE),
  });
}
