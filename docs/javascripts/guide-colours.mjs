// The choice of colours in the header: light, dark, or as the system. The theme's own does the same, but restyles the
// whole page four times as it starts; this touches nothing that is right already. What was chosen is kept in the theme's
// place and shape, since the theme's inline script applies it before anything is shown.

import { whenIdle } from "./calculator-near.mjs";

const KEY = "__palette";
const SYSTEM = "(prefers-color-scheme)";
const PARTS = ["media", "scheme", "primary", "accent"];
const light = self.matchMedia("(prefers-color-scheme: light)");
const options = [...document.querySelectorAll(".md-option")];

/** @type {HTMLInputElement | undefined} */
let chosen;

/** The option whose colours are shown: that of the system's scheme where the choice is left to it. */
function shown(option) {
  if (option.dataset.mdColorMedia !== SYSTEM) return option;
  const media = `(prefers-color-scheme: ${light.matches ? "light" : "dark"})`;
  return options.find((each) => each.dataset.mdColorMedia === media) ?? option;
}

function show(option) {
  const colours = shown(option);
  for (const part of PARTS) set(document.body, `data-md-color-${part}`, colours.getAttribute(`data-md-color-${part}`));
  for (const each of options) each.nextElementSibling.hidden = each !== option;
  whenIdle(tellBrowser);
}

function set(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** The browser's own parts, such as the bar of addresses and the bars for scrolling. */
function tellBrowser() {
  const style = self.getComputedStyle(document.querySelector(".md-header"));
  tell("theme-color", style.backgroundColor);
  if (style.colorScheme === "dark" || document.querySelector("meta[name=color-scheme]")) tell("color-scheme", style.colorScheme);
}

function tell(meta, content) {
  const found = document.querySelector(`meta[name=${meta}]`) ?? document.createElement("meta");
  if (found.content === content) return;
  found.name = meta;
  found.content = content;
  document.head.append(found);
}

function keep(option) {
  const { mdColorMedia: media, mdColorScheme: scheme, mdColorPrimary: primary, mdColorAccent: accent } = option.dataset;
  self.__md_set(KEY, { index: options.indexOf(option), color: { media, scheme, primary, accent } });
}

/** Enter takes the next one, as a press on the picture does. */
function typed({ key, currentTarget }) {
  if (key !== "Enter") return;
  const next = options[(options.indexOf(currentTarget) + 1) % options.length];
  next.click();
  next.focus();
}

function choose(option) {
  chosen = option;
  show(option);
  keep(option);
}

for (const option of options) {
  option.addEventListener("keydown", typed);
  option.addEventListener("change", () => choose(option));
}
light.addEventListener("change", () => chosen && show(chosen));
if (options.length) choose(options[self.__md_get(KEY)?.index] ?? options[0]);
