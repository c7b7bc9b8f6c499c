// Opens a note beside the mark that leads to it: a citation's on click and focus, a grade's on click. Without this
// script both are links to the same words further down. It listens to the document, which outlives a change of page.

import { note } from "./note.mjs";

const MARKS = "a.g-cite, a.g-grade";
const GAP_IN_PX = 6;
const MARGIN_IN_PX = 16;

/** @type {{ mark: HTMLAnchorElement, note: HTMLElement } | null} */
let open = null;
/** The mark whose note was open when the pointer went down: a second press closes it. */
let pressed = null;

function show(mark) {
  if (open?.mark === mark && open.note.isConnected) return;
  hide();
  const made = note(mark);
  if (!made?.showPopover) return;
  mark.after(made); // so that Tab leads from the mark into its note
  made.showPopover();
  place(made, mark);
  mark.setAttribute("aria-expanded", "true");
  open = { mark, note: made };
}

function hide() {
  if (!open) return;
  const { mark, note: shown } = open;
  open = null;
  shown.remove();
  mark.removeAttribute("aria-expanded");
}

/** Below the mark, or above it where it fits better; it scrolls with the page. */
function place(made, mark) {
  const at = mark.getBoundingClientRect();
  const room = document.documentElement.clientWidth - made.offsetWidth - MARGIN_IN_PX;
  const above = at.top - GAP_IN_PX - made.offsetHeight;
  const header = document.querySelector(".md-header")?.offsetHeight ?? 0;
  const fits = at.bottom + GAP_IN_PX + made.offsetHeight <= self.innerHeight;
  const top = fits || above < header ? at.bottom + GAP_IN_PX : above;
  made.style.left = `${self.scrollX + Math.max(MARGIN_IN_PX, Math.min(at.left - GAP_IN_PX, room))}px`;
  made.style.top = `${self.scrollY + top}px`;
}

/** The mark that opens a note; a mark inside a note stays a link. */
function markAt(target) {
  return target.closest?.(".g-note") ? null : target.closest?.(MARKS);
}

function clicked(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const mark = markAt(event.target);
  if (mark) press(mark, event);
  else leave(event.target);
}

function press(mark, event) {
  const was = open?.mark === mark;
  show(mark);
  if (!open) return; // no note to show: the link does its work
  event.preventDefault();
  event.stopImmediatePropagation();
  if (was && event.detail === 0) open.note.querySelector("a")?.focus(); // Enter on a mark whose note is open
  else if (pressed === mark) hide();
}

/** A link within the page that stands in the note leads away from it. */
function leave(target) {
  if (open?.note.contains(target) && target.closest("a")?.getAttribute("href").startsWith("#")) setTimeout(hide);
}

function focused({ target }) {
  if (target.matches?.("a.g-cite") && !target.closest(".g-note")) show(target);
}

/** Focus went elsewhere; a click on the note's own words, or into another window, is no leaving. */
function blurred({ relatedTarget }) {
  if (!open || open.mark === relatedTarget || open.note.contains(relatedTarget)) return;
  if (relatedTarget || (document.hasFocus() && !open.note.matches(":hover"))) hide();
}

function down({ target }) {
  pressed = open?.mark.contains(target) ? open.mark : null;
  if (open && !pressed && !open.note.contains(target)) hide();
}

function typed(event) {
  if (event.key !== "Escape" || !open) return;
  const { mark, note: shown } = open;
  const within = shown.contains(document.activeElement);
  hide();
  if (within) returnTo(mark);
}

/** Back on the mark, whose note stays closed. */
function returnTo(mark) {
  document.removeEventListener("focusin", focused);
  mark.focus();
  document.addEventListener("focusin", focused);
}

document.addEventListener("click", clicked, { capture: true });
document.addEventListener("pointerdown", down);
document.addEventListener("focusin", focused);
document.addEventListener("focusout", blurred);
document.addEventListener("keydown", typed);
self.addEventListener("resize", () => open && place(open.note, open.mark));
