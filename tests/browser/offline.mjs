// What tests of working offline share: a server of their own that can be stopped and spoiled, and waiting for what the
// page says of the device. Only here is the service worker let in.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, ours, test as base, text } from './helpers.mjs';
import { serve } from './server.mjs';
import { startBrowser } from './killed.mjs';

export * from './helpers.mjs';

export const test = base.extend({
  serviceWorkers: 'allow',
  /** Starts servers; all of them end with the test. */
  host: async ({}, use) => {
    const servers = [];
    await use(async (folder, options) => {
      const server = await serve(folder, options);
      ours(server.origin);
      servers.push(server);
      return server;
    });
    for (const server of servers) await server.close().catch(() => {});
  },
  /** A folder in which a browser keeps what it stores. */
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'sanad-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  /** Starts a browser of its own on that folder, to be closed and started again. */
  start: async ({ folder, watch }, use) => {
    let running;
    await use(async (url) => {
      await running?.context.close();
      running = await startBrowser(folder, url, watch, 'allow');
      return running.page;
    });
    await running?.context.close();
  },
});

export const html = (page) => page.locator('html');

/** Waits until the language of the page, and the other one where that is asked for, is wholly on the device. */
export async function kept(page, { both = false } = {}) {
  await expect(html(page)).toHaveAttribute('data-offline', 'ready', { timeout: 20_000 });
  if (both) await expect(html(page)).toHaveAttribute('data-offline-other', 'ready', { timeout: 20_000 });
}

export const buildShown = (page) => html(page).getAttribute('data-build');

/** Lets the browser ask for a newer build, as it does at every load, and waits until that one is wholly here. */
export async function announced(page) {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await expect(html(page)).toHaveAttribute('data-update', '', { timeout: 20_000 });
}

/** Presses what the program draws where a newer build is announced; here it need not be drawn. */
export function press(page, action) {
  return page.evaluate((name) => {
    const button = document.createElement('button');
    button.dataset.action = name;
    document.body.append(button);
    button.click();
    button.remove();
  }, action);
}

/** All that the caches have, by the name of the build. */
export function caches(page) {
  return page.evaluate(async () => {
    const all = {};
    for (const name of await window.caches.keys()) {
      all[name.split(' ').pop()] = (await (await window.caches.open(name)).keys()).map((it) => it.url);
    }
    return all;
  });
}

/** The list of a build, as the worker reads it. */
export function listOf(folder) {
  const worker = text('service-worker.js', folder);
  return JSON.parse(text(worker.match(/offline-[0-9a-f]+\.json/)[0], folder));
}
