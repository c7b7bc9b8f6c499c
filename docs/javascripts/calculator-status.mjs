// The status line under the answer: where it came from, in words.

const MEGABYTE = 1_000_000;

const WORDS = {
  starting: ["Python is starting.", "This answer was worked out in advance and stays until then. Nothing is sent."],
  waiting: ["Python is starting.", "Your numbers are kept and answered as soon as it is there. Nothing is sent."],
  ready: ["Python is ready.", "Change a number and it answers here, in your browser: nothing is sent."],
  answered: ["Answered by Python in your browser.", "Nothing was sent."],
  refused: ["Python can’t answer this yet.", "The reason stands where it was typed."],
};
const EXAMPLE_STAYS = "The answer on screen was worked out before and still holds for its numbers.";
const SPOKEN = ["failed", "waiting"];

/**
 * Show a state: one of those above, or `failed` with its own words. Only what matters to somebody who waits is spoken.
 * @param {HTMLElement} element
 * @param {string} state
 * @param {string[]} words the sentence that counts, and the one that explains
 */
export function showStatus(element, state, [first, rest] = WORDS[state]) {
  const line = element.querySelector(".g-status");
  const text = line.querySelector(".g-status__words");
  line.dataset.state = state === "waiting" ? "starting" : state;
  line.querySelector("[data-action=retry]").hidden = state !== "failed";
  if (line.dataset.state !== "starting") line.querySelector(".g-status__progress").hidden = true;
  if (text.textContent === `${first} ${rest}`) return;
  text.setAttribute("aria-live", SPOKEN.includes(state) ? "polite" : "off");
  const strong = document.createElement("strong");
  strong.textContent = first;
  text.replaceChildren(strong, ` ${rest}`);
}

/** Show what the client says of Python; `edited` tells whether somebody waits for an answer. */
export function showState(element, { state, reason, arrived, total }, edited) {
  if (state === "failed") showStatus(element, "failed", [reason, EXAMPLE_STAYS]);
  else if (state === "starting") {
    showStatus(element, edited ? "waiting" : "starting");
    showProgress(element, arrived, total);
  } else if (!edited) showStatus(element, "ready");
}

/** “2.2 of 4.1 MB”, with a bar; for the eye alone, since it changes often. */
function showProgress(element, arrived, total) {
  const line = element.querySelector(".g-status__progress");
  line.hidden = !total;
  if (!total) return;
  const write = new Intl.NumberFormat(element.dataset.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  line.querySelector("progress").value = arrived / total;
  line.querySelector("span").textContent = `${write.format(arrived / MEGABYTE)} of ${write.format(total / MEGABYTE)} MB`;
}
