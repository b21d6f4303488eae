// How the pages look, as far as a machine can tell (`design.md`, section 11): nothing wider than the page, enough contrast,
// targets one can hit, and Arabic set as Arabic.

import { statSync } from 'node:fs';
import { join } from 'node:path';

import {
  DIST, LANGS, NAME, action, answer, box, expect, files, items, kindsOfPages, lessonAddress, mapAddress, ofKind, open, partlyRight,
  rightResponse, test, wrongResponse,
} from './helpers.mjs';
import { axe, badArabic, outsideThePage, tooLow } from './looks.mjs';
import { builtSheets, contrast, declarations, physical, tokens, writtenSheets } from './styles.mjs';

const WIDTHS = [320, 360, 683, 768, 1366];
const KINDS = kindsOfPages();
const ARABIC = KINDS.filter((it) => it.lang === 'ar');

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Opens a page of any kind: all but `404.html` wake. */
async function show(page, { address, kind }) {
  if (kind === 'not-found') await page.goto(address);
  else await open(page, address);
  await page.evaluate(() => document.fonts.ready);
}

/** Marks items rightly, partly and wrongly, and opens a question how sure one is: every look that an item has. */
async function markItems(page, lang) {
  const choices = ofKind(lang, 'choice');
  // What was marked in the other language is marked in this one.
  const mark = async (item, response) => (await box(page, item).getAttribute('data-outcome')) ?? answer(page, item, response);
  await mark(choices[0], wrongResponse(choices[0]));
  await mark(choices[1], rightResponse(choices[1]));
  for (const item of items(lang).filter((it) => it.kind !== 'choice')) await mark(item, partlyRight(item)?.response ?? rightResponse(item));
  await box(page, choices[2]).locator('[data-choice] input').first().check();
  await action(page, choices[2], 'check').click();
  await expect(box(page, choices[2]).locator('input[type=range]')).toBeVisible();
  await page.locator('details').evaluateAll((all) => all.filter((it) => !it.closest('.topbar')).forEach((it) => (it.open = true)));
}

for (const kind of KINDS) {
  test(`nothing stands outside the page at any width: ${kind.name}`, async ({ page }) => {
    await show(page, kind);
    if (kind.kind === 'lesson') await markItems(page, kind.lang);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const { scroll, client, outside } = await page.evaluate(outsideThePage);
      expect(outside, `at ${width}`).toEqual([]);
      expect(scroll, `at ${width}`).toBe(client);
    }
  });
}

for (const kind of [...KINDS, ...LANGS.map((lang) => ({ name: `answered lesson, ${lang}`, address: lessonAddress(lang), kind: 'answered', lang }))]) {
  test(`axe has no complaint in light and dark, on phone and desk: ${kind.name}`, async ({ page }) => {
    test.setTimeout(90_000);
    await show(page, kind);
    if (kind.kind === 'answered') await markItems(page, kind.lang);
    for (const colorScheme of ['light', 'dark']) {
      for (const width of [360, 1366]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 768 });
        expect(await axe(page), `${colorScheme}, ${width}`).toEqual([]);
      }
    }
  });
}

for (const kind of KINDS) {
  test(`what can be pressed is 44 pixels high at least, and no tabindex is positive: ${kind.name}`, async ({ page }) => {
    await show(page, kind);
    if (kind.kind === 'lesson') await markItems(page, kind.lang);
    for (const width of [360, 1366]) {
      await page.setViewportSize({ width, height: 768 });
      expect(await page.evaluate(tooLow, 'body'), `at ${width}`).toEqual([]);
    }
    expect(await page.locator('[tabindex]:not([tabindex="-1"], [tabindex="0"])').count()).toBe(0);
    if (kind.kind === 'not-found') return;
    await page.setViewportSize({ width: 360, height: 768 });
    await page.locator('.topbar details summary').click();
    expect(await page.evaluate(tooLow, '.topbar'), 'in the open menu').toEqual([]);
  });
}

for (const kind of ARABIC) {
  test(`Arabic is set as Arabic: ${kind.name}`, async ({ page }) => {
    await show(page, kind);
    if (kind.kind === 'lesson') await markItems(page, 'ar');
    const found = await page.evaluate(badArabic);
    for (const [what, where] of Object.entries(found)) expect(where, what).toEqual([]);
  });
}

test('English pages hold no Arabic-Indic digit and no Arabic word outside what is marked as Arabic', async ({ page }) => {
  for (const kind of KINDS.filter((it) => it.lang === 'en')) {
    await show(page, kind);
    const found = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const all = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const marked = node.parentElement.closest('bdi, [lang="ar"], script, style');
        if (/[\u0660-\u0669\u06F0-\u06F9]/.test(node.data) || (/[\u0620-\u064A]/.test(node.data) && !marked)) all.push(node.data.trim().slice(0, 60));
      }
      return all;
    });
    expect(found, kind.name).toEqual([]);
  }
});

test('drawings that mean a direction turn with the script, and no other does', async ({ page }) => {
  for (const kind of KINDS) {
    await show(page, kind);
    if (kind.kind === 'lesson') await markItems(page, kind.lang);
    const drawings = await page.locator('svg').evaluateAll((all) =>
      all.map((it) => ({
        flip: it.classList.contains('flip'),
        mirrors: it.hasAttribute('data-mirrors'),
        turned: new DOMMatrix(getComputedStyle(it).transform).a === -1,
        rtl: getComputedStyle(it).direction === 'rtl',
        where: it.parentElement.outerHTML.slice(0, 80),
      })),
    );
    for (const it of drawings) {
      expect(it.flip, `${kind.name}: flip and data-mirrors go together: ${it.where}`).toBe(it.mirrors);
      expect(it.turned, `${kind.name}: ${it.where}`).toBe(it.flip && it.rtl);
    }
    if (kind.kind !== 'lesson') continue;
    for (const directed of ['[data-action="next"] svg', '[data-action="previous"] svg', '.crumbs svg']) await expect(page.locator(directed)).toHaveClass(/flip/);
    await expect(page.locator('[data-feedback] svg.flip, .saved svg.flip, .callout-head svg.flip, .brand svg.flip')).toHaveCount(0);
  }
});

test('no style sheet knows left from right', () => {
  const found = [...writtenSheets(), ...builtSheets()].flatMap(({ name, source }) => {
    const bad = declarations(source).map((it) => [it, physical(it)]).filter(([, what]) => what);
    const selector = source.replace(/\/\*[\s\S]*?\*\//g, '').includes(':dir(') ? [`${name}: :dir() is unknown to browsers of the floor`] : [];
    return [...bad.map(([it, what]) => `${name}: ${it.where} { ${it.property}: ${it.value} }: ${what}`), ...selector];
  });
  expect(found).toEqual([]);
  expect(builtSheets().flatMap((it) => declarations(it.source)).length, 'declarations looked at').toBeGreaterThan(200);
});

test('a physical declaration would be seen', () => {
  const bad = '.a{margin-left:1px}.b{inset:0 1px 0 2px}@media (width>1em){.c{text-align:right}}.d{max-width:3px}.e{border-radius:1px 2px}.f{background:linear-gradient(to right, red, blue)}';
  const good = '.a{margin-inline:auto 4px;inset:0;inset-block-start:calc(100% + 1px);max-inline-size:3em;--left:1px;border-radius:8px;padding:1px 2px 3px}@media (width<=40em){.b{text-align:start}}';
  expect(declarations(bad).map(physical).filter(Boolean)).toHaveLength(6);
  expect(declarations(good).map(physical).filter(Boolean)).toEqual([]);
});

test('colours stand among the tokens and nowhere else', () => {
  const elsewhere = writtenSheets().filter((it) => it.name !== 'tokens.css').flatMap(({ name, source }) =>
    declarations(source).filter((it) => /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(/i.test(it.value)).map((it) => `${name}: ${it.where} { ${it.property}: ${it.value} }`),
  );
  expect(elsewhere).toEqual([]);
});

// Measured for `design.md`, section 2: light, dark. What is no text needs 3, text 4.5.
const PAIRS = [
  ['ink', 'paper', 13.4, 14.5], ['ink', 'surface', 14.8, 12.9], ['ink-2', 'paper', 6.9, 10.2], ['ink-2', 'sunken', 6.4, 10.8],
  ['primary', 'paper', 6.5, 9.5], ['primary', 'primary-soft', 6.0, 6.5], ['on-primary', 'primary', 7.1, 8.4],
  ['control', 'paper', 3.4, 5.4, 3], ['focus', 'paper', 13.4, 16.6, 3],
  ['on-deep', 'deep', 10.2, 11.7], ['on-deep-2', 'deep', 7.9, 8.0], ['sand', 'sand-soft', 4.8, 7.7],
  ['correct', 'correct-soft', 5.9, 7.5], ['partly', 'partly-soft', 5.4, 8.0], ['incorrect', 'incorrect-soft', 6.6, 7.4],
  ['pending', 'pending-soft', 6.1, 7.8], ['caution', 'caution-soft', 6.1, 7.6], ['ink-2', 'incorrect-soft', 6.5, 8.4],
];

test('each pair of colours has the contrast that was measured, and enough, in both themes', () => {
  const themes = tokens();
  for (const [front, back, light, dark, needed = 4.5] of PAIRS) {
    for (const [theme, measured] of [['light', light], ['dark', dark]]) {
      const ratio = contrast(themes[theme][front], themes[theme][back]);
      expect(Math.abs(ratio - measured), `${front} on ${back}, ${theme}: ${ratio.toFixed(2)}, measured ${measured}`).toBeLessThanOrEqual(0.06);
      expect(ratio, `${front} on ${back}, ${theme}`).toBeGreaterThanOrEqual(needed);
    }
  }
});

test('further pairs that stand on the screen have enough contrast too', () => {
  const themes = tokens();
  const softs = ['correct', 'partly', 'incorrect', 'pending', 'caution', 'sand', 'primary'].map((it) => `${it}-soft`);
  const pairs = [
    ...softs.flatMap((soft) => [['ink', soft], ['ink-2', soft]]),
    ...['correct', 'partly', 'incorrect', 'pending', 'caution', 'sand', 'primary', 'ink-2'].map((it) => [it, 'surface']),
    ['ink-3', 'sunken'], ['on-light', 'on-deep'], ['on-primary', 'primary-hover'], ['primary-hover', 'primary-soft'], ['ink', 'sunken'],
  ];
  for (const theme of ['light', 'dark']) {
    for (const [front, back] of pairs) expect(contrast(themes[theme][front], themes[theme][back]), `${front} on ${back}, ${theme}`).toBeGreaterThanOrEqual(4.5);
    for (const back of ['paper', 'surface']) expect(contrast(themes[theme].control, themes[theme][back]), `control on ${back}, ${theme}`).toBeGreaterThanOrEqual(3);
  }
});

test('the fonts weigh 72,000 bytes at most', () => {
  const bytes = files('.woff2').map((it) => statSync(join(DIST, it)).size);
  expect(bytes.length).toBeGreaterThan(0);
  expect(bytes.reduce((sum, it) => sum + it, 0)).toBeLessThanOrEqual(72_000);
});

// Whole passes only: a node that the page redraws while it is looked at is asked for anew.
async function strangeLetters(client) {
  let where;
  await expect(async () => {
    where = [];
    const { root } = await client.send('DOM.getDocument');
    const { nodeIds } = await client.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'body *' });
    expect(nodeIds.length).toBeGreaterThan(0);
    for (const nodeId of nodeIds) {
      const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
      for (const font of fonts.filter((it) => !it.isCustomFont)) {
        const { outerHTML } = await client.send('DOM.getOuterHTML', { nodeId });
        where.push(`${font.familyName} (${font.glyphCount}): ${outerHTML.slice(0, 120)}`);
      }
    }
  }).toPass({ timeout: 10_000 });
  return where;
}

for (const lang of LANGS) {
  test(`every letter of the ${NAME[lang]} pages is drawn by our own font, Sorani letters included`, async ({ page }) => {
    test.setTimeout(90_000);
    const client = await page.context().newCDPSession(page);
    await client.send('DOM.enable');
    await client.send('CSS.enable');
    for (const kind of KINDS.filter((it) => it.lang === lang && it.kind !== 'not-found')) {
      await show(page, kind);
      if (kind.kind === 'lesson') await markItems(page, lang);
      await page.evaluate(() => {
        document.querySelector('main h1').append(' ڕڵۆێە پچژگڤ کیھئ');
        return document.fonts.ready;
      });
      await expect.poll(() => page.evaluate(() => [...document.fonts].filter((it) => it.status === 'loading').length)).toBe(0);
      const where = await strangeLetters(client);
      expect(where, kind.name).toEqual([]);
      const families = await page.evaluate(() => [...document.fonts].filter((it) => it.status === 'loaded').map((it) => it.family.replaceAll('"', '')));
      expect([...new Set(families)], kind.name).toEqual(['Sanad Text']);
    }
  });
}

test('the first screen of the map shows where to go on, on desk and phone', async ({ page }) => {
  for (const lang of LANGS) {
    for (const [width, height] of [[1366, 768], [360, 640]]) {
      await page.setViewportSize({ width, height });
      await open(page, mapAddress(lang));
      await expect(page.locator('main [data-action="resume"]'), `${lang}, ${width}`).toBeInViewport({ ratio: 1 });
    }
  }
});

test('title, publisher and address of a source are parted from one another', async ({ page }) => {
  for (const lang of LANGS) {
    await open(page, lessonAddress(lang));
    const stuck = await page.locator('.sources li').evaluateAll((lines) =>
      lines.flatMap((line) => {
        const said = line.innerText;
        const words = [...line.children].map((it) => it.innerText.trim()).filter(Boolean);
        return words.slice(1).map((word, n) => words[n].slice(-12) + word.slice(0, 12)).filter((both) => said.includes(both));
      }),
    );
    expect(stuck, lang).toEqual([]);
  }
});

test('nothing stands outside the page when the letters of the browser are twice as large', async ({ page }) => {
  const client = await page.context().newCDPSession(page);
  await client.send('Page.enable');
  await client.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
  for (const kind of KINDS) {
    await show(page, kind);
    for (const width of [640, 1366]) {
      await page.setViewportSize({ width, height: 800 });
      const { scroll, client, outside } = await page.evaluate(outsideThePage);
      expect(outside, `${kind.name}, ${width}`).toEqual([]);
      expect(scroll, `${kind.name}, ${width}`).toBe(client);
    }
  }
});

test('the order of Tab is the order of the page', async ({ page }) => {
  test.setTimeout(60_000);
  for (const lang of LANGS) {
    await open(page, lessonAddress(lang));
    const order = await page.evaluate(() => {
      const can = 'a[href], button:enabled, summary, select, textarea, input:not([type=radio]), [tabindex="0"]';
      const all = [...document.querySelectorAll(`${can}, input[type=radio]`)].filter((it) => it.checkVisibility({ visibilityProperty: true }));
      const groups = new Set();
      // Tab stops once in a group of radio buttons.
      const stops = all.filter((it) => it.type !== 'radio' || (!groups.has(it.name) && groups.add(it.name)));
      stops.forEach((it, n) => it.setAttribute('data-stop', n));
      return stops.length;
    });
    const met = [];
    for (let n = 0; n < order; n += 1) {
      await page.keyboard.press('Tab');
      met.push(await page.evaluate(() => Number(document.activeElement.dataset.stop ?? -1)));
    }
    expect(met, lang).toEqual(Array.from({ length: order }, (_, n) => n));
  }
});

test('an item that is marked is told apart in words and drawings when all colour is gone', async ({ page }) => {
  for (const lang of LANGS) {
    await open(page, lessonAddress(lang));
    await markItems(page, lang);
    for (const mark of await page.locator('.option.correct, .option.incorrect, .option.missed').all()) {
      await expect(mark.locator('.mark svg')).toBeVisible();
      await expect(mark.locator('.mark')).toHaveText(/\S/);
    }
    const said = [];
    for (const item of items(lang)) {
      const outcome = await box(page, item).getAttribute('data-outcome');
      if (!outcome) continue;
      const heading = box(page, item).locator('[data-feedback] h3');
      said.push([outcome, (await heading.innerText()).trim()]);
      await expect(heading.locator('svg')).toBeVisible();
    }
    const words = new Map(said);
    expect(words.size, 'all outcomes are on the screen').toBe(4);
    expect(new Set(words.values()).size, 'and each has a word of its own').toBe(4);
  }
});

// Lines are as high as their letters need: of two words with all their vowels, one below the other, no ink meets.
test('the ink of vowelled words on two lines does not touch, in each style of text', async ({ page }) => {
  await open(page, lessonAddress('ar'));
  await page.evaluate(() => document.fonts.ready);
  const styles = ['h1', '.prose h2', '.prose > p', '.place', '[data-item] .prompt', 'footer p', '.button'];
  for (const style of styles) {
    const rows = await page.evaluate((selector) => {
      const model = getComputedStyle(document.querySelector(selector));
      const [size, height] = [parseFloat(model.fontSize), parseFloat(model.lineHeight)];
      const canvas = document.createElement('canvas').getContext('2d');
      canvas.direction = 'rtl';
      canvas.font = `${model.fontWeight} ${size}px ${model.fontFamily}`;
      const ink = ['الْمُؤَشِّرُ', 'إِكْرَاهٌ'].map((it) => canvas.measureText(it));
      const below = Math.max(...ink.map((it) => it.actualBoundingBoxDescent));
      const above = Math.max(...ink.map((it) => it.actualBoundingBoxAscent));
      return { free: height - above - below, size };
    }, style);
    expect(rows.free, `${style} of ${rows.size} px: pixels between the ink of two lines`).toBeGreaterThanOrEqual(0);
  }
});

// The mirror: with filler of the same width in each language, what stands at a distance from the start stands so in the other.
test('in Arabic every box stands as far from its start as in English from its own', async ({ page }) => {
  for (const [name, ofLang] of [['map', mapAddress], ['lesson', lessonAddress]]) {
    for (const width of [360, 1366]) {
      await page.setViewportSize({ width, height: 800 });
      const found = {};
      for (const lang of LANGS) {
        await open(page, ofLang(lang));
        found[lang] = await page.evaluate(boxes);
      }
      expect(found.ar.map((it) => it.what), `${name}, ${width}`).toEqual(found.en.map((it) => it.what));
      const apart = found.ar.filter((it, n) => Math.abs(it.start - found.en[n].start) > 1);
      expect(apart, `${name}, ${width}`).toEqual([]);
      expect(found.ar.length).toBeGreaterThan(10);
    }
  }
});

/** Runs inside the page: each text becomes filler of one width, then the blocks say how far they stand from the start. */
function boxes() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const all = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.data.trim() && !node.parentElement.closest('script, style, option')) all.push(node);
  for (const node of all) node.data = '0000';
  const width = document.documentElement.clientWidth;
  const isRtl = document.documentElement.dir === 'rtl';
  const parts = '.brand, .continue, .continue > *, .stage > header, .card, .module .no, .module h3, .segments, .foot-line, aside, .toc, .toc-small, article, .crumbs, h1, .place, .prose > h2, .item, .item-head, .callout, .pager > *, .sources li, .foot p';
  return [...document.querySelectorAll(parts)].filter((it) => it.checkVisibility() && !it.closest('[hidden]')).map((it) => {
    const { left, right } = it.getBoundingClientRect();
    return { what: `${it.tagName}.${it.className}`, start: Math.round(isRtl ? width - right : left) };
  });
}
