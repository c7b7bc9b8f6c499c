import { loadPyodide } from "./pyodide.mjs";

const RUNNER = `
import json, calculators

def answer(question):
    asked = json.loads(question)
    return json.dumps(calculators.answer("engagement-rate", asked["texts"], asked["rows"], "en")["results"])
`;

const fetched = fetch(new URL("calculators-1-py3-none-any.whl", import.meta.url)).then((response) => response.arrayBuffer());
const python = await loadPyodide();
python.unpackArchive(await fetched, "wheel");
python.runPython(RUNNER);
const answer = python.globals.get("answer");
self.addEventListener("message", ({ data }) => self.postMessage(answer(data)));
self.postMessage("ready");
