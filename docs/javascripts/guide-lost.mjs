// <guide-lost> holds the links of the page that answers for addresses of nothing. What the address says comes first:
// the pages whose names are like it, and a search for its words.

const MOST = 3;
const ALIKE = 0.5;
const ENDING = /\.\w+$/;

class GuideLost extends HTMLElement {
  connectedCallback() {
    const home = new URL(this.dataset.home, self.location.href);
    const words = wordsOf(self.location.pathname.slice(home.pathname.length).replace(ENDING, ""));
    if (!words.length || this.querySelector("[data-near]")) return;
    const list = document.createElement("ul");
    list.className = "g-lost";
    list.dataset.near = "";
    list.append(...nearest(words, [...this.querySelectorAll("a")], home).map(entry), entry(search(words, home)));
    this.prepend(heading("Near to that address"), list, heading("All pages"));
  }
}

/** Words of an address or a title, in lower case. */
function wordsOf(text) {
  return decoded(text).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function nearest(words, links, home) {
  const rated = links.map((link) => ({ link, alike: nearness(words, link, home) }));
  const near = rated.filter(({ alike }) => alike >= ALIKE).sort((one, other) => other.alike - one.alike);
  return near.slice(0, MOST).map(({ link }) => link.cloneNode(true));
}

/** From 0 to 1: how well the address's words are found among the link's, on average. */
function nearness(words, link, home) {
  const own = wordsOf(`${link.textContent} ${link.pathname.slice(home.pathname.length)}`);
  const best = words.map((word) => Math.max(...own.map((other) => likeness(word, other))));
  return best.reduce((sum, each) => sum + each, 0) / words.length;
}

/** From 0 to 1: the share of neighbouring letters that two words have in common, ends counted as letters. */
function likeness(one, other) {
  const [first, second] = [pairs(one), pairs(other)];
  return (2 * first.filter((pair) => second.includes(pair)).length) / (first.length + second.length);
}

function pairs(word) {
  return [...`${word} `].map((letter, index, letters) => (letters[index - 1] ?? " ") + letter);
}

function search(words, home) {
  const link = document.createElement("a");
  const said = words.join(" ");
  link.href = `${home.href}?${new URLSearchParams({ q: said })}`;
  link.target = "_self"; // a page loaded anew: the theme reads such a question only then
  link.textContent = `Search the guide for “${said}”`;
  return link;
}

function heading(words) {
  const made = document.createElement("h2");
  made.textContent = words;
  return made;
}

function entry(link) {
  const item = document.createElement("li");
  item.append(link);
  return item;
}

customElements.define("guide-lost", GuideLost);
