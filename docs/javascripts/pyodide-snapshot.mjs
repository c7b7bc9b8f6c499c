// A snapshot of full Python's memory, kept by the browser for visits after the first. Every failure means: do without.

import { fetched } from "./fetched.mjs";

const CACHE = "guide-snapshot";
const LIST = "snapshot.json";
const ABOUT = "X-About";

/** The snapshot is kept and yet not what it was. */
export class Corrupted extends Error {}

/**
 * The snapshot of this runtime: null when none is kept, else its memory, which is still being read.
 * @returns {Promise<{ memory: Promise<Uint8Array> } | null>} the memory rejects with Corrupted when a bit has changed
 */
export async function keptSnapshot(runtime, base) {
  try {
    const found = await (await caches.open(CACHE)).match(keyOf(runtime, base));
    return found ? { memory: whole(found) } : null;
  } catch {
    return null; // no storage, as in a private window
  }
}

/** Fetch the published snapshot and keep it, in the place of any other of this site. */
export async function keepSnapshot(runtime, base) {
  try {
    const about = await fetched(new URL(LIST, base), { cache: "no-cache" }).then((response) => response.json());
    if (about.runtime !== runtime) return;
    const packed = await unpacked(await fetched(new URL(about.name, base)));
    if ((await sha256(packed)) !== about.sha256) return;
    await forgetSnapshots(base);
    const headers = { [ABOUT]: JSON.stringify(about), "Content-Type": "application/octet-stream" };
    await (await caches.open(CACHE)).put(keyOf(runtime, base), new Response(packed, { headers }));
  } catch {
    // storage is denied or full, or the visit ended
  }
}

/** Remove what is kept of this site; another one on the same host keeps its own. */
export async function forgetSnapshots(base) {
  const cache = await caches.open(CACHE);
  const own = (await cache.keys()).filter(({ url }) => url.startsWith(new URL(".", base).href));
  await Promise.all(own.map((key) => cache.delete(key)));
}

/** A key in the cache; nothing is ever fetched from there. */
function keyOf(runtime, base) {
  return new URL(`snapshot-of-${runtime}`, base);
}

/** The memory with the blocks that were left out because nothing is in them. */
async function whole(found) {
  const { sha256: expected, size, block, used } = JSON.parse(found.headers.get(ABOUT));
  const packed = new Uint8Array(await found.arrayBuffer());
  if ((await sha256(packed)) !== expected) throw new Corrupted("the kept snapshot has changed");
  const memory = new Uint8Array(size);
  used.forEach((number, index) => memory.set(packed.subarray(index * block, (index + 1) * block), number * block));
  return memory;
}

/** Published compressed, since hosts don't compress unknown files; some unpack it themselves. */
async function unpacked(response) {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return bytes.buffer;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

async function sha256(memory) {
  const digest = await crypto.subtle.digest("SHA-256", memory);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
