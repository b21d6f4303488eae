// Many answers over many deaths of the browser, in two tabs and with a disk that is full for a while: each answer of which
// the page said that it is saved is there at the end. `SANAD_ANSWERS=1000 SANAD_KILLS=30` is the long run, by hand.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  action, answer, box, entries, expect, give, inDatabase, inLocalStorage, lessonAddress, ofKind, open, rightResponse, stands, test, wrongResponse,
} from './helpers.mjs';
import { startBrowser } from './killed.mjs';
import { html, only } from './stores.mjs';

const KILLS = Number(process.env.SANAD_KILLS ?? 6);
const ANSWERS = Number(process.env.SANAD_ANSWERS ?? 60);
const EACH = Math.ceil(ANSWERS / KILLS);

const choices = ofKind('ar', 'choice');
const [gaps] = ofKind('ar', 'gaps');
const [reflection] = ofKind('ar', 'reflection');
const ids = (item) => item.interaction.choice.choices.map((it) => it.id);

/** All that is stored of one's work, by the stores' own keys. */
const stored = async (page) => ({ ...only(await inLocalStorage(page)), ...only((await inDatabase(page)) ?? {}) });

/** Picks another choice than the one that stands, or opens what was marked for another try. */
async function changes(page, item) {
  if (await box(page, item).getAttribute('data-outcome')) return action(page, item, 'retry').click();
  const now = await stands(page, item);
  return give(page, item, ids(item)[(ids(item).indexOf(now) + 1) % ids(item).length]);
}

/** The things done, in turn; each is one saving at least. `n` tells them apart. */
const ACTS = [
  (page) => changes(page, choices[0]),
  (page, n) => give(page, reflection, `الفكرة ${n}`),
  async (page, n) => {
    if (await box(page, choices[1]).getAttribute('data-outcome')) await action(page, choices[1], 'retry').click();
    await answer(page, choices[1], n % 8 === 2 ? rightResponse(choices[1]) : wrongResponse(choices[1]));
  },
  (page, n) => {
    const gap = Object.keys(rightResponse(gaps))[Math.floor(n / 4) % Object.keys(rightResponse(gaps)).length];
    return give(page, gaps, { [gap]: (Math.floor(n / 12) % 2 ? wrongResponse(gaps) : rightResponse(gaps))[gap] });
  },
  (page) => changes(page, choices[2]),
];

test(`of ${ANSWERS} answers over ${KILLS} deaths of the browser, in two tabs and with a full disk, each that was called saved is there`, async ({ site, watch }) => {
  test.setTimeout(60_000 + KILLS * 10_000 + ANSWERS * 1_000);
  const folder = mkdtempSync(join(tmpdir(), 'sanad-kills-'));
  const full = Math.floor(KILLS / 2);
  const figures = { answers: 0, kills: 0, 'kills within 100 ms': 0, 'slowest kill, ms': 0, failed: 0, entries: 0, lost: 0 };
  /** What was called saved, and how the last of it stood when the browser died. */
  let called = {};
  let last;

  for (let life = 0; life <= KILLS; life += 1) {
    const { context, page, killWhenSaved } = await startBrowser(folder, site.url, watch);
    const room = life === full ? await takeRoom(page, site.origin) : undefined;
    await open(page, lessonAddress('ar'));
    const database = only(await inDatabase(page));
    const lost = Object.entries(called).filter(([key, value]) => database[key] !== value);
    figures.lost += lost.length;
    expect(lost, `called saved and gone from the disk after ${life} deaths`).toEqual([]);
    await expect.poll(async () => only(await inLocalStorage(page)), { message: 'and local storage has all of it again' }).toMatchObject(called);
    if (last) {
      const written = Object.entries(database).filter(([key]) => !(key in called)).map(([, value]) => JSON.parse(value));
      expect(written, 'what was saved in the moment of death').toContainEqual(expect.objectContaining({ item: reflection.id, text: last }));
      await expect.poll(() => stands(page, reflection)).toBe(last);
      called = { ...called, ...database };
    }
    if (life === KILLS) {
      figures.entries = Object.keys(database).length;
      await context.close();
      break;
    }

    if (room) figures.failed += await onFullDisk(page, room);
    const twin = await context.newPage();
    await open(twin, lessonAddress('ar'));
    const tabs = [page, twin];
    for (let n = 0; n < EACH - 1; n += 1) {
      const tab = tabs[n % 2];
      await tab.bringToFront();
      await kept(tab, () => ACTS[n % ACTS.length](tab, life * EACH + n));
      figures.answers += 1;
      called = { ...called, ...(await stored(tab)) };
    }
    // Both at once, and the browser dies with the answer of one of them just saved. The other's comes to its end or dies too.
    await page.bringToFront();
    last = `آخر كلمة في الحياة ${life + 1}`;
    const others = ACTS[0](twin).catch((error) => {
      if (!/closed|crashed/i.test(error.message)) throw error;
    });
    const after = await killWhenSaved((it) => give(it, reflection, last));
    await others;
    figures.answers += 1;
    figures.kills += 1;
    figures['slowest kill, ms'] = Math.max(figures['slowest kill, ms'], after);
    if (after <= 100) figures['kills within 100 ms'] += 1;
  }
  rmSync(folder, { recursive: true, force: true });
  console.log(JSON.stringify(figures));
  expect(figures.kills).toBe(KILLS);
  expect(figures.answers).toBeGreaterThanOrEqual(ANSWERS);
  expect(figures.failed, 'the disk was really full').toBeGreaterThan(0);
});

/** Leaves the site no room, from the first writing on (the browser remembers for half a minute how much there was); gives what makes room. */
async function takeRoom(page, origin) {
  const client = await page.context().newCDPSession(page);
  await client.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  return () => client.send('Storage.overrideQuotaForOrigin', { origin });
}

/** Does a thing while the disk is full, which the page says, makes room and saves again. How often it failed. */
async function onFullDisk(page, makeRoom) {
  // Local storage has a limit of its own, ten million bytes: as long as this lies there nothing more goes in.
  await page.evaluate(() => {
    let size = 5_300_000;
    for (let n = 0; size > 0; n += 1) {
      try {
        localStorage.setItem(`ballast-${n}`, 'x'.repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
  const before = only(await inDatabase(page));
  for (const n of [0, 1, 2]) {
    const failed = await page.evaluate(() => window.timesFailed);
    await ACTS[n % 2](page, n);
    await page.waitForFunction((failed) => window.timesFailed > failed, failed, { polling: 20 });
    await expect(html(page)).toHaveAttribute('data-saved', 'failed');
    await expect(page.getByRole('alert').locator('[data-action="save-again"]')).toBeVisible();
  }
  expect(only(await inDatabase(page)), 'nothing was written').toEqual(before);
  const failed = await page.evaluate(() => window.timesFailed);
  await page.evaluate(() => Object.keys(localStorage).filter((it) => it.startsWith('ballast-')).forEach((it) => localStorage.removeItem(it)));
  await makeRoom();
  await kept(page, () => page.locator('[data-action="save-again"]').click());
  expect(entries(await inDatabase(page)).length, 'and now all of it was').toBeGreaterThanOrEqual(Object.keys(before).length + 3);
  return failed;
}

/** Does a thing and waits until it is called saved: looked at more closely than by `saving`, since it is done so often. */
async function kept(page, act) {
  const before = await page.evaluate(() => window.timesSaved);
  await act();
  await page.waitForFunction((before) => window.timesSaved > before && document.documentElement.dataset.saved === 'yes', before, { polling: 20 });
}
