// Keeps the guide for reading and calculating offline. The build puts `const RELEASE = {…};` before this text.
//
// Pages come from the network when there is one. Files named by their content come from what is kept. The Python stays
// kept from release to release. A new release waits until the reader asks for it.

const SCOPE = self.registration.scope;
const SITE = `guide-site ${SCOPE} `;
const OWN = SITE + RELEASE.id;
const PYTHON = `guide-python ${SCOPE}`;
const LASTING = /^assets\/(.*[/.-])?[0-9a-f]{8,64}([/.-]|$)/;
const PASSED_BY = /^(assets\/python\/snapshot|service-worker\.js)/;
const PATIENCE_IN_MS = 4000;
const BROKEN = 500;
const AT_ONCE = 4;
const RELEASES_KEPT = 2;

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(begin()));
self.addEventListener("message", (event) => event.waitUntil(DUTIES[event.data?.type]?.(event)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE) || request.headers.has("Range")) return;
  const path = pathOf(request.url);
  if (PASSED_BY.test(path)) return;
  event.respondWith(LASTING.test(path) ? lasting(event, path) : fresh(event, path));
  if (request.mode === "navigate" && request.cache !== "default") event.waitUntil(mend(OWN)); // somebody loads it anew
});

const DUTIES = {
  activate: () => self.skipWaiting(),
  "mend-python": async ({ ports: [port] }) => port?.postMessage(await mend(PYTHON)),
};

/** Everything or nothing: a reader who has no room reads from the network as before. */
async function fill() {
  try {
    await keepAll(await caches.open(OWN), RELEASE.site);
    await keepAll(await caches.open(PYTHON), RELEASE.python);
  } catch (error) {
    await caches.delete(OWN);
    throw error;
  }
}

async function keepAll(cache, paths) {
  const left = [...paths];
  const next = async () => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) await keepOne(cache, path);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

/** A file named by its content is taken from an older release where that has it. */
async function keepOne(cache, path) {
  const address = addressOf(path);
  const kept = LASTING.test(path) && (await match(address));
  if (kept && (await store(cache, address, kept))) return;
  const response = await fetch(address, { cache: LASTING.test(path) ? "default" : "no-cache", priority: "low" });
  if (!response.ok) throw new Error(`${response.status} for ${path}`);
  if (!(await store(cache, address, direct(response)))) throw new Error(`half of ${path}`);
}

/** No browser takes a redirected answer from us for a page; hosts with tidy addresses redirect to them. */
function direct(response) {
  return response.redirected ? new Response(response.body, response) : response;
}

/**
 * Store a whole answer: one as long as the build says, when it does.
 * @returns {Promise<boolean>} whether it was whole
 */
async function store(cache, address, response) {
  const size = RELEASE.files[pathOf(address)]?.size;
  const copy = size === undefined ? null : response.clone();
  if (copy && (await copy.blob()).size !== size) return false;
  await cache.put(address, response);
  return true;
}

/**
 * Remove what is kept and is not what the build made; nothing else, since it may be all that there is without a network.
 * @returns {Promise<boolean>} whether there was such a thing
 */
async function mend(name) {
  try {
    const cache = await caches.open(name);
    const check = async (request) => !(await isSound(cache, request)) && cache.delete(request);
    return (await Promise.all((await cache.keys()).map(check))).some(Boolean);
  } catch {
    return false;
  }
}

async function isSound(cache, request) {
  const expected = RELEASE.files[pathOf(request.url)]?.sha256;
  if (!expected) return true;
  try {
    const digest = await crypto.subtle.digest("SHA-256", await (await cache.match(request)).arrayBuffer());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("") === expected;
  } catch {
    return false;
  }
}

/** The release before this one stays for tabs that still show it. */
async function begin() {
  await self.registration.navigationPreload?.enable();
  const releases = (await caches.keys()).filter((name) => name.startsWith(SITE) && name !== OWN);
  await Promise.all(releases.slice(0, 1 - RELEASES_KEPT).map((name) => caches.delete(name)));
  const python = await caches.open(PYTHON);
  const old = (await python.keys()).filter(({ url }) => !RELEASE.files[pathOf(url)]);
  await Promise.all(old.map((request) => python.delete(request)));
  await self.clients.claim();
}

/** What is kept is given back untouched, so that the browser finds the code that it has compiled before. */
async function lasting(event, path) {
  const kept = await match(event.request.url);
  if (kept) return kept;
  const response = await fetch(event.request);
  event.waitUntil(keep(path.startsWith("assets/python/") ? PYTHON : OWN, event.request.url, response));
  return response;
}

/** From the network; from what is kept when that fails, takes long or is the host's own trouble. */
async function fresh(event, path) {
  const address = addressOf(path);
  const kept = match(address);
  const answered = answer(event);
  event.waitUntil(answered.then((response) => keep(OWN, address, response)).catch(() => {}));
  try {
    const response = await Promise.race([answered, ...((await kept) ? [pause(kept)] : [])]);
    return response.status < BROKEN ? response : ((await kept) ?? response);
  } catch {
    return (await kept) ?? (await lost(event.request));
  }
}

/** Firefox gives a failed preload as an answer that says “error”. */
async function answer(event) {
  const early = await event.preloadResponse;
  return !early || early.type === "error" ? fetch(event.request) : early;
}

async function pause(kept) {
  await new Promise((resolve) => setTimeout(resolve, PATIENCE_IN_MS));
  return kept;
}

/** The guide's own page for lost readers. */
async function lost(request) {
  const wanted = request.mode === "navigate" || request.headers.get("Accept")?.includes("text/html");
  return (wanted && (await match(addressOf("404.html")))) || Response.error();
}

/** Only whole answers are stored; a store that is full or denied stops nobody. */
async function keep(name, address, response) {
  const whole = response.ok && response.type === "basic" && !response.redirected && !response.bodyUsed;
  const page = response.headers.get("Content-Type")?.startsWith("text/html");
  if (!whole || (page && LASTING.test(pathOf(address)))) return;
  const copy = response.clone();
  try {
    await store(await caches.open(name), address, copy);
  } catch {
    // it comes from the network next time
  }
}

/** This release's own copy first, then that of the one before. */
async function match(address) {
  const keptIn = (name) => caches.match(address, { cacheName: name });
  try {
    const found = (await keptIn(OWN)) ?? (await keptIn(PYTHON));
    if (found) return found;
    const others = (await caches.keys()).filter((name) => name.startsWith(SITE) && name !== OWN);
    return (await Promise.all(others.map(keptIn))).find(Boolean);
  } catch {
    // storage is denied
  }
  return undefined;
}

function pathOf(address) {
  return address.slice(SCOPE.length).replace(/[?#].*/, "");
}

function addressOf(path) {
  return SCOPE + path.replace(/(^|\/)index\.html$/, "$1");
}
