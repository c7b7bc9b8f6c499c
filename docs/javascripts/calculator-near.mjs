// When to fetch what a calculator needs: its scripts, and Python, which is several megabytes.

const NEAR = "300px";
const PAUSE_IN_MS = 200;

/** Call `start` once the element is near the view and the page has nothing else to do. */
export function whenNear(element, start, signal) {
  const seen = (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    whenIdle(() => signal.aborted || start());
  };
  const observer = new IntersectionObserver(seen, { rootMargin: NEAR });
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
}

/** Call once the page has nothing more urgent to do. */
export function whenIdle(call) {
  if (self.requestIdleCallback) self.requestIdleCallback(call);
  else setTimeout(call, PAUSE_IN_MS);
}
