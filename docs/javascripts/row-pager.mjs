// Where the window of a long table stands, and the buttons that move it.

import { setText } from "./element-text.mjs";
import { word } from "./words.mjs";

/** Say which of all rows are in view; hidden when all are. */
export function showPager(root, start, count, all) {
  const pager = root.querySelector("[data-pager]");
  pager.hidden = count === all;
  setText(pager.querySelector("span"), word("Rows {first} to {last} of {all}", { first: start + 1, last: start + count, all }));
  pager.querySelector("[data-action=earlier]").disabled = start === 0;
  pager.querySelector("[data-action=later]").disabled = start + count === all;
}
