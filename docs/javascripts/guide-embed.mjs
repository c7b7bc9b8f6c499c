// A calculator in a frame on another site: it follows the system's colours and tells the frame's page how high it is.

const dark = self.matchMedia("(prefers-color-scheme: dark)");

function paint() {
  document.body.dataset.mdColorScheme = dark.matches ? "guide-dark" : "guide-light";
}

/** Told at each change, and to whoever asks with `{ type: "guide-embed?" }`: `{ type: "guide-embed", height }`, in CSS pixels; the page around may use it or not. */
function tell() {
  const height = Math.ceil(document.querySelector(".g-embed").getBoundingClientRect().height);
  if (self.parent !== self) self.parent.postMessage({ type: "guide-embed", height }, "*");
}

paint();
dark.addEventListener("change", paint);
self.addEventListener("message", ({ data }) => data?.type === "guide-embed?" && tell());
new self.ResizeObserver(tell).observe(document.querySelector(".g-embed"));
