// What this device does for the learner: keeps the site for times without a network, announces a newer build, and says how
// safe the work is stored. It draws nothing: it sets marks on `html` and tells the page by the event `sanad-device`.
const root = document.documentElement;
const base = document.baseURI;
const mine = root.dataset.build;

let told = false;
function mark(name, value) {
  const now = value === undefined || value === false ? null : String(value);
  if (root.getAttribute(name) === now) return;
  if (now === null) root.removeAttribute(name);
  else root.setAttribute(name, now);
  if (told) return;
  told = true;
  queueMicrotask(() => {
    told = false;
    dispatchEvent(new Event("sanad-device"));
  });
}

// Kept for times without a network. The worker knows how far things are; `state` is what it said last.

let registration;
let state;
let pressed = false;
let both = false;
let pause = 4000;
let timer;

const langs = () => Object.keys(state?.sent ?? {}).filter((it) => it !== "common" && it !== "later");
const otherLang = () => langs().find((it) => it !== root.lang);
const send = (message) => registration?.active?.postMessage(message);
const far = (lang) => (state?.whole.includes(lang) ? "ready" : state?.busy.includes(lang) ? "loading" : "none");

/** Asks for what is still missing, again and again with longer pauses: a download goes on where it was cut. */
function ask() {
  clearTimeout(timer);
  send({ keep: both && otherLang() ? [root.lang, otherLang()] : [root.lang] });
  timer = setTimeout(() => {
    pause = Math.min(pause * 2, 300_000);
    if (far(root.lang) !== "ready" || (both && far(otherLang()) !== "ready") || state.newest !== state.current) ask();
  }, pause);
}

function show() {
  const [own, other] = [root.lang, otherLang()];
  mark("data-offline", far(own));
  mark("data-offline-other", far(other));
  mark("data-offline-bytes", state?.sent && state.sent.common + (state.sent[own] ?? 0));
  mark("data-offline-other-bytes", state?.sent?.[other]);
  mark("data-update", state?.isWhole && state.newest !== mine ? "" : undefined);
}

function hear({ data }) {
  const before = far(root.lang);
  state = data;
  show();
  if (before !== "ready" && far(root.lang) === "ready") idle(followOther), measure();
  // A page that never woke has nothing to lose, and the newer build may mend it.
  const dead = !root.hasAttribute("data-ready") && root.hasAttribute("data-update");
  if (pressed || (dead && history.state?.renewed !== state.newest)) renew();
}

const idle = (act) => setTimeout(() => (window.requestIdleCallback ?? setTimeout)(act), 2000);

/** The other language comes when this one is here, unless the learner's browser was told to save data. */
function followOther() {
  if (both || navigator.connection?.saveData) return;
  both = true;
  ask();
}

/** Moves to the newest build once all work is stored; a failed save has its own words and its own button. */
function renew() {
  if (root.dataset.saved === "failed") pressed = false;
  else if (root.dataset.saved === "saving") pressed = true;
  else if (!state?.isWhole) pressed = false;
  else if (state.current !== state.newest) send({ use: true });
  else {
    // Noted in the history alone, so that a page that stays dead does not load itself for ever.
    history.replaceState({ renewed: state.newest }, "");
    location.reload();
  }
}

document.addEventListener("click", (event) => {
  const action = event.target.closest?.("[data-action=update], [data-action=keep-other]")?.dataset.action;
  if (action === "update") {
    pressed = true;
    renew();
  }
  if (action === "keep-other") {
    both = true;
    pause = 4000;
    ask();
  }
});

async function keepSite() {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  serviceWorker.addEventListener("message", hear);
  serviceWorker.addEventListener("controllerchange", ask);
  registration = await serviceWorker.register(new URL("service-worker.js", base), { updateViaCache: "none" });
  if (!registration) return;
  const look = () => registration.update().catch(() => {});
  look();
  setInterval(look, 3_600_000);
  addEventListener("online", () => {
    pause = 4000;
    look();
    ask();
  });
  await serviceWorker.ready;
  ask();
}

// Other tabs: one that shows another build is named, because both write into the same stores.

function watchTabs() {
  if (!window.BroadcastChannel) return;
  const channel = new BroadcastChannel(`sanad ${new URL(base).pathname}`);
  const id = Math.random();
  const builds = new Map();
  const say = (kind) => channel.postMessage({ id, build: mine, kind });
  channel.onmessage = ({ data }) => {
    if (data.kind === "gone") builds.delete(data.id);
    else builds.set(data.id, data.build);
    if (data.kind === "here") say("also");
    mark("data-other-build", [...builds.values()].some((it) => it !== mine) ? "" : undefined);
  };
  say("here");
  addEventListener("pagehide", () => say("gone"));
  addEventListener("pageshow", ({ persisted }) => persisted && say("here"));
}

// How safe and how full the stores are.

let measured = 0;
async function measure() {
  measured = Date.now();
  const { storage } = navigator;
  const persisted = await storage?.persisted?.().catch(() => undefined);
  mark("data-persisted", persisted === undefined ? "unknown" : persisted ? "yes" : "no");
  const { usage, quota } = (await storage?.estimate?.().catch(() => undefined)) ?? {};
  mark("data-usage", usage);
  mark("data-quota", quota);
}

let asked = false;

async function afterSaving() {
  if (pressed) renew();
  if (root.dataset.saved !== "yes") return;
  // `boot.js` has seen it: the first answer may be older than this script.
  if (root.hasAttribute("data-answered") && !asked) {
    asked = true;
    // Once there is an answer to keep, and never before: some browsers put a question to the learner.
    if (root.dataset.persisted !== "yes") await navigator.storage?.persist?.().catch(() => {});
    await measure();
  } else if (Date.now() - measured > 30_000) await measure();
}

const watch = (name, act) => new MutationObserver(act).observe(root, { attributeFilter: [name] });
watch("data-saved", afterSaving);
watch("lang", () => {
  show();
  pause = 4000;
  if (registration) ask();
});

show();
watchTabs();
await measure();
if (root.dataset.saved) afterSaving();
await keepSite().catch(() => {}); // No worker here: the site works as before, with a network.
