// Runs in every measured page before its own scripts, the same for all engines: changes a number and watches the answer.
(() => {
  if (self !== top || !location.protocol.startsWith("http")) return;
  const { changed, patience, silence } = self.benchSettings;
  const found = { visible: null, first: null, firstText: "", lastText: "", presses: [], changes: [], firstPress: null };
  const tasks = [];
  let down = 0;
  let pending = null; // the press that no change of the answer has followed yet

  /** The moment after the next frame. */
  const painted = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      }),
    );
  const late = (milliseconds, words) => new Promise((_, reject) => setTimeout(() => reject(new Error(words)), milliseconds));
  const value = () => document.querySelector("[data-answer=value]");

  const answered = Promise.withResolvers();
  const ready = Promise.withResolvers();
  let open = false;
  let finished = () => {};

  async function seen() {
    while (!value()) await painted();
    found.visible = await painted();
  }

  async function showsOther(text) {
    const press = pending;
    pending = null;
    if (press !== null) found.changes.push(performance.now() - press);
    const at = await painted();
    if (found.first === null) {
      [found.first, found.firstText] = [at, text];
      answered.resolve();
    }
    if (press !== null) finish(at - press);
  }

  function finish(took) {
    found.presses.push(took);
    [open, pending] = [false, null];
    finished();
  }

  function watchAnswer(output) {
    found.lastText = output.textContent;
    new MutationObserver(() => {
      if (output.textContent === found.lastText) return;
      found.lastText = output.textContent;
      showsOther(output.textContent);
    }).observe(output, { childList: true, characterData: true, subtree: true });
  }

  function change() {
    const field = document.querySelector("[name=followers]");
    if (!field) return;
    watchAnswer(value());
    field.value = changed;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => list.getEntriesByName("guide:pyodide-ready").length && ready.resolve()).observe({ type: "mark", buffered: true });
  document.addEventListener("readystatechange", () => document.readyState === "interactive" && change());
  document.addEventListener("keydown", (event) => (down = event.timeStamp), true);
  document.addEventListener(
    "beforeinput",
    () => {
      found.firstPress ??= down;
      [open, pending] = [true, down];
    },
    true,
  );
  seen();

  self.bench = {
    answered: () => Promise.race([answered.promise, late(patience, "no live answer came")]),
    ready: () => Promise.race([ready.promise, late(patience, "Pyodide did not become ready")]),
    /** Resolves once the last press is answered; a press without an answer counts as long as the wait for it. */
    settled: () =>
      new Promise((resolve) => {
        if (!open) return resolve();
        const timer = setTimeout(() => finish(silence), silence);
        finished = () => resolve(clearTimeout(timer));
      }),
    collect: () => {
      const mark = (name) => performance.getEntriesByName(name)[0]?.startTime ?? null;
      const [paint] = performance.getEntriesByName("first-contentful-paint");
      return {
        ...found,
        origin: performance.timeOrigin,
        visible: found.visible && Math.max(found.visible, paint?.startTime ?? 0),
        start: mark("guide:pyodide-start"),
        ready: mark("guide:pyodide-ready"),
        instant: mark("guide:instant-ready"),
        tasks: tasks.map(({ startTime, duration }) => [startTime, duration]),
      };
    },
  };
})();
