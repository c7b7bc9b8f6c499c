// Boots Pyodide in Node and prints which files of its standard library the calculators really import.
import { readFileSync, readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import path from "node:path";

const [runtime, folder] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(path.join(runtime, "pyodide.mjs")));
const lock = JSON.parse(readFileSync(path.join(runtime, "pyodide-lock.json"), "utf8"));
const python = await loadPyodide({ indexURL: runtime, lockFileContents: { info: lock.info, packages: {} } });
python.FS.mkdir("/home/pyodide/calculators");
for (const file of readdirSync(folder)) {
  python.FS.writeFile(`/home/pyodide/calculators/${file}`, readFileSync(path.join(folder, file)));
}
console.log(
  python.runPython(`
import json, sys
sys.path.insert(0, "/home/pyodide")
import calculators
for name in calculators.ids():
    calculators.describe(name)
json.dumps(sorted({m.__file__.split(".zip/")[-1] for m in list(sys.modules.values()) if ".zip/" in (getattr(m, "__file__", None) or "")}))
`),
);
