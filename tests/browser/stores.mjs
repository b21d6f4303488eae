// What is done to a browser's stores by hand: refused, filled, planted, looked at; and the file a learner carries away.

import { readFileSync } from 'node:fs';

import { entries, expect, inDatabase, inLocalStorage, openQuietly } from './helpers.mjs';

export const PROFILE = 'sanad/open/';
export const html = (page) => page.locator('html');

/** Denies the page some of its stores, as in a private window. */
export function deny(page, ...names) {
  return page.addInitScript((names) => {
    const refuse = () => { throw new DOMException('denied by the test', 'SecurityError'); };
    for (const name of names) Object.defineProperty(window, name, { configurable: true, get: refuse });
  }, names);
}

/** A disk without room for as long as `window.isFull` is true. */
export function makeFillable(page, { isFull = false } = {}) {
  return page.addInitScript((isFull) => {
    window.isFull = isFull;
    for (const [store, name] of [[IDBObjectStore, 'put'], [Storage, 'setItem']]) {
      const keep = store.prototype[name];
      store.prototype[name] = function (...given) {
        if (window.isFull) throw new DOMException('full', 'QuotaExceededError');
        return keep.apply(this, given);
      };
    }
  }, isFull);
}

export const setFull = (page, isFull) => page.evaluate((it) => { window.isFull = it; }, isFull);

/** Puts values into local storage by hand, before the program runs. */
export async function plant(page, values) {
  await openQuietly(page);
  await page.evaluate((all) => Object.entries(all).forEach(([key, value]) => localStorage.setItem(key, value)), values);
}

/** Facts as another page wrote them, under the keys of that page. */
export function written(facts, { writer = '00000000000000ab', v = 2, at = 1795478400000 } = {}) {
  return Object.fromEntries(facts.map((fact, n) => [`${PROFILE}e/${writer}-${n + 1}`, JSON.stringify({ v, at: at + n, fact })]));
}

/** Both stores as they are, entries alone, and that they hold the same. */
export async function levelStores(page) {
  await expect.poll(async () => entries(await inDatabase(page)), { message: 'both stores are level' }).toEqual(entries(await inLocalStorage(page)));
  return only(await inLocalStorage(page));
}

export const only = (stored) => Object.fromEntries(entries(stored).map((key) => [key, stored[key]]));

/** Deletes the database from inside a page; the program that has it open must let go. */
export function deleteDatabase(page) {
  return page.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('sanad');
    request.onsuccess = () => resolve();
    request.onerror = request.onblocked = () => reject(new Error('not deleted'));
  }));
}

/** Presses a button that saves a copy, and gives what lies in the downloads afterwards. */
export async function saveCopy(page, button = page.locator('main [data-action="backup"]').last()) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** What a copy holds, by the keys of the stores; it breaks on a line that is no JSON. */
export function inCopy(text) {
  const lines = text.trimEnd().split('\n').map((line) => JSON.parse(line));
  const [head, ...rest] = lines;
  const end = rest.pop();
  return { head, end, values: Object.fromEntries(rest.map(({ key, value }) => [PROFILE + key, value])) };
}

/** What the page says came of a copy. */
export const restored = (page) => page.locator('.restored');

/** Gives a file to the page of one's own, as the file chooser does. */
export function bringBack(page, file, name = 'copy.sanad-backup') {
  const isPath = typeof file === 'object' && 'path' in file;
  const buffer = isPath ? undefined : Buffer.from(file);
  return page.locator('#restore-file').setInputFiles(isPath ? file.path : { name, mimeType: 'application/octet-stream', buffer });
}
