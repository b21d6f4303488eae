// Pictures of the site for people: each kind of page in both languages, on phone and desk, in light and dark.
// `cargo xtask shots [folder]`, or on a site that is built already: `node shots.mjs [folder]`.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

import { answer, partlyRight, rightResponse, wrongResponse } from './answers.mjs';
import { BROWSER } from './browser.mjs';
import { serve } from './server.mjs';
import { DIST, LANGS, aboutAddress, glossaryAddress, items, lessonAddress, mapAddress, meAddress, moduleAddress } from './site.mjs';

const folder = process.argv[2] ?? 'results/shots';
const SIZES = [{ width: 360, height: 640 }, { width: 1366, height: 768 }];
const THEMES = ['light', 'dark'];

const pagesOf = (lang) => [
  ['map', mapAddress(lang)], ['module', moduleAddress(lang)], ['lesson', lessonAddress(lang)], ['lesson-marked', lessonAddress(lang), markSome],
  ['lesson-beside', lessonAddress(lang), beside], ['pause', lessonAddress(lang), pause, 'screen'],
  ['glossary', glossaryAddress(lang)], ['about', aboutAddress(lang)], ['me', meAddress(lang)],
];

/** Both languages side by side. */
async function beside(page) {
  await page.locator('[data-action="beside"]').click();
  await page.locator('.both').first().waitFor();
}

/** The pause, over the page. */
async function pause(page) {
  await page.locator('.topbar [data-action="pause"]').click();
  await page.locator('dialog.pause[open]').waitFor();
}

/** Of the marked items one is wrong, one right, the rest as they come: every look is on the picture. */
async function markSome(page, lang) {
  const all = items(lang);
  for (const [n, item] of all.entries()) {
    if (n === all.length - 2) continue;
    await answer(page, item, n === 0 ? wrongResponse(item) : (partlyRight(item)?.response ?? rightResponse(item)));
  }
}

mkdirSync(folder, { recursive: true });
const site = await serve(DIST);
const browser = await chromium.launch(BROWSER);
try {
  for (const viewport of SIZES) {
    for (const colorScheme of THEMES) {
      const shoot = async (name, address, act, lang = 'ar', much = 'page') => {
        const context = await browser.newContext({ baseURL: site.url, viewport, colorScheme, reducedMotion: 'reduce' });
        const page = await context.newPage();
        await page.goto(address);
        if (address !== '404.html') await page.locator('html[data-ready]').waitFor({ state: 'attached' });
        if (act) await act(page, lang);
        await page.evaluate(() => document.fonts.ready);
        await page.evaluate(() => scrollTo(0, 0));
        const file = join(folder, `${name}-${viewport.width}-${colorScheme}.png`);
        await page.screenshot({ path: file, fullPage: much === 'page' });
        console.log(file);
        await context.close();
      };
      await shoot('language', '');
      await shoot('not-found', '404.html');
      for (const lang of LANGS) for (const [name, address, act, much] of pagesOf(lang)) await shoot(`${name}-${lang}`, address, act, lang, much);
    }
  }
} finally {
  await browser.close();
  await site.close();
}
