// Published in place of the other one when a guide says `offline: false`: takes back what was kept, and itself.

const SCOPE = self.registration.scope;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(end()));

async function end() {
  const own = (await caches.keys()).filter((name) => name === `guide-python ${SCOPE}` || name.startsWith(`guide-site ${SCOPE} `));
  await Promise.all(own.map((name) => caches.delete(name)));
  const snapshots = await caches.open("guide-snapshot");
  const kept = (await snapshots.keys()).filter(({ url }) => url.startsWith(SCOPE));
  await Promise.all(kept.map((request) => snapshots.delete(request)));
  await self.registration.unregister();
}
