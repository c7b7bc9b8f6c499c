// The strip under the answer: each row's number on an axis from zero. Python says where things stand; this puts them there.

import { setText } from "./element-text.mjs";
import { formatNumber } from "./number-format.mjs";
import { word } from "./words.mjs";

const DOT = 11;
const SVG = "http://www.w3.org/2000/svg";

/** Show the strip of an answer; nothing where it has none. */
export function showStrip(element, { strip, results }) {
  const figure = element.querySelector("[data-strip]");
  if (!figure) return;
  figure.hidden = !strip;
  if (strip) draw(figure, strip, results, element.dataset);
}

function draw(figure, strip, results, settings) {
  const { unit, digits } = figure.closest("guide-calculator").querySelector(`[data-result=${strip.stem}_median]`).dataset;
  const write = (number) => formatNumber(number, unit, Number(digits), settings);
  const levels = strip.dots.map(([, , level]) => level);
  const [above, below] = [DOT / 2 - Math.min(...levels) * DOT, DOT / 2 + Math.max(...levels) * DOT];
  frame(figure, above, below);
  const ticks = strip.ticks.map(([value, place]) => tick(place, below, formatNumber(value, unit, strip.digits, settings)));
  figure.querySelector("[data-ticks]").replaceChildren(...ticks);
  const each = results[`${strip.stem}_per_post`];
  const dots = strip.dots.map(([row, place, level]) => dot(place, level, `${figure.dataset.rowName} ${row}: ${write(each[row - 1])}`));
  figure.querySelector("[data-dots]").replaceChildren(...dots);
  const [median, mean] = ["median", "mean"].map((name) => write(results[`${strip.stem}_${name}`]));
  mark(figure, "median", strip.marks.median, word("median {number}", { number: median }), above, below);
  mark(figure, "mean", strip.marks.mean, word("mean {number}", { number: mean }), above, below);
  const { rowName: row } = figure.dataset;
  const words = word("{count} × {row}; median {median}, mean {mean}", { count: strip.dots.length, row, median, mean });
  figure.querySelector(".g-strip__picture").setAttribute("aria-label", words);
  interval(figure.querySelector(".g-strip__interval"), strip.marks, above, below);
}

function frame(figure, above, below) {
  figure.querySelector(".g-strip__picture").setAttribute("height", above + below + 84);
  figure.querySelector(".g-strip__axis").setAttribute("y", above + 30);
  const line = figure.querySelector("line");
  for (const end of ["y1", "y2"]) line.setAttribute(end, below + 22);
}

function interval(band, { low, high }, above, below) {
  const known = low !== null && high !== null;
  const sides = { x: percent(known ? low : 0), width: percent(known ? high - low : 0), y: -above - 4, height: above + below + 8 };
  for (const [name, value] of Object.entries(sides)) band.setAttribute(name, value);
}

function mark(figure, name, place, words, above, below) {
  const group = figure.querySelector(`[data-mark=${name}]`);
  const [line, sign] = group.querySelectorAll("path");
  const text = group.querySelector("text");
  const up = name === "mean";
  group.setAttribute("visibility", place === null ? "hidden" : "inherit");
  group.setAttribute("x", percent(place ?? 0));
  line.setAttribute("d", `M0 ${-above - 4}V${below + 4}`);
  sign.setAttribute("transform", `translate(0 ${up ? -above - 4 : below + 4})`);
  text.setAttribute("x", place > 0.5 ? -12 : 12);
  text.setAttribute("y", up ? -above - 6 : below + 15);
  text.setAttribute("text-anchor", place > 0.5 ? "end" : "start");
  setText(text, words);
}

function tick(place, below, words) {
  const group = drawn("svg", { class: "g-strip__tick", x: percent(place), y: below + 22 });
  const text = drawn("text", { class: "g-text--small g-text--quiet", y: 22, "text-anchor": "middle" });
  text.textContent = words;
  group.append(drawn("path", { class: "g-axis", d: "M0 0v6" }), text);
  return group;
}

function dot(place, level, words) {
  const circle = drawn("circle", { class: "g-mark--dot", cx: percent(place), cy: level * DOT, r: 5 });
  const title = drawn("title", {});
  title.textContent = words;
  circle.append(title);
  return circle;
}

function drawn(name, attributes) {
  const shape = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
  return shape;
}

function percent(share) {
  return `${(share * 100).toFixed(2)}%`;
}
