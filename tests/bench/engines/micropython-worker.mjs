import { loadMicroPython } from "./micropython.mjs";

const RUNNER = `
import json, sys
sys.path.append("/package")
import calculators

def answer(question):
    asked = json.loads(question)
    return json.dumps(calculators.answer("engagement-rate", asked["texts"], asked["rows"], "en")["results"])
`;

const fetched = fetch(new URL("calculators.json", import.meta.url)).then((response) => response.json());
const python = await loadMicroPython();
python.FS.mkdir("/package");
python.FS.mkdir("/package/calculators");
for (const [path, text] of Object.entries(await fetched)) python.FS.writeFile(`/package/${path}`, text);
python.runPython(RUNNER);
const answer = python.globals.get("answer");
self.addEventListener("message", ({ data }) => self.postMessage(answer(data)));
self.postMessage("ready");
