// Keeps one page, its styles and the icon, and shows that page when there is no connection. Nothing else is kept, and
// nothing is answered from here while the site can be reached. /offline.js names the build and brings this in.
const shelf = `offline-${build}`;

async function keep() {
  const page = await fetch("/offline", { cache: "reload" });
  // A site that is not set up yet leads elsewhere; the browser tries again at the next visit.
  if (!page.ok || page.redirected) throw new Error("no offline page yet");
  const html = await page.clone().text();
  const looks = [...html.matchAll(/href="(\/[^"?]+\.(?:css|svg))"/g)].map(match => match[1]);
  const cache = await caches.open(shelf);
  await cache.addAll(looks);
  await cache.put("/offline", page);
}

async function forget() {
  for (const name of await caches.keys()) if (name !== shelf) await caches.delete(name);
}

async function answer(request, kept) {
  try {
    return await fetch(request);
  } catch (noConnection) {
    return (await caches.match(kept)) ?? Promise.reject(noConnection);
  }
}

self.addEventListener("install", event => event.waitUntil(keep()));
self.addEventListener("activate", event => event.waitUntil(forget()));
self.addEventListener("fetch", event => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(answer(request, "/offline"));
  else if (["style", "image"].includes(request.destination)) event.respondWith(answer(request, request));
});
