// Text into the page. The same text again would make the browser lay the page out once more.

export function setText(element, text) {
  if (element.textContent !== String(text)) element.textContent = text;
}
