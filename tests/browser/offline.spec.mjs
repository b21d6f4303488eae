// The course with the cable out: every address of a language from a stopped server, after the browser has ended, under any
// path; downloads that are cut, damaged or answered by somebody else; and the second language.

import {
  DIST, LANGS, NAME, REWORDED, TEN_KINDS, action, announced, box, caches, expect, give, html, inDatabase, kept, lessonAddress, listOf, ofKind, open, other, pages, press, ready,
  rightResponse, saving, stands, tenAddress, tenItems, test, word,
} from './offline.mjs';

test.use({ serviceWorkers: 'allow' });
test.setTimeout(90_000);

const addresses = (lang) => pages().filter((it) => it.kind !== 'not-found' && (it.lang === lang || it.address === '' || it.kind === 'calendar')).map((it) => it.address);

for (const lang of LANGS) {
  test(`with the server stopped every ${NAME[lang]} address opens, and an answer is marked and saved`, async ({ page, host, watch }) => {
    const server = await host(DIST);
    await open(page, `${server.url}${lang}/`);
    await kept(page);
    await server.stop();
    watch.allow(/ERR_CONNECTION_REFUSED|Failed to load resource/);
    for (const address of addresses(lang)) {
      const response = await page.goto(server.url + address);
      expect(response.status(), address).toBe(200);
      expect(response.fromServiceWorker(), address).toBe(true);
      if (!address.startsWith('calendar')) await ready(page);
      await expect(page.locator('h1').first(), address).toBeVisible();
    }
    await open(page, server.url + lessonAddress(lang));
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(() => [...document.fonts].some((it) => it.status === 'loaded'))).toBe(true);
    const [item] = ofKind(lang, 'choice');
    await saving(page, () => give(page, item, rightResponse(item)));
    await action(page, item, 'check').click();
    await expect(box(page, item).locator('[data-feedback]')).not.toBeEmpty();
    await page.reload();
    await ready(page);
    await expect.poll(() => stands(page, item)).toBe(rightResponse(item));
  });
}

test('after the browser has ended the course opens under a path without the server, and what was answered is there', async ({ start, host, watch }) => {
  const server = await host(DIST, { prefix: '/a/b/' });
  let page = await start(server.url);
  await open(page, server.url);
  await kept(page);
  const [item] = ofKind('ar', 'choice');
  await open(page, server.url + lessonAddress('ar'));
  await saving(page, () => give(page, item, rightResponse(item)));
  await server.stop();
  watch.allow(/ERR_CONNECTION_REFUSED|Failed to load resource/);
  page = await start(server.url);
  await open(page, server.url);
  await page.locator('main a[hreflang="ar"]').click();
  await expect(page.locator('main')).toHaveAttribute('data-page', 'map');
  await open(page, server.url + lessonAddress('ar'));
  await expect.poll(() => stands(page, item)).toBe(rightResponse(item));
  await expect(html(page)).toHaveAttribute('data-offline', 'ready');
  expect((await inDatabase(page)) ?? {}).not.toEqual({});
});

test('without the server a folder leads to its page, a query and a fragment change nothing, and an unknown address says so', async ({ page, host, watch }) => {
  const server = await host(DIST, { prefix: '/a/b/' });
  await open(page, `${server.url}ar/`);
  await kept(page);
  await server.stop();
  watch.allow(/ERR_CONNECTION_REFUSED|Failed to load resource|status of 404/);
  const folder = lessonAddress('ar').slice(0, -1);
  await open(page, `${server.url}${folder}?a=1#main`);
  expect(page.url()).toBe(`${server.url}${folder}/?a=1#main`);
  await open(page, `${server.url}ar/index.html?b`);
  await expect(page.locator('main')).toHaveAttribute('data-page', 'map');
  const response = await page.goto(`${server.url}ar/nothing/here/`);
  expect(response.status()).toBe(404);
  await expect(page.locator('main')).toHaveAttribute('data-page', 'not-found');
  await expect(page.locator('body')).toContainText(word('ar', 'not-found.title'));
});

test('a download that was cut goes on where it stopped, and fetches nothing again that is there', async ({ page, host, watch }) => {
  const server = await host(TEN_KINDS);
  watch.allow(/Failed to load resource|ERR_/);
  const { files } = listOf(TEN_KINDS);
  const last = files.ar.at(-1)[0];
  const document = files.ar.find(([path]) => path.endsWith('glossary.json'))[0];
  let cuts = 0;
  server.spoil((name) => (name === document && (cuts += 1) < 4 ? 'cut' : undefined));
  // The first page needs another document than the one that is cut.
  await open(page, `${server.url}ar/about/`);
  await expect.poll(() => cuts, { timeout: 20_000 }).toBeGreaterThan(0);
  await expect(html(page)).not.toHaveAttribute('data-offline', 'ready');
  await expect.poll(async () => Object.values(await caches(page)).flat().some((it) => it.endsWith(files.common[0][0]))).toBe(true);
  const before = server.asked.length;
  server.spoil(undefined);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await kept(page);
  const again = server.asked.slice(before);
  const had = files.common.filter(([path]) => !path.endsWith('.html')).map(([path]) => path);
  expect(again.filter((it) => had.includes(it)), 'fetched again').toEqual([]);
  expect(again).toContain(document);
  expect(again).toContain(last);
});

test('a damaged file is refused, and kept once it is whole', async ({ page, host }) => {
  const server = await host(TEN_KINDS);
  const { files } = listOf(TEN_KINDS);
  const damaged = files.ar.find(([path]) => path.endsWith('glossary.json') || path.endsWith('map.json'))[0];
  let sent = 0;
  server.spoil((name, answer) => {
    if (name !== damaged) return undefined;
    sent += 1;
    const body = Buffer.from(answer.body);
    body[body.length >> 1] ^= 1;
    return { ...answer, body };
  });
  await open(page, `${server.url}ar/about/`);
  await expect.poll(() => sent).toBeGreaterThan(1);
  await expect(html(page)).toHaveAttribute('data-offline', 'none', { timeout: 20_000 });
  const here = Object.values(await caches(page)).flat();
  expect(here.some((it) => it.endsWith(damaged))).toBe(false);
  expect(here.filter((it) => it.includes('/ar/') && it.endsWith('.html')), 'no page of the language before all that it needs').toEqual([]);
  server.spoil(undefined);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await kept(page);
});

for (const what of ['every file', 'the list']) {
  test(`where a server answers ${what} with the same page, nothing is called ready and the page stays calm`, async ({ page, host }) => {
    const server = await host(TEN_KINDS);
    const calm = Buffer.from('<!doctype html><title>Hotel</title><p>Please log in');
    let page200 = 0;
    // The page and its program have come; then somebody else answers.
    server.spoil((name, answer) => {
      const meant = what === 'every file' ? name !== 'service-worker.js' && !name.startsWith('offline-') : name.startsWith('offline-');
      if (!meant || !page200) return undefined;
      return { ...answer, status: 200, type: 'text/html; charset=utf-8', body: calm };
    });
    await page.addInitScript(() => {
      // Holds the worker back until the test is ready for it.
      const register = navigator.serviceWorker.register.bind(navigator.serviceWorker);
      navigator.serviceWorker.register = async (...all) => {
        await new Promise((go) => (window.letIn = go));
        return register(...all);
      };
    });
    await open(page, server.url + tenAddress('ar'));
    await page.waitForFunction(() => window.letIn);
    page200 = 1;
    const before = server.asked.length;
    await page.evaluate(() => window.letIn());
    await expect.poll(() => server.asked.slice(before).filter((it) => it !== 'service-worker.js').length).toBeGreaterThan(1);
    await expect(html(page)).toHaveAttribute('data-offline', 'none');
    const [item] = tenItems('ar').filter((it) => it.kind === 'multiple');
    await saving(page, () => give(page, item, rightResponse(item)));
    await expect(html(page)).not.toHaveAttribute('data-offline', 'ready');
    const stored = Object.values(await caches(page)).flat().filter((it) => it.endsWith('.html') || it.endsWith('/list'));
    expect(stored.filter((it) => it.endsWith('.html'))).toEqual([]);
    // The line is free again.
    server.spoil(undefined);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await kept(page);
  });
}

for (const lang of LANGS) {
  test(`after ${NAME[lang]} the other language follows by itself, and its size is known before`, async ({ page, host, watch }) => {
    const server = await host(TEN_KINDS);
    await open(page, `${server.url}${lang}/`);
    await kept(page);
    const bytes = async (name) => Number(await html(page).getAttribute(name));
    const { sent } = listOf(TEN_KINDS);
    expect(await bytes('data-offline-bytes')).toBe(sent.common + sent[lang]);
    expect(await bytes('data-offline-other-bytes')).toBe(sent[other(lang)]);
    await kept(page, { both: true });
    await server.stop();
    watch.allow(/ERR_CONNECTION_REFUSED|Failed to load resource/);
    await open(page, server.url + tenAddress(other(lang)));
  });
}

test('where data is to be saved the other language waits until it is asked for', async ({ page, host }) => {
  const server = await host(TEN_KINDS);
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await open(page, `${server.url}ar/`);
  await kept(page);
  await expect(html(page)).toHaveAttribute('data-offline-other', 'none');
  await press(page, 'keep-other');
  await kept(page, { both: true });
});

test('a language that is switched to is kept next', async ({ page, host }) => {
  const server = await host(TEN_KINDS);
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await open(page, `${server.url}ar/`);
  await kept(page);
  await page.locator('[data-action="language"]:visible').first().click();
  await expect(html(page)).toHaveAttribute('lang', 'en');
  await kept(page);
  await expect(html(page)).toHaveAttribute('data-offline-other', 'ready');
});

test('the file says none before any script runs, and a browser without a worker stays at that without complaint', async ({ page, host }) => {
  expect(pages().filter((it) => !['not-found', 'calendar'].includes(it.kind) && !it.source.includes('data-offline="none"')).map((it) => it.file)).toEqual([]);
  const server = await host(TEN_KINDS);
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
    delete window.caches;
    delete window.BroadcastChannel;
  });
  const settled = page.waitForRequest(/device\.js/);
  await open(page, `${server.url}ar/`);
  await settled;
  await expect(html(page)).toHaveAttribute('data-persisted', /yes|no|unknown/);
  await expect(html(page)).toHaveAttribute('data-offline', 'none');
});

test('the browser is asked to keep the stores once something is saved, and never before', async ({ page, host }) => {
  const server = await host(TEN_KINDS);
  await page.addInitScript(() => {
    window.asks = 0;
    StorageManager.prototype.persist = async () => (window.asks += 1);
  });
  await open(page, server.url + tenAddress('ar'));
  await kept(page);
  expect(await page.evaluate(() => window.asks)).toBe(0);
  await expect(html(page)).toHaveAttribute('data-usage', /^\d+$/);
  await expect(html(page)).toHaveAttribute('data-quota', /^\d+$/);
  const [first, second] = tenItems('ar').filter((it) => ['multiple', 'choice'].includes(it.kind));
  await saving(page, () => give(page, first, rightResponse(first)));
  await expect.poll(() => page.evaluate(() => window.asks)).toBe(1);
  await saving(page, () => give(page, second, rightResponse(second)));
  expect(await page.evaluate(() => window.asks)).toBe(1);
});

test('what is kept for later stays from its first opening on, over a newer build too', async ({ page, host, watch }) => {
  const server = await host(TEN_KINDS);
  const [[icon]] = listOf(TEN_KINDS).files.later;
  await open(page, `${server.url}ar/`);
  await kept(page);
  const here = async () => Object.values(await caches(page)).flat().filter((it) => it.endsWith(icon)).length;
  expect(await here()).toBe(0);
  await page.evaluate((address) => fetch(address), icon);
  await expect.poll(here).toBe(1);
  server.show(REWORDED);
  await announced(page);
  expect(await here()).toBe(2);
  await server.stop();
  watch.allow(/ERR_CONNECTION_REFUSED|Failed to load resource/);
  expect(await page.evaluate(async (address) => (await fetch(address)).status, icon)).toBe(200);
});
