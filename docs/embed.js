// For pages that show a calculator of this guide in a frame: makes each frame as high as what is in it.
// A message counts only when it comes from a frame of the host that this script comes from.

(() => {
  const home = new URL(document.currentScript.src).origin;
  const frames = () => [...document.querySelectorAll("iframe")].filter(({ src }) => src && new URL(src).origin === home);

  self.addEventListener("message", ({ data, origin, source }) => {
    if (origin !== home || data?.type !== "guide-embed" || !(data.height > 0)) return;
    for (const frame of frames()) if (frame.contentWindow === source) frame.height = Math.ceil(data.height);
  });

  // Those that came before this script have told nobody.
  for (const frame of frames()) frame.contentWindow.postMessage({ type: "guide-embed-ask" }, "*");
})();
