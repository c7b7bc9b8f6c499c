// Starts Pyodide in Node as the page's worker does, imports every calculator, and writes the memory as a snapshot.

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const { runtime, stdlib, wheel, info, target, prepare } = JSON.parse(process.argv[2]);
const { loadPyodide } = await import(pathToFileURL(path.join(runtime, "pyodide.mjs")));

try {
  const python = await loadPyodide({
    indexURL: runtime,
    stdLibURL: stdlib,
    lockFileContents: { info, packages: {} },
    enableRunUntilComplete: false,
    _makeSnapshot: true,
  });
  const heap = python._module.HEAP8.length;
  python.FS.writeFile("/tmp/calculators.whl", readFileSync(wheel));
  python.runPython(prepare);
  if (python._module.HEAP8.length !== heap) throw new Error("the memory grew, and a grown one can't be restored");
  writeFileSync(target, python.makeMemorySnapshot());
  console.log(JSON.stringify({ heap }));
} catch (error) {
  console.error(String(error.message ?? error).trim());
  process.exit(1);
}
