// A page in another language comes with another frame: header, nav, search and foot. The theme exchanges a page's
// middle alone when a link is followed, so such a link is left to the browser.

/** The language of the page at a path: that of a folder named by a language's code, else the guide's own. */
function languageAt(path, codes) {
  const folders = path.split("/");
  return codes.findLast((code) => folders.includes(code)) ?? codes[0];
}

function clicked(event) {
  const link = event.target.closest?.("a[href]");
  const codes = document.querySelector('meta[name="guide-languages"]')?.content.split(" ");
  if (!link || !codes || link.target) return;
  if (languageAt(link.pathname, codes) !== document.documentElement.lang) link.target = "_self";
}

document.addEventListener("click", clicked, true);
