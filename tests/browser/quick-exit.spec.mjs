// Leaving at once: by the button, by Shift three times, before the program is awake, without a network; and the calendar to
// which it leads.

import { DIR, DIST, LANGS, NAME, expect, html, kept, lessonAddress, open, other, test, text } from './offline.mjs';

const CALENDAR = { ar: { title: 'التقويم', months: /كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين/ }, en: { title: 'Calendar', months: /^[A-Z][a-z]+ \d{4}$/ } };

/** The button as the frame has it. */
const button = (page) =>
  page.evaluate(() => {
    if (document.querySelector('[data-action=quick-exit]')) return;
    const link = document.createElement('a');
    link.href = 'calendar/';
    link.dataset.action = 'quick-exit';
    link.textContent = 'exit';
    document.querySelector('header').append(link);
  });

async function left(page, lang) {
  await expect(page.locator('main')).toHaveAttribute('data-page', 'calendar');
  await expect(html(page)).toHaveAttribute('lang', lang);
  await expect(html(page)).toHaveAttribute('dir', DIR[lang]);
  await expect(page).toHaveTitle(CALENDAR[lang].title);
  await expect(page.locator('h1')).toHaveText(CALENDAR[lang].months);
}

const shift = async (page, times) => {
  for (let n = 0; n < times; n += 1) await page.keyboard.press('Shift');
};

for (const lang of LANGS) {
  test(`the button leads from the ${NAME[lang]} lesson to the calendar, and going back does not lead to the lesson`, async ({ page, site }) => {
    await page.goto(`${site.url}quiet.html`);
    await open(page, lessonAddress(lang));
    await button(page);
    await page.locator('[data-action=quick-exit]:visible').first().click();
    await left(page, lang);
    await page.goBack();
    expect(page.url()).toBe(`${site.url}quiet.html`);
  });

  test(`Shift three times does the same in the ${NAME[lang]} lesson`, async ({ page }) => {
    await open(page, lessonAddress(lang));
    await shift(page, 3);
    await left(page, lang);
  });
}

test('it works while the program is still on its way, and the title is gone at once', async ({ page }) => {
  await page.route('**/*.wasm', () => {});
  await page.goto(lessonAddress('ar'), { waitUntil: 'commit' });
  await expect(html(page)).toHaveAttribute('data-boot', '');
  await button(page);
  // While the calendar is held up nothing of the course is seen any more.
  let release;
  await page.route('**/calendar/', async (route) => {
    await new Promise((go) => (release = go));
    await route.continue();
  });
  const seen = new Promise((told) => page.exposeFunction('told', told));
  await page.waitForFunction(() => 'told' in window);
  await page.evaluate(() => {
    new MutationObserver(() => window.told([document.title, getComputedStyle(document.documentElement).display])).observe(document.documentElement, { attributeFilter: ['style'] });
  });
  await page.locator('[data-action=quick-exit]:visible').first().click({ noWaitAfter: true });
  expect(await seen).toEqual(['', 'none']);
  await expect.poll(() => release).toBeDefined();
  release();
  await left(page, 'ar');
});

test('Shift works before the program is awake too', async ({ page }) => {
  await page.route('**/*.wasm', () => {});
  await page.goto(lessonAddress('en'), { waitUntil: 'commit' });
  await expect(html(page)).toHaveAttribute('data-boot', '');
  await shift(page, 3);
  await left(page, 'en');
});

test('what is not Shift alone, three times and quickly, leads nowhere', async ({ page }) => {
  await open(page, lessonAddress('ar'));
  const stays = async () => {
    // A way out would have been taken by now: replacing a page begins in the task of the key.
    await page.evaluate(() => new Promise((done) => setTimeout(done)));
    await expect(page.locator('main')).toHaveAttribute('data-page', 'lesson');
    await page.keyboard.press('Tab');
  };
  await shift(page, 2);
  await stays();
  for (const key of ['Shift+a', 'Shift+b', 'Shift+c', 'Shift+Tab']) await page.keyboard.press(key);
  await stays();
  await shift(page, 2);
  await page.keyboard.press('Escape');
  await shift(page, 1);
  await stays();
  for (let n = 0; n < 3; n += 1) await page.locator('h1').click({ modifiers: ['Shift'] });
  await stays();
  await page.evaluate(() => {
    // The same keys, spread over four seconds.
    for (const at of [0, 2000, 4000]) {
      for (const type of ['keydown', 'keyup']) {
        const event = new KeyboardEvent(type, { key: 'Shift', bubbles: true });
        Object.defineProperty(event, 'timeStamp', { value: performance.now() + at });
        document.body.dispatchEvent(event);
      }
    }
  });
  await stays();
});

test.describe('with the worker', () => {
  test.use({ serviceWorkers: 'allow' });
  test('it works with the server stopped, under a path', async ({ page, host, watch }) => {
    const server = await host(DIST, { prefix: '/a/b/' });
    await open(page, server.url + lessonAddress('en'));
    await kept(page);
    await server.stop();
    watch.allow(/ERR_CONNECTION_REFUSED|Failed to load resource/);
    await shift(page, 3);
    await left(page, 'en');
    expect(page.url()).toBe(`${server.url}calendar/#en`);
    expect(await page.locator('td').count()).toBeGreaterThan(27);
  });
});

for (const lang of LANGS) {
  for (const width of [360, 1366]) {
    test(`the calendar at ${width} in ${NAME[lang]} names nothing of the course, fits, and turns by keyboard`, async ({ page }) => {
      await page.setViewportSize({ width, height: 640 });
      await page.clock.setFixedTime(new Date('2026-03-15T10:00:00'));
      await page.goto(`calendar/${lang === 'en' ? '#en' : ''}`);
      await left(page, lang);
      await expect(page.locator('[aria-current=date]')).toHaveText('15');
      await expect(page.locator('h1')).toHaveText({ ar: 'آذار 2026', en: 'March 2026' }[lang]);
      // The fifteenth of March 2026 is a Sunday.
      const column = await page.locator('[aria-current=date]').evaluate((it) => it.cellIndex);
      await expect(page.locator('thead th').nth(column)).toHaveAttribute('abbr', { ar: 'الأحد', en: 'Sunday' }[lang]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(page.locator('h1')).toHaveText({ ar: 'شباط 2026', en: 'February 2026' }[lang]);
      await page.keyboard.press('Tab');
      for (let n = 0; n < 11; n += 1) await page.keyboard.press('Enter');
      await expect(page.locator('h1')).toHaveText({ ar: 'كانون الثاني 2027', en: 'January 2027' }[lang]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        const [ink, paper] = await page.evaluate(() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]);
        const light = (colour) => colour.match(/\d+/g).slice(0, 3).reduce((sum, it) => sum + Number(it), 0);
        expect(light(ink) > light(paper)).toBe(colorScheme === 'dark');
      }
    });
  }
}

test('the file of the calendar has no word of the course and no name of it', () => {
  const source = text('calendar/index.html');
  const title = text('ar/index.html').match(/<title>([^<|]+)/)[1].trim();
  for (const word of ['سَنَد', 'sanad.', 'manifest', 'icons/', title, 'دعم', 'الاتجار']) expect(source, word).not.toContain(word);
  for (const lang of LANGS) expect(source).not.toContain(`${other(lang)}/`);
});
