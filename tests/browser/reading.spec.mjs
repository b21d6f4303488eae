// What helps while one reads: how far one is, the contents, words of the glossary in place, the pause, advice after a long
// sitting, both languages side by side, paper.

import {
  DIR, LANGS, NAME, action, answer, box, expect, items, lessonAddress, lessonDocument, meAddress, open, other, ready, rightResponse, tenAddress,
  tenTest, test, word,
} from './helpers.mjs';
import { outsideThePage } from './looks.mjs';
import { contrast, tokens } from './styles.mjs';

const way = (page) => page.locator('.reading i').evaluate((it) => Number(it.style.getPropertyValue('--v') || 0));
const dialog = (page) => page.locator('dialog.pause');
const opener = (page) => page.locator('.topbar [data-action="pause"]');

/** A page whose program never comes. */
async function asleep(page, address) {
  await page.route('**/*.wasm*', (route) => route.abort());
  await page.goto(address);
  await expect(page.locator('html[data-reading]')).toBeAttached();
}

for (const lang of LANGS) {
  test(`the reading line grows from the start of the line to its end in ${NAME[lang]}`, async ({ page }) => {
    await open(page, lessonAddress(lang));
    await expect.poll(() => way(page)).toBe(0);
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' }));
    await expect.poll(() => way(page)).toBeGreaterThan(20);
    const [line, bar] = [await page.locator('.reading i').boundingBox(), await page.locator('.reading').boundingBox()];
    const start = DIR[lang] === 'rtl' ? bar.x + bar.width - line.x - line.width : line.x - bar.x;
    expect(Math.round(start), 'it stands at the start').toBe(0);
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
    await expect.poll(() => way(page)).toBe(100);
  });

  test(`the contents mark the section one is in, and tick it when its items are done, in ${NAME[lang]}`, async ({ page }) => {
    await open(page, lessonAddress(lang));
    const { sections } = lessonDocument(lang);
    const at = sections.findIndex((it) => it.items?.length > 0);
    const { id, items: inside } = sections[at];
    const link = page.locator('.toc a').nth(at);
    await page.evaluate((id) => document.getElementById(id).scrollIntoView({ block: 'start', behavior: 'instant' }), id);
    await expect(link).toHaveAttribute('aria-current', 'true');
    await expect(page.locator('.toc a[aria-current]')).toHaveCount(1);
    await expect(link.locator('svg')).toHaveCount(0);
    for (const item of items(lang).filter((it) => inside.includes(it.id))) await answer(page, item, rightResponse(item));
    await expect(link.locator('svg')).toHaveCount(1);
    await expect(link, 'in words too').toContainText(word(lang, 'state.completed'));
  });

  tenTest(`a word of the glossary says what it means in its place in ${NAME[lang]}, by mouse and by keyboard`, async ({ page }) => {
    await open(page, tenAddress(lang));
    const [term, meaning] = [page.locator('a.term').first(), page.locator('a.term + .meaning').first()];
    await expect(meaning).toBeHidden();
    const before = [page.url(), await page.evaluate(() => scrollY)];
    await term.click();
    await expect(meaning).toBeVisible();
    await expect(meaning).toHaveText(/\S{3}/);
    await expect(term).toHaveAttribute('aria-expanded', 'true');
    await term.focus();
    await page.keyboard.press('Enter');
    await expect(meaning).toBeHidden();
    await expect(term).toBeFocused();
    expect([page.url(), await page.evaluate(() => scrollY)], 'the place is kept').toEqual(before);
  });

  tenTest(`a pair shows what helps before what hurts, side by side on a desk and stacked on a phone, in ${NAME[lang]}`, async ({ page }) => {
    await open(page, tenAddress(lang));
    const sides = page.locator('.do-avoid > section');
    await expect(sides).toHaveCount(2);
    const [help, hurt] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
    expect(Math.abs(help.y - hurt.y)).toBeLessThan(2);
    expect(DIR[lang] === 'rtl' ? help.x > hurt.x : help.x < hurt.x, 'what helps stands at the start').toBe(true);
    await page.setViewportSize({ width: 360, height: 640 });
    expect((await sides.nth(1).boundingBox()).y).toBeGreaterThan((await sides.nth(0).boundingBox()).y + 20);
    expect((await page.evaluate(outsideThePage)).outside).toEqual([]);
  });

  test(`the pause opens and closes by keyboard in ${NAME[lang]}, and one is where one was`, async ({ page }) => {
    await open(page, lessonAddress(lang));
    await page.evaluate(() => scrollTo({ top: 900, behavior: 'instant' }));
    await opener(page).focus();
    const before = await page.evaluate(() => scrollY);
    for (const close of ['Escape', 'button']) {
      await page.keyboard.press('Enter');
      await expect(dialog(page)).toBeVisible();
      await expect(dialog(page).locator('h2')).toBeFocused();
      if (close === 'Escape') await page.keyboard.press('Escape');
      else await dialog(page).locator('[data-action="pause-end"]').press('Enter');
      await expect(dialog(page)).toBeHidden();
      await expect(opener(page)).toBeFocused();
      expect(await page.evaluate(() => scrollY)).toBe(before);
    }
  });

  test(`both languages stand side by side from ${NAME[lang]}, stacked on a phone, and the items still answer`, async ({ page }) => {
    await open(page, lessonAddress(lang));
    await page.locator('[data-action="beside"]').click();
    const rows = page.locator('.both');
    await expect(rows.first()).toBeVisible();
    await expect(page.locator('.both > .beside').first()).toHaveAttribute('dir', DIR[other(lang)]);
    await expect(page.locator('.both > .beside').first()).toHaveAttribute('lang', other(lang));
    const [own, beside] = [await rows.first().locator('> .prose').first().boundingBox(), await rows.first().locator('> .beside').boundingBox()];
    expect(DIR[lang] === 'rtl' ? own.x > beside.x : own.x < beside.x, 'the own language stands at the start').toBe(true);
    const twice = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map((it) => it.id);
      return ids.filter((id, n) => ids.indexOf(id) !== n);
    });
    expect(twice, 'ids given twice').toEqual([]);
    await expect(page.locator('.beside :is(input, select, textarea, button)')).toHaveCount(0);
    const [item] = items(lang);
    await answer(page, item, rightResponse(item));
    await expect(box(page, item)).toHaveAttribute('data-outcome', /./);
    await page.setViewportSize({ width: 360, height: 640 });
    const [above, below] = [await rows.first().locator('> .prose').first().boundingBox(), await rows.first().locator('> .beside').boundingBox()];
    expect(below.y).toBeGreaterThanOrEqual(above.y + above.height - 1);
    const { scroll, client, outside } = await page.evaluate(outsideThePage);
    expect([outside, scroll]).toEqual([[], client]);
    await page.reload();
    await ready(page);
    await expect(rows.first(), 'it is kept').toBeVisible();
    await expect(box(page, item)).toHaveAttribute('data-outcome', /./);
    await page.locator('[data-action="beside"]').click();
    await expect(rows).toHaveCount(0);
    await expect(box(page, item)).toHaveAttribute('data-outcome', /./);
  });
}

tenTest('word and pause are there though the program never comes', async ({ page, watch }) => {
  watch.allow(/ERR_FAILED|Failed to fetch|NetworkError|WebAssembly|Failed to load/);
  await asleep(page, tenAddress('ar'));
  await page.locator('a.term').first().click();
  await expect(page.locator('a.term + .meaning').first()).toBeVisible();
  await opener(page).click();
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(opener(page)).toBeFocused();
});

test('without scripts a word of the glossary is a link to the glossary', async ({ browser, tenSite, watch }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: tenSite.url });
  await watch.over(context);
  const page = await context.newPage();
  await page.goto(tenAddress('en'));
  await page.locator('a.term').first().click();
  await expect(page.locator('main')).toHaveAttribute('data-page', 'glossary');
  await expect(page.locator('#meeting-room')).toBeInViewport();
  await context.close();
});

test('the circle to breathe with stands still until it is asked for, and always where motion is not wanted', async ({ page }) => {
  const moving = () => page.evaluate(() => document.getAnimations().filter((it) => it.effect.target.closest('dialog')).length);
  await open(page, lessonAddress('ar'));
  await opener(page).click();
  expect(await moving()).toBe(0);
  await dialog(page).locator('summary').click();
  expect(await moving()).toBe(1);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(moving).toBe(0);
});

test('after 45 minutes in which something was done a pause is advised, and a pause or a rest ends it', async ({ page }) => {
  await page.clock.install();
  await open(page, lessonAddress('ar'));
  const advice = page.locator('.sitting');
  const minute = async (isBusy) => {
    if (isBusy) await page.evaluate(() => dispatchEvent(new Event('scroll')));
    await page.clock.runFor(60_000);
  };
  for (let n = 0; n < 44; n += 1) await minute(true);
  await expect(advice).toBeHidden();
  await minute(true);
  await expect(advice).toBeVisible();
  await advice.locator('[data-action="pause"]').click();
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(advice, 'a pause begins anew').toBeHidden();
});

test('quiet minutes are no sitting', async ({ page }) => {
  await page.clock.install();
  await open(page, lessonAddress('ar'));
  await page.clock.runFor(60 * 60_000);
  await expect(page.locator('.sitting')).toBeHidden();
});

for (const lang of LANGS) {
  test(`on paper the ${NAME[lang]} lesson has its sources, opened folds and light colours, dark as the screen may be`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(page, lessonAddress(lang));
    await page.evaluate(() => {
      window.onPaper = null;
      addEventListener('beforeprint', () => setTimeout(() => {
        const folds = [...document.querySelectorAll('main details')];
        window.onPaper = { closed: folds.filter((it) => !it.open).length, folds: folds.length };
      }));
      window.print = () => {};
    });
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    const seen = await page.evaluate(() => {
      const paper = getComputedStyle(document.documentElement);
      return { ink: paper.getPropertyValue('--ink').trim(), paper: paper.getPropertyValue('--paper').trim(), bar: document.querySelector('.topbar').checkVisibility(), sources: document.querySelector('.sources').checkVisibility() };
    });
    expect(seen).toEqual({ ink: tokens().light.ink, paper: '#ffffff', bar: false, sources: true });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect.poll(() => page.evaluate(() => window.onPaper)).toMatchObject({ closed: 0 });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('main details:not([open])').count(), 'and folded again').toBeGreaterThan(0);
    await page.emulateMedia({ media: 'screen' });
    const pdf = await page.pdf({ format: 'A4' });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
    expect(pages).toBeGreaterThan(1);
    expect(pages, 'a lesson is no book').toBeLessThanOrEqual(12);
  });
}

test('size of the letters, contrast and theme are kept over a reload, and stand before the program is awake', async ({ page }) => {
  await open(page, meAddress('ar'));
  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
  const normal = await size();
  await page.locator('[data-setting="size"]').selectOption('larger');
  await page.locator('[data-setting="contrast"]').selectOption('high');
  const html = page.locator('html');
  for (const theme of ['light', 'dark']) {
    await page.locator('[data-setting="theme"]').selectOption(theme);
    await open(page, lessonAddress('ar'));
    await expect(html).toHaveAttribute('data-size', 'larger');
    await expect(html).toHaveAttribute('data-contrast', 'high');
    await expect(html).toHaveAttribute('data-theme', theme);
    expect(await size()).toBeCloseTo(normal * 1.375, 1);
    const colours = await page.evaluate(() => {
      const hex = (colour) => `#${colour.match(/\d+/g).slice(0, 3).map((it) => Number(it).toString(16).padStart(2, '0')).join('')}`;
      const [body, link, place] = ['body', 'main a', '.place'].map((it) => getComputedStyle(document.querySelector(it)));
      return { paper: hex(body.backgroundColor), front: [body, link, place].map((it) => hex(it.color)) };
    });
    for (const front of colours.front) expect(contrast(front, colours.paper), `${theme}: ${front} on ${colours.paper}`).toBeGreaterThanOrEqual(7);
    await page.setViewportSize({ width: 360, height: 640 });
    const { scroll, client, outside } = await page.evaluate(outsideThePage);
    expect([outside, scroll], theme).toEqual([[], client]);
    await page.setViewportSize({ width: 1366, height: 768 });
    await open(page, meAddress('ar'));
  }
  await expect(page.locator('[data-setting="size"]')).toHaveValue('larger');
});

test('where the other language says less, nothing of the page’s own is left out', async ({ page }) => {
  const whole = lessonDocument('en');
  await page.route(/doc\/en\/trafficking-law\/act-means-purpose\.json/, (route) => route.fulfill({ json: { ...whole, blocks: whole.blocks.slice(0, 2) } }));
  await open(page, lessonAddress('ar'));
  const before = await page.locator('main article .item').count();
  await page.locator('[data-action="beside"]').click();
  await expect(page.locator('.both > .beside')).toHaveCount(2);
  await expect(page.locator('main article .item')).toHaveCount(before);
  await expect(page.locator('.both')).toHaveCount(lessonDocument('ar').blocks.length);
});

test('where the other language does not come it is said, and the lesson stays', async ({ page, watch }) => {
  watch.allow(/ERR_FAILED|Failed to (load|fetch)/);
  await page.route(/doc\/en\/trafficking-law\/act-means-purpose\.json/, (route) => route.abort());
  await open(page, lessonAddress('ar'));
  await page.locator('[data-action="beside"]').click();
  await expect(page.getByRole('status').filter({ hasText: word('ar', 'lesson.other-on-its-way') })).toBeVisible();
  await expect(page.locator('main article .item').first()).toBeVisible();
});
