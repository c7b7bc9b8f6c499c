// Python in a thread of its own: loads Pyodide once, then answers questions as JSON text.

let python = null;

/**
 * Start Python.
 * @param {{ manifest: object, base: string }} given what the build published, and the address that its names are relative to
 */
async function start({ manifest, base }) {
  const at = (name) => new URL(name, base).href;
  tellProgress(manifest.sizes, at);
  const broken = brokenEngine();
  const { loadPyodide } = await import(at(`${manifest.pyodide}pyodide.mjs`));
  const loading = loadPyodide({
    indexURL: at(manifest.pyodide),
    stdLibURL: at(manifest.stdlib),
    lockFileContents: manifest.lock,
    packageBaseUrl: at(manifest.packages),
    packages: ["calculators"],
    enableRunUntilComplete: false,
  });
  const pyodide = await Promise.race([loading, broken]);
  const toJson = pyodide.pyimport("json").dumps;
  python = { calculators: pyodide.pyimport("calculators"), toJson, toPy: pyodide.toPy };
}

/**
 * Rejects when the engine can't be fetched or compiled: loadPyodide() itself never settles then. A host that doesn't
 * know .wasm files is served as well, only without compiling while they arrive.
 */
function brokenEngine() {
  const streaming = WebAssembly.instantiateStreaming;
  return new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (source, imports) => {
      try {
        const response = await source;
        if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
        if (response.headers.get("Content-Type")?.startsWith("application/wasm")) return await streaming(response, imports);
        return await WebAssembly.instantiate(await response.arrayBuffer(), imports);
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
}

/** Tell how much has arrived, file by file; the sizes are those of a host that compresses. */
function tellProgress(sizes, at) {
  const missing = new Map(Object.entries(sizes).map(([name, size]) => [at(name), size]));
  const total = [...missing.values()].reduce((sum, size) => sum + size, 0);
  let arrived = 0;
  const seen = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) {
      arrived += missing.get(name) ?? 0;
      missing.delete(name);
    }
    self.postMessage({ type: "progress", arrived, total });
  });
  seen.observe({ type: "resource", buffered: true });
}

/** Ask Python; its answer is JSON text. */
function answer({ calculator, texts, rows, language }) {
  const proxies = [python.toPy(texts), python.toPy(rows)];
  try {
    proxies.push(python.calculators.answer(calculator, ...proxies, language));
    return python.toJson(proxies[2]);
  } finally {
    for (const proxy of proxies) proxy.destroy();
  }
}

const DUTIES = {
  start: async (data) => {
    await start(data);
    return { type: "ready" };
  },
  ask: ({ id, question }) => ({ type: "answer", id, json: answer(question) }),
};

self.addEventListener("message", async ({ data }) => {
  try {
    self.postMessage(await DUTIES[data.type](data));
  } catch (error) {
    // An error of Python's own leaves it alive; anything else means that the engine is gone.
    const type = data.type === "start" ? "failed" : error.constructor.name === "PythonError" ? "error" : "crashed";
    self.postMessage({ type, id: data.id, message: String(error.message ?? error) });
  }
});
