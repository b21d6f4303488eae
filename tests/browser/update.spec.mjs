// A newer build on the server: announced when it is wholly here, used when the learner says so, and never mixed with the one
// before it, whatever tabs are open.

import {
  REWORDED, SHORTENED, TEN_KINDS, announced, arrived, box, buildOf, buildShown, caches, entries, expect, give, html, inDatabase, inLocalStorage, kept, listOf,
  open, press, ready, rightResponse, saving, stands, tenAddress, tenItems, tenModuleAddress, test,
} from './offline.mjs';

test.use({ serviceWorkers: 'allow' });
test.setTimeout(90_000);

const OLD = buildOf(TEN_KINDS);
const lesson = tenAddress('ar');
const itemOf = (kind) => tenItems('ar').find((it) => it.kind === kind);

test('the three builds differ, so that these tests say something', () => {
  expect(new Set([TEN_KINDS, REWORDED, SHORTENED].map((it) => buildOf(it))).size).toBe(3);
});

test('a newer build is announced only when it is whole, and nothing changes before it is asked for', async ({ page, host }) => {
  const server = await host(TEN_KINDS);
  await open(page, server.url + lesson);
  await kept(page, { both: true });
  const title = await page.locator('h1').innerText();
  // One document of the newer build does not come whole for a while.
  const { files } = listOf(REWORDED);
  const missing = files.en.find(([path]) => path.endsWith('map.json'))[0];
  let asked = 0;
  server.spoil((name) => (name === missing && (asked += 1) ? 'cut' : undefined));
  server.show(REWORDED);
  const before = server.asked.length;
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await expect.poll(() => asked, { timeout: 20_000 }).toBeGreaterThan(0);
  await expect.poll(async () => (await caches(page))[buildOf(REWORDED)]?.length ?? 0).toBeGreaterThan(10);
  await expect(html(page)).not.toHaveAttribute('data-update');
  await expect(html(page)).toHaveAttribute('data-offline', 'ready');
  server.spoil(undefined);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(html(page)).toHaveAttribute('data-update', '', { timeout: 20_000 });
  const big = files.common.map(([path]) => path).filter((path) => /\.(wasm|woff2)$|^sanad-/.test(path));
  expect(server.asked.slice(before).filter((it) => big.includes(it)), 'what both builds have is not fetched again').toEqual([]);
  expect(await page.locator('h1').innerText()).toBe(title);
  expect(await buildShown(page)).toBe(OLD);
  // Not by loading anew, not by going on inside the site, not with all tabs closed.
  await page.reload();
  await ready(page);
  expect(await buildShown(page)).toBe(OLD);
  await expect(html(page)).toHaveAttribute('data-update', '');
  await page.locator('[data-action="next"], [data-action="previous"]').first().click();
  await arrived(page, 'module');
  const context = page.context();
  await page.close();
  const fresh = await context.newPage();
  await open(fresh, server.url + lesson);
  expect(await buildShown(fresh)).toBe(OLD);
  expect(await fresh.locator('h1').innerText()).toBe(title);
});

test('pressed, the page comes back in the newer build with all that was answered, and works without the server', async ({ page, host, watch }) => {
  const server = await host(TEN_KINDS);
  await open(page, server.url + lesson);
  await kept(page);
  const item = itemOf('multiple');
  await saving(page, () => give(page, item, rightResponse(item)));
  const title = await page.locator('h1').innerText();
  server.show(REWORDED);
  await announced(page);
  await Promise.all([page.waitForEvent('load'), press(page, 'update')]);
  await ready(page);
  expect(await buildShown(page)).toBe(buildOf(REWORDED));
  await expect(page.locator('h1')).toHaveText(`${title} 2`);
  await expect.poll(() => stands(page, item)).toEqual(rightResponse(item));
  await expect(html(page)).not.toHaveAttribute('data-update');
  await server.stop();
  watch.allow(/ERR_CONNECTION_REFUSED|Failed to load resource/);
  await open(page, server.url + tenModuleAddress('ar'));
  expect(await buildShown(page)).toBe(buildOf(REWORDED));
});

test('of two tabs one moves to the newer build, and the other goes on with its own', async ({ page, context, host }) => {
  const server = await host(TEN_KINDS);
  await open(page, server.url + tenModuleAddress('ar'));
  await kept(page, { both: true });
  const other = await context.newPage();
  await open(other, server.url + lesson);
  await expect(html(other)).not.toHaveAttribute('data-other-build');
  const old = await other.locator('h1').innerText();
  server.show(REWORDED);
  await announced(other);
  await Promise.all([other.waitForEvent('load'), press(other, 'update')]);
  await ready(other);
  await expect(other.locator('h1')).toHaveText(`${old} 2`);
  // The first tab never asked for this lesson, in neither language, and the server has it no longer.
  await expect(html(page)).toHaveAttribute('data-other-build', '');
  await expect(html(other)).toHaveAttribute('data-other-build', '');
  await page.locator('[data-lesson] a').click();
  await arrived(page, 'lesson');
  await expect(page.locator('h1')).toHaveText(old);
  await page.locator('[data-action="language"]:visible').first().click();
  await expect(html(page)).toHaveAttribute('lang', 'en');
  await expect(page.locator('h1')).not.toHaveText(/ 2$/);
  expect(await buildShown(page)).toBe(OLD);
  // It moves by itself alone.
  await Promise.all([page.waitForEvent('load'), press(page, 'update')]);
  await ready(page);
  expect(await buildShown(page)).toBe(buildOf(REWORDED));
  await expect(html(page)).not.toHaveAttribute('data-other-build');
});

test('a page of a build that is gone from server and device says so and leads to the new one', async ({ page, host, watch }) => {
  const server = await host(TEN_KINDS);
  watch.allow(/status of 404/);
  await page.addInitScript(() => (navigator.serviceWorker.register = async () => undefined));
  await open(page, server.url + tenModuleAddress('ar'));
  server.show(REWORDED);
  await page.locator('[data-lesson] a').click();
  const link = page.getByRole('alert').locator('a:visible');
  await expect(link).toBeVisible();
  expect(await buildShown(page)).toBe(OLD);
  await link.click();
  await expect(html(page)).toHaveAttribute('data-build', buildOf(REWORDED));
  await ready(page);
});

test('after a build whose course lost an item its answers are still stored, and nothing stops', async ({ page, host }) => {
  const server = await host(TEN_KINDS);
  await open(page, server.url + lesson);
  await kept(page);
  const lost = itemOf('choice');
  await saving(page, () => give(page, lost, rightResponse(lost)));
  const [local, database] = [await inLocalStorage(page), await inDatabase(page)];
  server.show(SHORTENED);
  await announced(page);
  await Promise.all([page.waitForEvent('load'), press(page, 'update')]);
  await ready(page);
  expect(await buildShown(page)).toBe(buildOf(SHORTENED));
  await expect(box(page, lost)).toHaveCount(0);
  expect(await inLocalStorage(page)).toMatchObject(local);
  expect(await inDatabase(page)).toMatchObject(database);
  const other = itemOf('multiple');
  await saving(page, () => give(page, other, rightResponse(other)));
  expect(entries(await inDatabase(page)).length).toBeGreaterThan(entries(database).length);
});

test('of builds that were passed over none stays on the device, and one before the present one does', async ({ page, host }) => {
  const server = await host(TEN_KINDS);
  await open(page, server.url + lesson);
  await kept(page);
  const builds = async () => Object.keys(await caches(page)).filter((it) => it !== 'state').sort();
  server.show(REWORDED);
  await announced(page);
  server.show(SHORTENED);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await expect.poll(builds, { timeout: 20_000 }).toEqual([OLD, buildOf(SHORTENED)].sort());
  await expect(html(page)).toHaveAttribute('data-update', '', { timeout: 20_000 });
  await Promise.all([page.waitForEvent('load'), press(page, 'update')]);
  await ready(page);
  expect(await buildShown(page)).toBe(buildOf(SHORTENED));
  server.show(REWORDED);
  await announced(page);
  await Promise.all([page.waitForEvent('load'), press(page, 'update')]);
  await ready(page);
  await expect.poll(builds).toEqual([buildOf(REWORDED), buildOf(SHORTENED)].sort());
});

test('a build that never came whole makes room for the next', async ({ page, host, watch }) => {
  const server = await host(TEN_KINDS);
  watch.allow(/Failed to load resource|ERR_/);
  const { files } = listOf(TEN_KINDS);
  const missing = files.common.find(([path]) => path.endsWith('OFL.txt'))[0];
  server.spoil((name) => (name === missing ? 'cut' : undefined));
  await open(page, server.url + lesson);
  await expect.poll(async () => (await caches(page))[OLD]?.length ?? 0, { timeout: 20_000 }).toBeGreaterThan(5);
  server.spoil(undefined);
  server.show(REWORDED);
  await page.reload();
  await ready(page);
  expect(await buildShown(page)).toBe(buildOf(REWORDED));
  await kept(page);
  await expect(html(page)).not.toHaveAttribute('data-update');
});

test('a page whose program cannot start moves to the newer build by itself', async ({ page, host, watch }) => {
  const server = await host(TEN_KINDS);
  await open(page, server.url + lesson);
  await kept(page);
  watch.allow(/CompileError|WebAssembly|uncaught|Failed to load resource/i);
  // The kept program is broken, as by a mistake that only this machine brings out.
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (request.url.endsWith('.wasm')) await cache.put(request, new Response('broken', { headers: { 'content-type': 'application/wasm' } }));
      }
    }
  });
  server.show(REWORDED);
  await page.reload();
  await expect(html(page)).toHaveAttribute('data-build', buildOf(REWORDED), { timeout: 30_000 });
});
