// Keeps the site on the device and answers from there. It is the same for every build: what it keeps is said by lists, which
// the build writes; which build it serves is said by a pointer, which only a learner moves. It never mixes two builds.
const BUILD = "{build}";
const LIST = ["{list}", 0, "{hash}"];

const BASE = new URL("./", self.location).href;
const NAME = `sanad ${new URL(BASE).pathname} `;
const AT_ONCE = 4;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// It remembers `current`, the build that is served; `previous`, whose open tabs go on with their own documents; and `whole`, the
// languages of which each build has everything.

const store = (name) => caches.open(NAME + name);
const builds = async () => (await caches.keys()).filter((it) => it.startsWith(NAME) && it !== `${NAME}state`).map((it) => it.slice(NAME.length));
const alone = (what, act) => navigator.locks.request(NAME + what, act);
const remembered = async () => (await keptBy("state", `${BASE}state`))?.json() ?? { whole: {} };

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

const hashOf = async (bytes) => btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))));

/** What the store of a build has at an address; a store that cannot be read has nothing. */
const keptBy = (build, address) => caches.match(address, { cacheName: NAME + build }).catch(() => undefined);
const listOf = async (build) => (await keptBy(build, `${BASE}list`))?.json();

async function fetchList() {
  const list = await fetched(LIST);
  if (!list) throw new Error("this is not the list");
  await (await store(BUILD)).put(`${BASE}list`, list.clone());
  return list.json();
}

/** Fetches a file and gives it if it is the one that the list means. What has a hash or a build in its name may lie in the browser's cache. */
async function fetched([path, , hash]) {
  for (const cache of path.startsWith("at/") || /-[0-9a-f]{8,16}\./.test(path) ? ["default", "reload"] : ["no-cache"]) {
    const response = await fetch(BASE + path, { cache });
    const bytes = await response.arrayBuffer();
    const type = response.headers.get("content-type") ?? "";
    if (response.ok && (await hashOf(bytes)) === hash) return new Response(bytes, { headers: { "content-type": type } });
  }
  return null;
}

/** Where older builds have files that this one has too, by their hash. */
async function donors() {
  const found = new Map();
  for (const build of (await builds()).filter((it) => it !== BUILD)) {
    const list = await listOf(build);
    for (const [path, , hash] of Object.values(list?.files ?? {}).flat()) found.set(hash, () => keptBy(build, BASE + path));
  }
  return found;
}

/** Keeps files of this worker's build; says whether all of them are here. */
async function keep(files, older) {
  const cache = await store(BUILD);
  const here = new Set((await cache.keys()).map((it) => it.url));
  const missing = files.filter(([path]) => !here.has(BASE + path));
  let lacking = 0;
  const lane = async () => {
    for (let file; (file = missing.shift()); ) {
      const response = (await older.get(file[2])?.()) ?? (await fetched(file));
      if (response) await cache.put(BASE + file[0], response);
      else lacking += 1;
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane));
  return !lacking && lanes.every((it) => it.status === "fulfilled");
}

const isPage = ([path]) => path.endsWith(".html");
let busy = [];
let sent;
/** Brings languages here, one after the other; what is kept already is not fetched again. */
async function prepare(asked) {
  const list = (await listOf(BUILD)) ?? (await fetchList());
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

/** Throws away builds that no tab can need any more. */
const clean = () =>
  remember(async (state) => {
    const needed = [state.current, state.previous, BUILD];
    for (const build of (await builds()).filter((it) => !needed.includes(it))) {
      await caches.delete(NAME + build);
      delete state.whole[build];
    }
  });

/** Says to every page of this site how far things are. */
async function tell() {
  const state = await remembered();
  sent ??= (await listOf(BUILD))?.sent;
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const message = { current: state.current, newest: BUILD, isWhole: isWhole(state), whole: wholeOf(state, state.current), busy, sent };
  for (const page of pages) if (page.url.startsWith(BASE)) page.postMessage(message);
}

let under;
let wanted = [];
/** One work at a time: asked again meanwhile, it goes on for what was asked. */
function work(langs) {
  wanted = [...new Set([...langs, ...wanted])];
  const all = async () => {
    while (wanted.length) await prepare(wanted.splice(0));
  };
  // Without a network or without room it ends too: the page asks again.
  return (under ??= alone("work", all).catch(() => {}).finally(() => {
    under = undefined;
    busy = [];
    return tell();
  }));
}

self.addEventListener("message", (event) => {
  const { keep: langs, use } = event.data ?? {};
  if (use) event.waitUntil(remember((state) => isWhole(state) && take(state)).then(tell));
  if (langs) event.waitUntil(tell().then(() => work(langs)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const address = url.origin + url.pathname;
  if (request.method !== "GET" || !address.startsWith(BASE)) return;
  event.respondWith(request.mode === "navigate" ? page(event, url, address) : file(event, address));
});

/** A file is what its address says: there is a hash or a build in it, so that it may come from any store. */
async function file(event, address) {
  const { current } = await remembered();
  const kept = (await keptBy(current, address)) ?? (await caches.match(address).catch(() => undefined));
  return kept ?? fromNetwork(event, address);
}

/** A page is always the current build's, where that has it whole. */
async function page(event, url, address) {
  const { current } = await remembered();
  const path = address.replace(/\/index\.html$/, "/");
  const isFolder = path.endsWith("/");
  if (!isFolder && (await keptBy(current, `${path}/index.html`))) return Response.redirect(`${path}/${url.search}`);
  const own = isFolder ? `${path}index.html` : path;
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
