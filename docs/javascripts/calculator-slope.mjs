// The break-even line under the answer. Python says where things stand, as shares of the axes; this puts them there.

import { setText } from "./element-text.mjs";
import { formatNumber } from "./number-format.mjs";
import { word } from "./words.mjs";

const SVG = "http://www.w3.org/2000/svg";
const LABEL = { class: "g-text--small g-text--quiet" };
const ACROSS = { mark: "M0 0v6", text: { y: 22, "text-anchor": "middle" } };
const UP = { mark: "M-6 0h6", text: { x: -11, y: 5, "text-anchor": "end" } };

/** Show the line of an answer; nothing where it has none. */
export function showSlope(element, { slope }) {
  const figure = element.querySelector("[data-slope]");
  if (!figure) return;
  figure.hidden = !slope;
  if (!slope) return;
  draw(figure, slope, element);
  tell(figure, slope, element);
}

function draw(figure, { line: [right, top], point: [across, up], ...slope }, element) {
  const line = `M0 100L${hundredths(right)} ${hundredths(1 - top)}`;
  set(figure, "side", { d: `${line}${right === 1 ? "L100 0" : ""}L0 0z` });
  set(figure, "line", { d: line });
  const [x, y] = [percent(across), percent(1 - up)];
  set(figure, "point", { cx: x, cy: y });
  set(figure, "across", { x2: x, y1: y, y2: y });
  set(figure, "up", { x1: x, x2: x, y2: y });
  const { unit } = outputOf(element, slope.y).dataset;
  const ticks = slope.ticks.flatMap(([value, place], index) => {
    const words = formatNumber(value, unit, slope.digits, element.dataset);
    const below = tick({ x: percent(place), y: "100%" }, ACROSS, words);
    return index ? [below, tick({ y: percent(1 - place) }, UP, words)] : [below];
  });
  figure.querySelector("[data-ticks]").replaceChildren(...ticks);
}

function tell(figure, { x, y, ratio }, element) {
  const [across, up, times] = [x, y, ratio].map((name) => outputOf(element, name));
  const named = { x: across.dataset.label, y: up.dataset.label };
  for (const [axis, label] of Object.entries(named)) setText(figure.querySelector(`[data-slope-label=${axis}]`), label);
  const values = { ...named, times: times.textContent, above: up.textContent, across: across.textContent };
  const words = word("On the line, {y} is {times} × {x}. The dot: {above} against {across}.", values);
  setText(figure.querySelector("[data-slope-words]"), words);
}

function outputOf(element, name) {
  return element.querySelector(`[data-result="${CSS.escape(name)}"]`);
}

function set(figure, name, attributes) {
  const shape = figure.querySelector(`[data-slope-${name}]`);
  for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
}

function tick(place, { mark, text }, words) {
  const group = drawn("svg", { class: "g-slope__tick", ...place });
  const label = drawn("text", { ...LABEL, ...text });
  label.textContent = words;
  group.append(drawn("path", { class: "g-axis", d: mark }), label);
  return group;
}

function drawn(name, attributes) {
  const shape = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
  return shape;
}

function hundredths(share) {
  return (share * 100).toFixed(2);
}

function percent(share) {
  return `${hundredths(share)}%`;
}
