// Starts the program that the page names, and keeps what is pressed before it wakes. A file of its own, because the policy
// of the page allows no script inside it. What is picked or typed needs no help: the native controls hold it.
const root = document.documentElement;
const at = (path) => new URL(path, document.baseURI).href;

root.dataset.boot = "";
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-action=check], [data-move]");
  const item = button?.closest("[data-item]");
  if (!item || root.hasAttribute("data-awake")) return;
  if (!button.dataset.move) {
    item.dataset.early = "";
    return;
  }
  const part = button.closest("[data-choice]");
  const other = button.dataset.move === "up" ? part.previousElementSibling : part.nextElementSibling;
  if (!other) return;
  if (button.dataset.move === "up") other.before(part);
  else other.after(part);
  const list = part.parentElement;
  list.dataset.moved = "";
  for (const row of list.children) {
    row.querySelector("[data-move=up]").disabled = !row.previousElementSibling;
    row.querySelector("[data-move=down]").disabled = !row.nextElementSibling;
  }
  (button.disabled ? part.querySelector("[data-move]:enabled") : button).focus();
});

// An answer is known from its first stroke on, for whoever comes later and cares how safely it is kept.
document.addEventListener("input", (event) => {
  if (event.target.closest?.("[data-item]")) root.dataset.answered = "";
});

// Quick exit: at once, whatever the program does. Nothing of the page is seen while the calendar is on its way.
function leave() {
  document.title = "";
  root.style.display = "none";
  location.replace(at(`calendar/${root.lang === "en" ? "#en" : ""}`));
}
const heard = { capture: true };
document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-action=quick-exit]")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  leave();
}, heard);
// Shift alone, three times within a second. A capital letter, a selection or another key in between begins anew.
let taps = [];
const anew = () => (taps = []);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) anew();
  else if (!event.repeat) taps.push(event.timeStamp);
}, heard);
document.addEventListener("keyup", (event) => {
  if (event.key === "Shift" && taps.length > 2 && event.timeStamp - taps.at(-3) < 1200) leave();
}, heard);
document.addEventListener("pointerdown", anew, heard);

// What helps while reading needs no program; nothing waits for it.
import(new URL("reading.js", import.meta.url)).catch(() => {});

// What the device can do comes last, so that it never delays an answer; but it comes also when the program does not.
let device;
const bring = () => (device ??= import(new URL("device.js", import.meta.url)).catch(() => {}));
const idle = window.requestIdleCallback ?? setTimeout;
const woken = new MutationObserver(() => {
  if (root.hasAttribute("data-ready")) idle(bring);
});
woken.observe(root, { attributeFilter: ["data-ready"] });
setTimeout(bring, 30_000);

const tag = document.querySelector("script[data-wasm]");
// This file runs while the page is still coming, so that no press is too early; the program needs the whole of it.
const whole = document.readyState === "loading" && new Promise((done) => document.addEventListener("DOMContentLoaded", done));
try {
  const { default: init } = await import(at(tag.dataset.js));
  await whole;
  await init({ module_or_path: at(tag.dataset.wasm) });
} catch (error) {
  document.getElementById("asleep")?.removeAttribute("hidden");
  bring();
  throw error;
}
