// The theme's script makes the relative addresses of the first page absolute by setting each to itself. A browser takes a
// style sheet whose address was set for another one: it would read it again and restyle the whole page. So the sheet's is
// no longer set, and the theme, which compares the heads of two pages as text, is told the absolute one. It runs
// before the theme's script, as a plain script: a module would run after it.

for (const link of document.head.querySelectorAll("link[rel=stylesheet]")) {
  const address = link.href;
  const absolute = link.cloneNode();
  absolute.href = address;
  Object.defineProperties(link, {
    href: { get: () => address, set: () => {} },
    outerHTML: { get: () => absolute.outerHTML },
  });
}

// It sets those of what a drawing repeats (<use>) as well, which have no way to be set, and would end there.
Object.defineProperty(self.SVGUseElement.prototype, "href", {
  ...Object.getOwnPropertyDescriptor(self.SVGUseElement.prototype, "href"),
  set: () => {},
});
