// Python in a worker of its own, started with the page: the usual way. The address's query names the interpreter.
const name = new URL(import.meta.url).search.slice(1);
let ready = false;
let busy = false;
let waiting = true; // a field may have been changed before this script ran

performance.mark(`guide:${name}-start`);
const worker = new Worker(new URL("worker.mjs", import.meta.url), { type: "module" });

function ask() {
  if (!ready || busy || !waiting) return;
  [busy, waiting] = [true, false];
  worker.postMessage(JSON.stringify(typed()));
}

worker.addEventListener("message", ({ data }) => {
  busy = false;
  if (data === "ready") {
    ready = true;
    performance.mark(`guide:${name}-ready`);
  } else show(JSON.parse(data));
  ask();
});
element.addEventListener("input", () => {
  waiting = true;
  ask();
});
