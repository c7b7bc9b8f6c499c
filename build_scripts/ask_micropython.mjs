// Puts questions to the calculators under MicroPython: {script, files, questions} on stdin, answers on stdout.

import { readFileSync } from "node:fs";
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";

const HEAP = 16 * 1024 * 1024;

const { script, files, questions } = JSON.parse(readFileSync(0, "utf8"));
const python = await loadMicroPython({ heapsize: HEAP });
python.FS.mkdir("/package");
python.FS.mkdir("/package/calculators");
for (const [path, text] of Object.entries(files)) python.FS.writeFile(`/package/${path}`, text);
try {
  python.runPython(`import sys\nsys.path.append("/package")\n${script}`);
  const asked = python.globals.get("asked");
  process.stdout.write(JSON.stringify(questions.map((question) => asked(question))));
} catch (error) {
  console.error(String(error.message).trim()); // without the minified source around it
  process.exitCode = 1;
}
