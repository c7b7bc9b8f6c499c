// Boots Pyodide in Node, runs every calculator's examples and prints which files of the standard library were loaded.

import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const { runtime, folder, imports, info } = JSON.parse(process.argv[2]);
const { loadPyodide } = await import(pathToFileURL(path.join(runtime, "pyodide.mjs")));
const python = await loadPyodide({ indexURL: runtime, lockFileContents: { info, packages: {} } });

const home = "/home/pyodide/calculators";
python.FS.mkdir(home);
for (const file of readdirSync(path.join(folder, "calculators"))) {
  python.FS.writeFile(`${home}/${file}`, readFileSync(path.join(folder, "calculators", file)));
}

try {
  for (const name of ["json", ...imports]) python.pyimport(name);
  const calculators = python.pyimport("calculators");
  for (const id of calculators.ids()) calculators.describe(id);
} catch (error) {
  console.error(String(error.message ?? error).trim());
  process.exit(1);
}

console.log(
  python.runPython(`
import importlib, json, sys, tarfile
importlib.invalidate_caches()  # installing a wheel does this, and needs tarfile
files = [getattr(module, "__file__", None) or "" for module in list(sys.modules.values())]
json.dumps(sorted({file.split(".zip/")[1] for file in files if ".zip/" in file}))
`),
);
