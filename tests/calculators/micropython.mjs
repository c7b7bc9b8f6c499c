// Runs calls against the calculators under MicroPython: {files, calls} as JSON on stdin, a list of answers on stdout.
// Calls and answers are JSON texts themselves, so that JavaScript's numbers never touch them.
import { readFileSync } from "node:fs";
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";

const PACKAGE = "/package";
const RUNNER = `
import json, struct, sys
sys.path.append("${PACKAGE}")
import calculators

def bits(value):
    if isinstance(value, float):
        return struct.pack(">d", value).hex()
    if isinstance(value, list):
        return [bits(one) for one in value]
    if isinstance(value, dict):
        return {name: bits(value[name]) for name in value}
    return value

def answered(text):
    call = json.loads(text)
    returned = getattr(calculators, call["function"])(*call["arguments"])
    return json.dumps({"returned": returned, "bits": bits(returned)})
`;

const { files, calls } = JSON.parse(readFileSync(0, "utf8"));
const python = await loadMicroPython({ heapsize: 16 * 1024 * 1024 });
python.FS.mkdir(PACKAGE);
python.FS.mkdir(`${PACKAGE}/calculators`);
for (const [name, text] of Object.entries(files)) python.FS.writeFile(`${PACKAGE}/calculators/${name}`, text);
python.runPython(RUNNER);
const answered = python.globals.get("answered");
try {
  process.stdout.write(JSON.stringify(calls.map((call) => answered(call))));
} catch (error) {
  console.error(error.message); // without the minified source around it
  process.exitCode = 1;
}
