// Starts the program that the page names. A file of its own, because the policy of the page allows no script inside it.
const tag = document.querySelector("script[data-wasm]");
const at = (path) => new URL(path, document.baseURI).href;
try {
  const { default: init } = await import(at(tag.dataset.js));
  await init({ module_or_path: at(tag.dataset.wasm) });
} catch (error) {
  document.getElementById("asleep")?.removeAttribute("hidden");
  throw error;
}
