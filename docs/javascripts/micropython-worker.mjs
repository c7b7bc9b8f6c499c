// The quick Python: MicroPython with the calculators' source, about 0.2 MB in all.

import { fetched } from "./fetched.mjs";
import { serve } from "./python-worker.mjs";

const HEAP = 8 * 1024 * 1024;
const FOLDER = "/package";

serve(async ({ manifest, base }) => {
  const { module, wasm, source } = manifest.instant;
  const at = (name) => new URL(name, base).href;
  const [{ loadMicroPython }, files] = await Promise.all([
    import(at(module)),
    fetched(at(source)).then((response) => response.json()),
  ]);
  const python = await loadMicroPython({ url: at(wasm), heapsize: HEAP });
  for (const folder of [FOLDER, `${FOLDER}/calculators`]) python.FS.mkdir(folder);
  for (const [path, text] of Object.entries(files)) python.FS.writeFile(`${FOLDER}/${path}`, text);
  python.runPython(`import sys\nsys.path.append("${FOLDER}")`);
  return python.pyimport("calculators");
});
