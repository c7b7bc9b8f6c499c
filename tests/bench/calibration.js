// How fast this browser is here: a loop on the main thread, the same in a worker, and a file over the line in both.
const LOOP = 20_000_000;
const ROUNDS = 5;

function spin() {
  const begin = performance.now();
  let sum = 0;
  for (let count = 0; count < LOOP; count++) sum = (sum * 31 + count) | 0;
  return [performance.now() - begin, sum];
}

async function load(base) {
  const get = async (name) => (await fetch(new URL(name, base), { cache: "no-store" })).arrayBuffer();
  await get("tiny.bin");
  let begin = performance.now();
  await get("tiny.bin");
  const latency = performance.now() - begin;
  begin = performance.now();
  const { byteLength } = await get("large.bin");
  return { latency, megabits: (byteLength * 8) / 1000 / (performance.now() - begin - latency) };
}

async function measure(base) {
  const loops = Array.from({ length: ROUNDS }, () => spin()[0]);
  return { loop: Math.min(...loops), ...(await load(base)) }; // the fastest, as noise only slows
}

function inWorker() {
  const worker = new Worker("calibration.js");
  return new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage(location.href);
  });
}

if (self.document) self.calibrate = async () => ({ main: await measure(location.href), worker: await inWorker() });
else self.onmessage = async ({ data }) => self.postMessage(await measure(data));
