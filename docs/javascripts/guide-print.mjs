// The head of each printed sheet names the page: the one that is shown, to which the theme may have come without a load.

self.addEventListener("beforeprint", () => {
  document.documentElement.dataset.page = document.title;
});
