// Full Python: Pyodide with a trimmed standard library and the calculators' wheel, or at once from a kept snapshot.

import { fetched } from "./fetched.mjs";
import { forgetSnapshots, keepSnapshot, keptSnapshot } from "./pyodide-snapshot.mjs";
import { serve, Spoiled } from "./python-worker.mjs";

const REST_IN_MS = 1000;

serve(async ({ manifest, base, saveData }) => {
  const at = (name) => new URL(name, base).href;
  tellProgress(manifest.sizes, at);
  const broken = startEngine(at(`${manifest.pyodide}pyodide.asm.wasm`));
  import(at(`${manifest.pyodide}pyodide.asm.js`)).catch(() => {}); // Pyodide asks for it later and says what is wrong
  const [{ loadPyodide }, snapshot] = await Promise.all([
    import(at(`${manifest.pyodide}pyodide.mjs`)),
    keptSnapshot(manifest.id, base),
  ]);
  const start = snapshot ? restored : loaded;
  const python = await Promise.race([start(loadPyodide, manifest, at, snapshot?.memory), broken]);
  if (!snapshot && !saveData) setTimeout(() => keepSnapshot(manifest.id, base), REST_IN_MS);
  return python.pyimport("calculators");
});

/** Start from the files. */
function loaded(loadPyodide, manifest, at) {
  return loadPyodide({
    indexURL: at(manifest.pyodide),
    stdLibURL: at(manifest.stdlib),
    lockFileContents: manifest.lock,
    packageBaseUrl: at(manifest.packages),
    packages: ["calculators"],
    enableRunUntilComplete: false,
  });
}

/** Start from memory in which all of that has been done; chance must not repeat with it. */
async function restored(loadPyodide, manifest, at, snapshot) {
  try {
    const python = await loadPyodide({
      indexURL: at(manifest.pyodide),
      stdLibURL: at(manifest.stdlib),
      lockFileContents: { info: manifest.lock.info, packages: {} },
      enableRunUntilComplete: false,
      _loadSnapshot: snapshot,
    });
    python.runPython("import random\nrandom.seed()");
    return python;
  } catch (error) {
    await forgetSnapshots(at(""));
    throw new Spoiled(String(error.message ?? error));
  }
}

/**
 * Fetch and compile the engine at once, while everything else is still on its way; Pyodide gets the result when it asks.
 * @returns {Promise<never>} rejects when that fails: loadPyodide() itself would never settle then
 */
function startEngine(address) {
  const compiled = compile(address);
  const { fetch } = self;
  self.fetch = (asked, options) => (String(asked.url ?? asked) === address ? new Response() : fetch(asked, options));
  return new Promise((_, reject) => {
    compiled.catch(reject);
    WebAssembly.instantiateStreaming = async (_source, imports) => {
      try {
        const module = await compiled;
        return { module, instance: await WebAssembly.instantiate(module, imports) };
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
}

/** A host that doesn't know .wasm files is served as well, only without compiling while they arrive. */
async function compile(address) {
  const response = await fetched(address);
  if (response.headers.get("Content-Type")?.startsWith("application/wasm")) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
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
