// Runs calls against the calculators under MicroPython. Reads {files, calls} as JSON from stdin; writes one answer for each call.
import { readFileSync, writeSync } from "node:fs";
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
    return value

def answered(text):
    call = json.loads(text)
    try:
        returned = getattr(calculators, call["function"])(*call["arguments"])
    except LookupError as error:
        returned = {"results": {}, "error": str(error)}
    results = returned.get("results", {}) if isinstance(returned, dict) else {}
    return json.dumps({"returned": returned, "bits": {name: bits(results[name]) for name in results}})
`;

const { files, calls } = JSON.parse(readFileSync(0, "utf8"));
const python = await loadMicroPython({ heapsize: 16 * 1024 * 1024 });
python.FS.mkdir(PACKAGE);
python.FS.mkdir(`${PACKAGE}/calculators`);
for (const [name, text] of Object.entries(files)) python.FS.writeFile(`${PACKAGE}/calculators/${name}`, text);
python.runPython(RUNNER);
const answered = python.globals.get("answered");
const answers = calls.map((call) => JSON.parse(answered(JSON.stringify(call))));
writeSync(1, JSON.stringify(answers));
