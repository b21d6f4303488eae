// Starts the program that the page names, and keeps what is pressed before it wakes. A file of its own, because the policy
// of the page allows no script inside it. What is picked or typed needs no help: the native controls hold it.
const root = document.documentElement;

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

const tag = document.querySelector("script[data-wasm]");
const at = (path) => new URL(path, document.baseURI).href;
// This file runs while the page is still coming, so that no press is too early; the program needs the whole of it.
const whole = document.readyState === "loading" && new Promise((done) => document.addEventListener("DOMContentLoaded", done));
try {
  const { default: init } = await import(at(tag.dataset.js));
  await whole;
  await init({ module_or_path: at(tag.dataset.wasm) });
} catch (error) {
  document.getElementById("asleep")?.removeAttribute("hidden");
  throw error;
}
