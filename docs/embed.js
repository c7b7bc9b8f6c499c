// For pages that show a calculator of this guide in a frame: makes each frame as high as what is in it.
// Frames are asked for their height once, since they may have told it before this came. A frame's message counts only when it comes from that frame and from the address it was loaded from.

for (const frame of document.querySelectorAll("iframe")) frame.contentWindow?.postMessage({ type: "guide-embed?" }, "*");

addEventListener("message", ({ data, origin, source }) => {
  if (data?.type !== "guide-embed" || !(data.height > 0)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source && new URL(frame.src).origin === origin) frame.height = Math.ceil(data.height);
  }
});
