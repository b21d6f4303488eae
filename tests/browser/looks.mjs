// How a page looks, measured inside it: what stands outside of it, what is too low to be hit, what in Arabic is not set as
// Arabic, and what axe complains of.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe complains of on a page, in words. */
export async function axe(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const found = await window.axe.run(document, { resultTypes: ['violations'], iframes: false });
    return found.violations.map((it) => `${it.id}: ${it.help} | ${it.nodes.map((node) => `${node.target} ${node.any.map((any) => any.message).join(' ')}`).slice(0, 3).join(' || ')}`);
  });
}

/** What of the page's text stands outside of it or is cut. */
export function outsideThePage() {
  const root = document.documentElement;
  const leaves = [...document.body.querySelectorAll('*')].filter((it) => [...it.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  const hidden = (it) => !it.checkVisibility() || it.closest('.hidden, .skip, noscript, option, title');
  const outside = leaves.filter((it) => !hidden(it)).flatMap((it) => {
    const { left, right } = it.getBoundingClientRect();
    const cut = it.clientWidth > 0 && it.scrollWidth > it.clientWidth + 1 && !['INPUT', 'SELECT', 'TEXTAREA'].includes(it.tagName);
    return left < -1 || right > root.clientWidth + 1 || cut ? [`${it.tagName}.${it.className} ${Math.round(left)}..${Math.round(right)} ${it.textContent.trim().slice(0, 40)}`] : [];
  });
  return { scroll: root.scrollWidth, client: root.clientWidth, outside };
}

/** The height is felt: how far above and below its middle a press still meets the same control. */
export function tooLow(where) {
  const found = [];
  const marked = (it) => it.closest('label') ?? it;
  const controls = new Set([...document.querySelector(where).querySelectorAll('a[href], button, summary, select, input, textarea')].map(marked));
  for (const control of controls) {
    // A link inside a sentence is as high as its line (WCAG 2.5.8, inline); the skip link is looked at by its own test.
    const sentence = control.closest('p, li, td, dd, figcaption, sup, .text, .why');
    const inline = control.tagName === 'A' && getComputedStyle(control).display === 'inline' && sentence && sentence.textContent.trim() !== control.textContent.trim();
    if (inline || control.matches('.skip') || !control.checkVisibility({ visibilityProperty: true })) continue;
    control.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = control.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const meets = (at) => {
      const hit = document.elementFromPoint(x, at);
      return hit !== null && (control.contains(hit) || hit === control);
    };
    let [top, bottom] = [y, y];
    while (meets(top - 1) && y - top < 60) top -= 1;
    while (meets(bottom + 1) && bottom - y < 60) bottom += 1;
    const height = Math.max(bottom - top + 1, meets(y) ? box.height : 0);
    if (height < 43.5) found.push(`${control.tagName}.${control.className} ${height.toFixed(1)} px: ${control.textContent.trim().slice(0, 40)}`);
  }
  return found;
}

/** Where Arabic breaks a rule of its setting. */
export function badArabic() {
  const found = { punctuation: [], digits: [], latin: [], lineHeight: [], letterSpacing: [], slant: [], justified: [], capitals: [] };
  const isArabic = /[\u0620-\u064A]/;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const it = node.parentElement;
    const words = node.data.trim();
    if (!words || it.closest('script, style, noscript, template')) continue;
    const lang = it.closest('[lang]').lang;
    const note = (list) => list.push(words.slice(0, 60));
    if (/[\u0660-\u0669\u06F0-\u06F9]/.test(words)) note(found.digits);
    if (lang !== 'ar') continue;
    if (isArabic.test(words) && /[,;?]/.test(words) && !it.closest('bdi[dir="ltr"]')) note(found.punctuation);
    if (/[A-Za-z]/.test(words) && !it.closest('bdi') ) note(found.latin);
    if (!isArabic.test(words) || !it.checkVisibility()) continue;
    const style = getComputedStyle(it);
    const ratio = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
    if (!(ratio >= 1.499)) found.lineHeight.push(`${style.lineHeight} of ${style.fontSize}: ${words.slice(0, 40)}`);
    if (!['normal', '0px'].includes(style.letterSpacing)) note(found.letterSpacing);
    if (style.fontStyle !== 'normal') note(found.slant);
    if (style.textAlign === 'justify') note(found.justified);
    if (style.textTransform !== 'none') note(found.capitals);
  }
  for (const it of document.querySelectorAll('[aria-label], [title], [placeholder], [alt], [aria-valuetext]')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext']) {
      const words = it.getAttribute(name) ?? '';
      if (/[\u0660-\u0669\u06F0-\u06F9]/.test(words)) found.digits.push(`${name}: ${words}`);
      if (isArabic.test(words) && /[,;?]/.test(words)) found.punctuation.push(`${name}: ${words}`);
    }
  }
  return found;
}
