// The theme's script asks for the index of the whole search as each page starts, and takes it apart on the page's thread.
// Few visits search: the request is held back until somebody turns to the search, by pointer, keyboard or address. It runs
// before the theme's script, as a plain script: a module would run after it.

{
  const INDEX = "search/search_index.json";
  const { open } = self.XMLHttpRequest.prototype;

  const wanted = new Promise((resolve) => {
    const focused = ({ target }) => target.name === "query" && resolve();
    document.addEventListener("focusin", focused);
    document.addEventListener("pointerover", ({ target }) => target.closest?.(".md-search, [for=__search]") && resolve());
    if (new URLSearchParams(location.search).has("q")) resolve();
  });

  self.XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    if (address.endsWith(INDEX)) {
      self.XMLHttpRequest.prototype.open = open;
      this.send = () => wanted.then(() => self.XMLHttpRequest.prototype.send.call(this));
    }
    open.call(this, method, address, ...rest);
  };
}
