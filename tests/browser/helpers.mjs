// What every test starts from: a server for the built site, a page that is watched, and ways to open, wait and look into
// the stores. A test fails on any error in the console, any breach of the policy and any request to another origin.

import { test as base, expect } from '@playwright/test';

import { serve } from './server.mjs';
import { DIST, TEN_KINDS, files, tenAddress, tenDocument, tenModuleAddress } from './site.mjs';

export { expect };
export * from './site.mjs';
export * from './answers.mjs';

/** Origins of our own servers in this worker. */
const OURS = new Set();
/** One more of them. */
export const ours = (origin) => OURS.add(origin);

/** Keeps what went wrong in the pages of a context. */
export class Watch {
  problems = [];
  allowed = [];

  /** What a test brings about on purpose. */
  allow(pattern) {
    this.allowed.push(pattern);
  }

  async over(context) {
    const note = (what) => this.allowed.some((it) => it.test(what)) || this.problems.push(what);
    context.on('console', (message) => {
      if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => note(`uncaught: ${error.error()}`));
    context.on('page', (page) => page.on('crash', () => note(`crashed: ${page.url()}`)));
    context.on('request', (request) => {
      const url = new URL(request.url());
      const home = ['data:', 'blob:', 'about:'].includes(url.protocol) || OURS.has(url.origin);
      if (!home) note(`request to another origin: ${url.href}`);
    });
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (it) => {
        console.error(`policy breached: ${it.violatedDirective} ${it.blockedURI} ${it.sample}`);
      });
      // Counts how often something was written to its end, so that a test can wait for the writing it brought about.
      window.timesSaved = 0;
      window.timesFailed = 0;
      new MutationObserver((all) => {
        for (const { oldValue, target } of all) {
          const now = target.getAttribute('data-saved');
          if (oldValue !== 'saving' || now === 'saving') continue;
          if (now === 'yes') window.timesSaved += 1;
          if (now === 'failed') window.timesFailed += 1;
        }
      }).observe(document, { subtree: true, attributes: true, attributeOldValue: true, attributeFilter: ['data-saved'] });
    });
  }
}

export const test = base.extend({
  site: [
    async ({}, use) => {
      await withServer(DIST, {}, use);
    },
    { scope: 'worker' },
  ],
  /** The site two levels deep. */
  siteBelow: [
    async ({}, use) => {
      await withServer(DIST, { prefix: '/a/b/' }, use);
    },
    { scope: 'worker' },
  ],
  /** The site in whose lesson every kind of item occurs. */
  tenSite: [
    async ({}, use) => {
      await withServer(TEN_KINDS, {}, use);
    },
    { scope: 'worker' },
  ],
  /** The same, its files as small as a host sends them. */
  tenSitePressed: [
    async ({}, use) => {
      await withServer(TEN_KINDS, { brotli: true }, use);
    },
    { scope: 'worker' },
  ],
  watch: async ({}, use) => {
    const watch = new Watch();
    await use(watch);
    expect(watch.problems, 'errors in the console, breaches of the policy, requests to other origins').toEqual([]);
  },
  context: async ({ context, watch }, use) => {
    await watch.over(context);
    await use(context);
  },
  baseURL: async ({ site }, use) => use(site.url),
});

/** The same on the site in whose lesson every kind of item occurs. */
export const tenTest = test.extend({ baseURL: async ({ tenSite }, use) => use(tenSite.url) });

/** A page that runs no program. */
const QUIET = '<!doctype html><meta charset="utf-8"><title>quiet</title><link rel="icon" href="data:,">';

async function withServer(folder, options, use) {
  files('.html', folder);
  const server = await serve(folder, { ...options, extra: { 'quiet.html': QUIET } });
  OURS.add(server.origin);
  await use(server);
  await server.close();
}

/** Opens an address and waits until it answers input. */
export async function open(page, address) {
  const response = await page.goto(address);
  await ready(page);
  return response;
}

export async function ready(page) {
  await expect(page.locator('html[data-ready]')).toBeAttached();
}

/** Waits until a link inside the site has been followed. */
export async function arrived(page, kind) {
  await expect(page.locator('main')).toHaveAttribute('data-page', kind);
}

/**
 * Opens the lesson of ten kinds with each item changed, as its author might have written it: by a link inside the site, for a
 * page loaded anew is drawn from its file.
 */
export async function openChanged(page, lang, change) {
  const document = tenDocument(lang);
  const walk = (blocks) => blocks.forEach((block) => {
    if (block.item) block.item = change(block.item);
    walk(block.callout?.blocks ?? block.role?.blocks ?? []);
  });
  walk(document.blocks);
  await page.route(`**/doc/${tenAddress(lang).slice(0, -1)}.json*`, (route) => route.fulfill({ json: document }));
  await open(page, tenModuleAddress(lang));
  await page.locator('[data-lesson] a').click();
  await arrived(page, 'lesson');
}

/** Does something and waits until what it wrote is on the disk. */
export async function saving(page, act) {
  const before = await page.evaluate(() => window.timesSaved);
  await act();
  await expect.poll(() => page.evaluate(() => window.timesSaved), { message: 'data-saved=yes after it was `saving`' }).toBeGreaterThan(before);
  await expect(page.locator('html')).toHaveAttribute('data-saved', 'yes');
}

/** A page of the site that runs no program of ours: for looking into the stores before or after it. */
export async function openQuietly(page) {
  await page.goto('quiet.html');
}

/** All of a profile that local storage has. */
export function inLocalStorage(page) {
  return page.evaluate(() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('sanad/open/'))));
}

/** All that IndexedDB has on both shelves; `null` when the database does not exist. */
export function inDatabase(page) {
  return page.evaluate(async () => {
    const done = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    if (!(await indexedDB.databases()).some((it) => it.name === 'sanad')) return null;
    const database = await done(indexedDB.open('sanad'));
    const found = {};
    for (const shelf of ['events', 'private']) {
      const store = database.transaction(shelf).objectStore(shelf);
      const [keys, values] = [await done(store.getAllKeys()), await done(store.getAll())];
      keys.forEach((key, n) => (found[key] = values[n]));
    }
    database.close();
    return found;
  });
}

/** Puts values into IndexedDB by hand; the database must exist. */
export function putInDatabase(page, shelf, entries) {
  return page.evaluate(
    async ({ shelf, entries }) => {
      const request = indexedDB.open('sanad');
      const database = await new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
      const transaction = database.transaction(shelf, 'readwrite', { durability: 'strict' });
      for (const [key, value] of Object.entries(entries)) transaction.objectStore(shelf).put(value, key);
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      database.close();
    },
    { shelf, entries },
  );
}

/** Only the keys of events and private words, in order. */
export const entries = (stored) => Object.keys(stored ?? {}).filter((key) => /^sanad\/open\/(e|private)\//.test(key)).sort();
