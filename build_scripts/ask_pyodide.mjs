// Puts questions to the calculators under Pyodide: {script, files, questions} on stdin, answers on stdout.

import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const { script, files, questions } = JSON.parse(readFileSync(0, "utf8"));
try {
  const python = await loadPyodide({ enableRunUntilComplete: false });
  python.FS.mkdirTree("/package/calculators");
  for (const [path, text] of Object.entries(files)) python.FS.writeFile(`/package/${path}`, text);
  python.runPython(`import sys\nsys.path.append("/package")\n${script}`);
  const asked = python.globals.get("asked");
  process.stdout.write(JSON.stringify(questions.map((question) => asked(question))));
} catch (error) {
  console.error(String(error.message).trim());
  process.exitCode = 1;
}
