// The currency that amounts are in: a choice for the whole visit. Nothing is converted; only the writing changes.

import { setText } from "./element-text.mjs";

let chosen = null;

/** Take over the choice of this visit, or what a reload kept. @returns {boolean} whether it differs from the page's own */
export function recallCurrency(element) {
  const select = selectOf(element);
  if (select) showCurrency(element, chosen ?? select.value);
  return Boolean(select) && select.value !== ownOf(select);
}

/** Take a reader's choice, in the form or in a link; a currency that the page doesn't know changes nothing. */
export function chooseCurrency(element, code) {
  const select = selectOf(element);
  if (!select || ![...select.options].some(({ value }) => value === code)) return;
  chosen = code;
  showCurrency(element, code);
}

/** The currency for a link; undefined where nothing is money or there is no choice. */
export function currencyOf(element) {
  return selectOf(element)?.value;
}

function showCurrency(element, code) {
  const select = selectOf(element);
  select.value = code;
  element.dataset.currency = code;
  for (const unit of element.querySelectorAll("[data-money]")) setText(unit, select.selectedOptions[0].dataset.name);
  element.querySelector("[data-currency-note]").hidden = code === ownOf(select);
}

function ownOf(select) {
  return [...select.options].find(({ defaultSelected }) => defaultSelected).value;
}

function selectOf(element) {
  return element.querySelector("[data-currencies]");
}
