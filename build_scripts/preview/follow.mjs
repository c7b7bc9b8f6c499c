// In the preview only: shows a page anew when it has changed, and what is wrong with the content while it is.

const SHOWN = "preview-problems";

function follow() {
  const now = document.querySelector("meta[name=preview-now]").content;
  const events = new self.EventSource(`/preview/events?since=${now}`);
  events.addEventListener("page", ({ data }) => {
    if (data === "*" || data === open()) location.reload();
  });
  events.addEventListener("problems", ({ data }) => show(JSON.parse(data)));
}

/** The open page's address, as the generator names it. */
function open() {
  return decodeURIComponent(location.pathname).slice(1).replace(/(^|\/)index\.html$/, "$1");
}

function show(problems) {
  document.getElementById(SHOWN)?.remove();
  if (problems.length === 0) return;
  const box = element("section", "", element("h2", title(problems.length)), element("ul", "", ...problems.map(line)));
  box.id = SHOWN;
  box.setAttribute("role", "alert");
  box.tabIndex = 0; // it scrolls when there is much to say
  document.body.append(box);
}

function title(count) {
  return `${count === 1 ? "1 problem" : `${count} problems`}: the page shows the last state without any`;
}

function line({ place, message, remedy }) {
  return element("li", "", element("code", place), element("p", message), element("p", `→ ${remedy}`));
}

function element(name, text, ...inside) {
  const made = document.createElement(name);
  made.append(text, ...inside);
  return made;
}

follow();
