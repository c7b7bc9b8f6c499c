// Python in a thread of its own: loads Pyodide once, then answers questions.

let calculators = null;

/** Start Python. `base` is the address of the manifest; everything else is named there. */
async function start(base) {
  const manifest = await (await check(fetch(base))).json();
  const at = (path) => new URL(path, base).href;
  const runtime = at(manifest.pyodide);
  // loadPyodide() hangs when the engine can't be fetched, so ask first whether it is there.
  const reachable = check(fetch(`${runtime}pyodide.asm.wasm`, { method: "HEAD" }));
  const { loadPyodide } = await import(`${runtime}pyodide.mjs`);
  const loading = loadPyodide({
    indexURL: runtime,
    stdLibURL: at(manifest.stdlib),
    lockFileContents: manifest.lock,
    packageBaseUrl: at(manifest.packages),
    packages: ["calculators"],
    enableRunUntilComplete: false,
  });
  await reachable;
  const python = await loading;
  calculators = { module: python.pyimport("calculators"), toPy: python.toPy };
}

async function check(request) {
  const response = await request;
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response;
}

/** Ask Python; the answer is plain data. */
function answer({ calculator, texts, rows, language }) {
  const given = [calculators.toPy(texts), calculators.toPy(rows)];
  const found = calculators.module.answer(calculator, ...given, language);
  const plain = found.toJs({ dict_converter: Object.fromEntries, create_pyproxies: false });
  for (const proxy of [...given, found]) proxy.destroy();
  return plain;
}

self.addEventListener("message", async ({ data }) => {
  try {
    if (data.type === "start") {
      await start(data.base);
      self.postMessage({ type: "ready" });
    } else {
      self.postMessage({ type: "answer", id: data.id, answer: answer(data.question) });
    }
  } catch (error) {
    self.postMessage({ type: data.type === "start" ? "failed" : "error", id: data.id, message: String(error) });
  }
});
