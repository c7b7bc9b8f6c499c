// The calculator's page in a frame, as somebody who uses it sees it.

const frame = document.querySelector("iframe");

const find = (selector) => frame.contentDocument.querySelector(selector);

export const answer = () => find("[data-answer=value]").textContent;
export const state = () => find(".g-status").dataset.state;
export const words = () => find(".g-status__words").textContent;
export const isStale = () => find("guide-calculator").hasAttribute("data-stale-answer") && !find("[data-stale]").hidden;
export const isInvalid = () => followers().getAttribute("aria-invalid") === "true";

/** What is said beside the field: the last of the texts that describe it. */
export const note = () => find(`#${followers().getAttribute("aria-describedby").split(" ").at(-1)}`).textContent;

/** Whether this interpreter has started. */
export const hasStarted = (name) => frame.contentWindow.performance.getEntriesByName(`guide:${name}-ready`).length > 0;

/** Whether what is kept for offline answers this page. */
export const isKept = () => Boolean(frame.contentWindow.navigator.serviceWorker?.controller);

/** Go to a page, the same one included; gives the way to ask whether it is there. */
export function open(address) {
  const left = frame.contentDocument;
  if (frame.src) frame.contentWindow.location.reload();
  else frame.src = address;
  return () => frame.contentDocument !== left && isThere();
}

/** In place of a page that can't be had the browser shows one of its own, which nobody may look into. */
function isThere() {
  return frame.contentDocument?.readyState === "complete" && Boolean(find("guide-calculator"));
}

/** Type into the field for followers. */
export function type(text) {
  followers().value = text;
  followers().dispatchEvent(new frame.contentWindow.Event("input", { bubbles: true }));
}

function followers() {
  return find("input[name=followers]");
}
