// Brings the calculators' scripts to a page that has a calculator, whether it was loaded or has just been changed in
// place; all other pages do without them.

const watch = new self.MutationObserver(look);

function look() {
  if (!document.querySelector("guide-calculator")) return;
  watch.disconnect();
  import("./guide-calculator.mjs");
}

watch.observe(document.body, { childList: true, subtree: true });
look();
