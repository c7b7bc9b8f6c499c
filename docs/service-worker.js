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
const AT_ONCE = 4;
const RELEASES_KEPT = 2;

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(begin()));
self.addEventListener("message", (event) => event.waitUntil(DUTIES[event.data.type]?.(event)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE) || request.headers.has("Range")) return;
  const path = pathOf(request.url);
  if (PASSED_BY.test(path)) return;
  event.respondWith(LASTING.test(path) ? lasting(event, path) : fresh(event, path));
});

const DUTIES = {
  activate: () => self.skipWaiting(),
  "forget-python": async ({ ports: [port] }) => port.postMessage(await caches.delete(PYTHON)),
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
  const response = kept || (await fetch(address, { cache: LASTING.test(path) ? "default" : "no-cache" }));
  if (!response.ok) throw new Error(`${response.status} for ${path}`);
  await cache.put(address, response);
}

/** The release before this one stays for tabs that still show it. */
async function begin() {
  await self.registration.navigationPreload?.enable();
  const releases = (await caches.keys()).filter((name) => name.startsWith(SITE) && name !== OWN);
  await Promise.all(releases.slice(0, 1 - RELEASES_KEPT).map((name) => caches.delete(name)));
  const python = await caches.open(PYTHON);
  const old = (await python.keys()).filter(({ url }) => !RELEASE.files.includes(pathOf(url)));
  await Promise.all(old.map((request) => python.delete(request)));
  await self.clients.claim();
}

/** What is kept is given back untouched, so that the browser finds the code that it has compiled before. */
async function lasting(event, path) {
  const kept = await match(event.request.url);
  if (kept) return kept;
  const response = await fetch(event.request);
  keep(event, path.startsWith("assets/python/") ? PYTHON : OWN, response);
  return response;
}

/** From the network; from what is kept when that fails or takes long. */
async function fresh(event, path) {
  const address = addressOf(path);
  const kept = match(address);
  try {
    const answered = answer(event);
    const response = await Promise.race([answered, ...((await kept) ? [pause(kept)] : [])]);
    answered.then((own) => keep(event, OWN, own, address)).catch(() => {});
    return response;
  } catch {
    return (await kept) ?? (await lost(event.request));
  }
}

async function answer(event) {
  return (await event.preloadResponse) ?? fetch(event.request);
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
function keep(event, name, response, address = event.request.url) {
  const whole = response.ok && response.type === "basic" && !response.redirected && !response.bodyUsed;
  const page = response.headers.get("Content-Type")?.startsWith("text/html");
  if (!whole || (page && LASTING.test(pathOf(address)))) return;
  const copy = response.clone();
  const stored = caches.open(name).then((cache) => cache.put(address, copy));
  event.waitUntil(stored.catch(() => {}));
}

/** This release's own copy first, then that of the one before. */
async function match(address) {
  try {
    const names = (await caches.keys()).filter((name) => name === PYTHON || name.startsWith(SITE));
    for (const name of [OWN, ...names]) {
      const found = await (await caches.open(name)).match(address);
      if (found) return found;
    }
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
