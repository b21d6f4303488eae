// What helps while one reads, before the program is awake and without it: how far one is, words of the glossary in place, the
// pause, advice after a long sitting, paper. It keeps nothing and knows nothing of answers.
const root = document.documentElement;
const find = (selector) => document.querySelector(selector);

// How far one is, and in which section.
let asked;
function look() {
  asked = undefined;
  const line = find(".reading i");
  if (!line) return;
  const { top, height } = find("main article").getBoundingClientRect();
  // The end is where half a screen of the lesson is left, or where the page ends before that.
  const end = root.scrollHeight - innerHeight - (top + scrollY);
  const way = Math.max(1, Math.min(height - innerHeight / 2, end));
  line.style.setProperty("--v", String(Math.round(Math.min(100, Math.max(0, (-top / way) * 100)))));
  const links = [...document.querySelectorAll(".toc a")];
  const seen = (link) => document.getElementById(link.hash.slice(1))?.getBoundingClientRect().top < innerHeight / 3;
  const now = links.findLast?.(seen) ?? links.filter(seen).at(-1);
  for (const link of links) {
    if (link === now) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}
const lookSoon = () => (asked ??= requestAnimationFrame(look));
addEventListener("scroll", lookSoon, { passive: true });
addEventListener("resize", lookSoon);
// Each page has a title of its own: a new one is a new page. A fold that an address leads to is open.
function arrive() {
  const aim = location.hash && document.getElementById(location.hash.slice(1));
  if (aim instanceof HTMLDetailsElement) aim.open = true;
  lookSoon();
}
new MutationObserver(arrive).observe(find("title"), { childList: true });
arrive();

// A sitting is the minutes in which something was done; ten quiet ones end it.
const LONG = 45;
const QUIET = 10;
let minutes = 0;
let quiet = 0;
let busy = false;
for (const kind of ["pointerdown", "keydown", "scroll"]) addEventListener(kind, () => (busy = true), { passive: true });
const advise = (isLong) => {
  const advice = find(".sitting");
  if (advice) advice.hidden = !isLong;
};
const rested = () => {
  minutes = 0;
  advise(false);
};
setInterval(() => {
  quiet = busy ? 0 : quiet + 1;
  if (busy) minutes += 1;
  busy = false;
  if (quiet >= QUIET) rested();
  else if (minutes >= LONG) advise(true);
}, 60_000);

const pause = () => find("dialog.pause");
document.addEventListener("click", (event) => {
  const pressed = event.target.closest?.("[data-action], a.term");
  if (!pressed) return;
  if (pressed.matches("a.term")) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const meaning = pressed.nextElementSibling;
    meaning.hidden = !meaning.hidden;
    pressed.setAttribute("aria-expanded", String(!meaning.hidden));
    return;
  }
  switch (pressed.dataset.action) {
    case "pause":
      pause().showModal();
      find("#dialog-pause").focus();
      rested();
      break;
    case "pause-end":
      pause().close();
      break;
    case "sitting-end":
      rested();
      break;
    case "print":
      root.dataset.print = pressed.dataset.print ?? "";
      print();
      delete root.dataset.print;
      break;
    // The scene alone, large, for a wall; the same button, or Escape, ends it.
    case "plenary":
      root.toggleAttribute("data-plenary");
      find("#stage")?.focus();
      break;
  }
});

addEventListener("keydown", (event) => event.key === "Escape" && root.removeAttribute("data-plenary"));

// Paper has no folds: what is folded for others is printed too.
let unfolded = [];
addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("main details:not([open])")];
  for (const fold of unfolded) fold.open = true;
});
addEventListener("afterprint", () => {
  for (const fold of unfolded) fold.open = false;
});
root.dataset.reading = "";
