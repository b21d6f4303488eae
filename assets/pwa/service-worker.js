// Keeps the site on the device and answers from there. It is the same for every build: what it keeps is said by lists, which
// the build writes; which build it serves is said by a pointer, which only a learner moves. It never mixes two builds.
const BUILD = "{build}";
const LIST = ["{list}", 0, "{hash}"];

const BASE = new URL("./", self.location).href;
const NAME = `sanad ${new URL(BASE).pathname} `;
const AT_ONCE = 4;
const TYPES = {
  html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8", json: "application/json",
  wasm: "application/wasm", woff2: "font/woff2", svg: "image/svg+xml", png: "image/png", txt: "text/plain; charset=utf-8",
  webmanifest: "application/manifest+json",
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// Of the things it remembers ("state"): `current`, the build that is served; `previous`, whose open tabs go on with their own
// documents; `whole`, the languages of which each build has everything.

const store = (name) => caches.open(NAME + name);
const isOurs = (name) => name.startsWith(NAME) && name !== `${NAME}state`;
const alone = (what, act) => navigator.locks.request(NAME + what, act);

async function remembered() {
  const state = await (await store("state")).match(`${BASE}state`);
  return state ? state.json() : { whole: {} };
}

const remember = (change) =>
  alone("state", async () => {
    const state = await remembered();
    await change(state);
    await (await store("state")).put(`${BASE}state`, new Response(JSON.stringify(state)));
    return state;
  });

const wholeOf = (state, build) => state.whole[build] ?? [];
const isWhole = (state) => wholeOf(state, BUILD).length > 0 && wholeOf(state, state.current).every((lang) => wholeOf(state, BUILD).includes(lang));

/** Serves the build of this worker from now on. */
function take(state) {
  if (state.current === BUILD) return;
  if (state.current) state.previous = state.current;
  state.current = BUILD;
}

// Files that are checked before they are kept.

const hashOf = async (bytes) => btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))));

const lists = new Map();

/** The list of a build, if it is here; of the worker's own build it is fetched. */
async function listOf(build) {
  const cache = await store(build);
  let kept = await cache.match(`${BASE}list`);
  if (kept && lists.has(build)) return lists.get(build);
  if (!kept && build === BUILD) {
    const bytes = await fetched(LIST);
    if (!bytes) throw new Error("this is not the list");
    kept = new Response(bytes);
    await cache.put(`${BASE}list`, kept.clone());
  }
  if (kept) lists.set(build, await kept.json());
  return lists.get(build);
}

/** Fetches a file and gives it if it is the one that the list means. What has a hash or a build in its name may lie in the browser's cache. */
async function fetched([path, , hash]) {
  for (const cache of path.startsWith("at/") || /-[0-9a-f]{8,16}\./.test(path) ? ["default", "reload"] : ["no-cache"]) {
    const response = await fetch(BASE + path, { cache });
    const bytes = await response.arrayBuffer();
    if (response.ok && (await hashOf(bytes)) === hash) return bytes;
  }
  return null;
}

/** Where older builds have files that this one has too, by their hash. */
async function donors() {
  const found = new Map();
  for (const name of (await caches.keys()).filter((it) => isOurs(it) && it !== NAME + BUILD)) {
    const cache = await caches.open(name);
    const list = await (await cache.match(`${BASE}list`))?.json();
    for (const [path, , hash] of Object.values(list?.files ?? {}).flat()) found.set(hash, () => cache.match(BASE + path));
  }
  return found;
}

/** Keeps files of this worker's build; says whether all of them are here. */
async function keep(files, older) {
  const cache = await store(BUILD);
  const here = new Set((await cache.keys()).map((it) => it.url));
  const missing = files.filter(([path]) => !here.has(BASE + path));
  let lacking = 0;
  const one = async (file) => {
    const bytes = (await (await older.get(file[2])?.())?.arrayBuffer()) ?? (await fetched(file));
    if (!bytes) return (lacking += 1);
    const type = TYPES[file[0].split(".").pop()] ?? "application/octet-stream";
    await cache.put(BASE + file[0], new Response(bytes, { headers: { "content-type": type } }));
  };
  const lane = async () => {
    for (let file; (file = missing.shift()); ) await one(file);
  };
  const lanes = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane));
  return !lacking && lanes.every((it) => it.status === "fulfilled");
}

const isPage = ([path]) => path.endsWith(".html");

let busy = [];
let sent;

/** Brings languages here, one after the other; what is kept already is not fetched again. */
async function prepare(asked) {
  const list = await listOf(BUILD);
  sent = list.sent;
  // A build of which nothing is whole promises nothing, so that a newer one may take its place.
  const state = await remember((it) => wholeOf(it, it.current).length || take(it));
  const opened = (await (await store(state.current)).keys()).map((it) => it.url.replaceAll(state.current, BUILD));
  const later = (list.files.later ?? []).filter(([path]) => opened.includes(BASE + path));
  for (const lang of new Set([...asked, ...wholeOf(state, state.current)].filter((it) => list.files[it]))) {
    busy = [lang];
    await tell();
    const files = [...list.files.common, ...list.files[lang], ...later];
    const older = await donors();
    // Pages last: one that is here has all that it needs.
    const done = (await keep(files.filter((it) => !isPage(it)), older)) && (await keep(files.filter(isPage), older));
    await remember(({ whole }) => {
      whole[BUILD] = (whole[BUILD] ?? []).filter((it) => it !== lang).concat(done ? lang : []);
    });
  }
  await clean();
}

/** Throws away what no tab can need any more. */
const clean = () =>
  remember(async (state) => {
    const needed = [state.current, state.previous, BUILD].map((it) => NAME + it);
    for (const name of (await caches.keys()).filter((it) => isOurs(it) && !needed.includes(it))) {
      await caches.delete(name);
      delete state.whole[name.slice(NAME.length)];
    }
  });

/** Says to every page of this site how far things are. */
async function tell() {
  const state = await remembered();
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const message = { current: state.current, newest: BUILD, isWhole: isWhole(state), whole: wholeOf(state, state.current), busy, sent };
  for (const page of pages) if (page.url.startsWith(BASE)) page.postMessage(message);
}

let under; // The work under way: asked again meanwhile, it goes on for the new languages too.
let wanted = [];

function work(langs) {
  wanted = [...new Set([...langs, ...wanted])];
  under ??= alone("work", async () => {
    while (wanted.length) await prepare(wanted.splice(0));
  })
    .catch(() => {}) // Without a network or without room: the page asks again.
    .finally(() => {
      under = undefined;
      busy = [];
      return tell();
    });
  return under;
}

self.addEventListener("message", (event) => {
  const { keep: langs, use } = event.data ?? {};
  if (use) event.waitUntil(remember((state) => isWhole(state) && take(state)).then(tell));
  if (langs) event.waitUntil(tell().then(() => work(langs)));
});

// Answers.

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const address = url.origin + url.pathname;
  if (request.method !== "GET" || !address.startsWith(BASE)) return;
  event.respondWith(request.mode === "navigate" ? page(event, url, address) : file(event, address));
});

/** What the store of a build has at an address; a store that cannot be read has nothing. */
const keptBy = async (build, address) => (await store(build)).match(address).catch(() => undefined);

/** A file is what its address says: there is a hash or a build in it, so that it may come from any store. */
async function file(event, address) {
  const { current } = await remembered().catch(() => ({}));
  const kept = (await keptBy(current, address)) ?? (await caches.match(address).catch(() => undefined));
  return kept ?? fromNetwork(event, address);
}

/** A page is always the current build's, where that has it whole. */
async function page(event, url, address) {
  const { current } = await remembered().catch(() => ({}));
  const path = address.replace(/\/index\.html$/, "/");
  if (!path.endsWith("/") && (await keptBy(current, `${path}/index.html`))) return Response.redirect(`${path}/${url.search}`);
  const own = path.endsWith("/") ? `${path}index.html` : path;
  const kept = await keptBy(current, own);
  // What was kept for later may lack something that it needs: there the network goes first.
  if (kept && !(await laterOf(current, own))) return kept;
  try {
    return await fromNetwork(event, own);
  } catch {
    const nothing = await keptBy(current, `${BASE}404.html`);
    return kept ?? (nothing ? new Response(nothing.body, { status: 404, headers: nothing.headers }) : Response.error());
  }
}

const laterOf = async (build, address) => (await listOf(build))?.files.later?.find(([path]) => BASE + path === address);

/** From the network; what the list names for later stays here from now on. */
async function fromNetwork(event, address) {
  const response = await fetch(event.request);
  const keepLater = async () => {
    const file = await laterOf(BUILD, address);
    if (file) await keep([file], new Map());
  };
  if (response.ok) event.waitUntil(keepLater().catch(() => {}));
  return response;
}
