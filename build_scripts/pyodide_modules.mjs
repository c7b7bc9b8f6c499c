// Boots Pyodide in Node as the page does, runs every calculator's examples and prints which files of the standard
// library were read on the way; those that are frozen into the interpreter never are.

import path from "node:path";
import { pathToFileURL } from "node:url";

const { runtime, packages, lock, imports } = JSON.parse(process.argv[2]);
const { loadPyodide } = await import(pathToFileURL(path.join(runtime, "pyodide.mjs")));

try {
  const python = await loadPyodide({
    indexURL: runtime,
    lockFileContents: lock,
    packageBaseUrl: packages,
    packages: ["calculators"],
    enableRunUntilComplete: false,
  });
  for (const name of ["json", ...imports]) python.pyimport(name);
  const calculators = python.pyimport("calculators");
  for (const id of calculators.ids()) calculators.describe(id);
  console.log(
    python.runPython(`
import json, sys
read = [module for module in list(sys.modules.values()) if getattr(module.__spec__, "origin", "") != "frozen"]
files = [getattr(module, "__file__", None) or "" for module in read]
json.dumps(sorted({file.split(".zip/")[1] for file in files if ".zip/" in file}))
`),
  );
} catch (error) {
  console.error(String(error.message ?? error).trim());
  process.exit(1);
}
