// The note of a citation or of a grade, made of what the page says of it further down.

/** @returns {HTMLElement | null} the note, not in the page yet; null when the page has no words for it */
export function note(mark) {
  const words = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
  if (!words) return null;
  const made = document.createElement("div");
  made.className = "g-note";
  made.popover = "manual";
  made.setAttribute("role", "group");
  made.setAttribute("aria-label", mark.getAttribute("aria-label"));
  made.append(...(words.matches(".g-source") ? cited(mark, words) : copies(words.children)));
  return made;
}

/** The source, what stands beside this very mark, the grade, the limits, the ways on. */
function cited(mark, source) {
  const wanted = ["", ...(mark.dataset.statistics ?? "").split(" ")];
  const parts = [...source.querySelectorAll("[data-note]")].filter((part) => wanted.includes(part.dataset.note));
  const made = copies(parts);
  made.at(-1)?.append(" · ", wayTo(mark));
  return made;
}

function wayTo(mark) {
  const link = document.createElement("a");
  link.href = mark.hash;
  link.textContent = `Note ${mark.textContent.replace(/\D/g, "")} below`;
  return link;
}

function copies(parts) {
  return [...parts].map((part) => part.cloneNode(true));
}
