// Style sheets as text: their declarations, what in them knows left from right, and the colours of the tokens.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT, files, pages, text } from './site.mjs';

const SHEETS = join(ROOT, 'assets/styles');

/** The style sheets as written: name and text. */
export function writtenSheets() {
  const names = readdirSync(SHEETS, { recursive: true }).map(String).filter((it) => it.endsWith('.css'));
  return names.sort().map((name) => ({ name, source: readFileSync(join(SHEETS, name), 'utf8') }));
}

/** The style sheets as the site has them, files and what stands inside pages. */
export function builtSheets() {
  const inFiles = files('.css').map((name) => ({ name, source: text(name) }));
  const inside = new Set(pages().flatMap(({ source }) => [...source.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, style]) => style)));
  return [...inFiles, ...[...inside].map((source, n) => ({ name: `<style> ${n}`, source }))];
}

/** All declarations: the words before `{`, property, value. At-rules' own words are no declarations. */
export function declarations(source) {
  const found = [];
  const blocks = [];
  let piece = '';
  const bare = source.replace(/\/\*[\s\S]*?\*\//g, ' ');
  const take = () => {
    const at = piece.indexOf(':');
    if (blocks.length > 0 && at > 0) {
      found.push({ where: blocks.at(-1), property: piece.slice(0, at).trim().toLowerCase(), value: piece.slice(at + 1).trim() });
    }
    piece = '';
  };
  for (let n = 0; n < bare.length; n += 1) {
    const letter = bare[n];
    if (letter === '"' || letter === "'") {
      const end = bare.indexOf(letter, n + 1);
      piece += bare.slice(n, end + 1);
      n = end;
    } else if (letter === '(') {
      // What stands in brackets, a data: address with its semicolon too, is one piece.
      let depth = 0;
      do {
        if (bare[n] === '(') depth += 1;
        if (bare[n] === ')') depth -= 1;
        piece += bare[n];
        n += 1;
      } while (depth > 0 && n < bare.length);
      n -= 1;
    } else if (letter === '{') {
      blocks.push(piece.trim());
      piece = '';
    } else if (letter === ';' || letter === '}') {
      take();
      if (letter === '}') blocks.pop();
    } else {
      piece += letter;
    }
  }
  return found;
}

const SIDES = /(^|-)(left|right|top|bottom)($|-)/;
const SIZES = /^(min-|max-)?(width|height)$/;
const FOUR_SIDES = /^(margin|padding|inset|border-width|border-style|border-color|scroll-margin|scroll-padding)$/;

/** What in a declaration is bound to left and right, top and bottom; `null` when nothing is. */
export function physical({ property, value }) {
  if (property.startsWith('--')) return null;
  if (SIDES.test(property)) return 'a side of the screen in the property';
  if (SIZES.test(property)) return 'a size of the screen instead of inline-size or block-size';
  if (/^(text-align|float|clear|caption-side|justify-\w+)$/.test(property) && /\b(left|right)\b/.test(value)) return 'left or right as value';
  if (property === 'float' && /inline-(start|end)/.test(value)) return 'a value that browsers of the floor do not know';
  if (property === 'resize' && !/^(none|both|vertical)$/.test(value)) return 'a value that browsers of the floor do not know, or a side of the screen';
  if (/^(transform-origin|object-position|background-position|background|mask-position)$/.test(property) && /\b(left|right)\b/.test(value)) return 'left or right as position';
  if (/gradient\(\s*to (left|right)/.test(value)) return 'a gradient towards a side';
  if (FOUR_SIDES.test(property)) {
    const values = parts(value);
    if (values.length === 4 && values[1] !== values[3]) return 'four values whose right and left differ';
  }
  if (property === 'border-radius') {
    const [one, two = one, three = one, four = two] = parts(value.split('/')[0]);
    if (one !== two || three !== four) return 'corners that differ between left and right';
  }
  return null;
}

function parts(value) {
  return value.replace(/\s*!important$/, '').match(/[^\s(]+(\([^()]*(\([^()]*\)[^()]*)*\))?/g) ?? [];
}

/** The colours of both themes by role, from the one place where they stand. */
export function tokens() {
  const source = readFileSync(join(SHEETS, 'tokens.css'), 'utf8');
  const themes = { light: {}, dark: {} };
  const root = declarations(source).filter((it) => it.where === ':root' && it.property.startsWith('--'));
  for (const { property, value } of root) {
    const both = value.match(/^var\(--light,\s*(#[0-9a-f]{6})\)\s+var\(--dark,\s*(#[0-9a-f]{6})\)$/i);
    const one = value.match(/^#[0-9a-f]{6}$/i);
    const name = property.slice(2);
    if (both) [themes.light[name], themes.dark[name]] = [both[1], both[2]];
    // Later rules of the same name are for paper.
    if (one && !(name in themes.light)) themes.light[name] = themes.dark[name] = one[0];
  }
  return themes;
}

/** WCAG 2: how far two colours are apart in brightness, 1 to 21. */
export function contrast(one, two) {
  const [light, dark] = [luminance(one), luminance(two)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
