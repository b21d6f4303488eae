// Starts the program that the page names, and keeps what is pressed before it wakes. A file of its own, because the policy
// of the page allows no script inside it. What is picked or typed needs no help: the native controls hold it.
const root = document.documentElement;

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
  part.parentElement.dataset.moved = "";
  button.focus();
});

const tag = document.querySelector("script[data-wasm]");
const at = (path) => new URL(path, document.baseURI).href;
try {
  const { default: init } = await import(at(tag.dataset.js));
  await init({ module_or_path: at(tag.dataset.wasm) });
} catch (error) {
  document.getElementById("asleep")?.removeAttribute("hidden");
  throw error;
}
