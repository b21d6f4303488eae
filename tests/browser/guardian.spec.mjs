// How safely a browser keeps what was done: each thing to know has its own sentence and one thing to do, and what was
// cleared, broken or written by another version costs nothing.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import {
  LANGS, LESSON, MODULE, NAME, ROOT, action, answer, arrived, box, counted, expect, give, inDatabase, inLocalStorage, isMarked, items, lessonAddress,
  mapAddress, meAddress, moduleAddress, ofKind, open, openQuietly, putInDatabase, ready, rightResponse, saving, sentence, stands, test, wrongResponse,
} from './helpers.mjs';
import { PROFILE, deleteDatabase, deny, html, inCopy, levelStores, makeFillable, only, plant, saveCopy, setFull, written } from './stores.mjs';

const [choice, secondChoice, thirdChoice] = ofKind('ar', 'choice');
const [gaps] = ofKind('ar', 'gaps');
const [reflection] = ofKind('ar', 'reflection');

const GIGABYTE = 1_000_000_000;

/** What the browser says about itself: whether it has promised, and how full it is. */
function browserSays(page, { persisted = true, usage = 1_000_000, quota = 100 * GIGABYTE } = {}) {
  return page.addInitScript((says) => {
    window.timesAsked = 0;
    StorageManager.prototype.persisted = async () => {
      if (says.persisted === 'unknown') throw new TypeError('not known here');
      return says.persisted;
    };
    StorageManager.prototype.persist = async () => {
      window.timesAsked += 1;
      return says.persisted;
    };
    StorageManager.prototype.estimate = async () => ({ usage: says.usage, quota: says.quota });
  }, { persisted, usage, quota });
}

/** Something that was done: where there is nothing to lose nobody is warned of losing it. */
const WORK = written([{ 'hint-taken': { item: choice.id } }]);

const NEWER = { [`${PROFILE}e/00000000000000aa-1`]: '{"v":99,"at":1,"fact":{"a-fact-of-tomorrow":{}}}' };

/** Another tab of the same site that shows another build. */
async function otherBuild(page, kind = 'here') {
  const twin = await page.context().newPage();
  await openQuietly(twin);
  await twin.evaluate((kind) => {
    const channel = new BroadcastChannel(`sanad ${new URL('./', location.href).pathname}`);
    channel.onmessage = ({ data }) => data.kind === 'here' && channel.postMessage({ id: 7, build: 'another', kind: 'also' });
    channel.postMessage({ id: 7, build: 'another', kind });
    window.leave = () => channel.postMessage({ id: 7, build: 'another', kind: 'gone' });
  }, kind);
  await page.bringToFront();
  return twin;
}

/** All there is to know: how it comes about, what is to be done, and whether it is said on every page. */
const CONCERNS = {
  none: { isUrgent: true, before: (page) => deny(page, 'localStorage', 'indexedDB') },
  'local-only': { isUrgent: true, before: (page) => deny(page, 'indexedDB') },
  'database-only': { isUrgent: true, before: (page) => deny(page, 'localStorage') },
  newer: { isUrgent: true, before: (page) => plant(page, NEWER) },
  'other-build': { isUrgent: true, isReload: true, after: (page) => otherBuild(page) },
  'nearly-full': { isUrgent: true, says: { usage: 95 * GIGABYTE } },
  'maybe-private': { isUrgent: false, says: { persisted: 'unknown', quota: GIGABYTE } },
  'may-evict': { isUrgent: false, says: { persisted: false }, before: (page) => plant(page, WORK) },
};

for (const [id, { isUrgent, isReload, before, after, says }] of Object.entries(CONCERNS)) {
  for (const lang of LANGS) {
    test(`${id}: its own sentence and one thing to do, ${isUrgent ? 'on every page' : 'on the page of one\'s own alone'}, in ${NAME[lang]}`, async ({ page }) => {
      await browserSays(page, { persisted: true, ...says });
      await before?.(page);
      await open(page, meAddress(lang));
      await after?.(page);
      const part = page.locator('section[aria-labelledby="kept"]');
      const row = part.locator(`[data-concern="${id}"]`);
      await expect(row).toHaveCount(1);
      await expect(part.locator('[data-concern]'), 'and nothing else').toHaveCount(1);
      const callout = part.locator('.callout').filter({ has: page.locator(`[data-concern="${id}"]`) });
      await expect(callout).toContainText(sentence(lang, `storage.${id}`));
      await expect(callout.locator('a, button, summary')).toHaveCount(1);

      if (isReload) {
        const link = row.locator('a');
        await expect(link).toHaveText(sentence(lang, 'storage.reload'));
        await page.evaluate(() => { window.sameDocument = true; });
        await Promise.all([page.waitForEvent('load'), link.click()]);
        await ready(page);
        await expect(html(page)).toHaveAttribute('lang', lang);
        await expect(page.locator('main')).toHaveAttribute('data-page', 'me');
        expect(await page.evaluate(() => window.sameDocument)).toBeUndefined();
      } else {
        const button = row.locator('[data-action="backup"]');
        await expect(button).toHaveText(sentence(lang, 'copy.save'));
        expect(inCopy((await saveCopy(page, button)).text).head).toMatchObject({ format: 'sanad-backup' });
      }

      for (const [address, kind] of [[lessonAddress(lang), 'lesson'], [mapAddress(lang), 'map']]) {
        await open(page, address);
        await expect(page.locator('main')).toHaveAttribute('data-page', kind);
        await expect(page.locator('html[data-persisted]')).toBeAttached();
        await expect(page.locator(`[data-concern="${id}"]`)).toHaveCount(isUrgent ? 1 : 0);
        if (!isUrgent) {
          await expect(page.locator('[data-concern]')).toHaveCount(0);
          continue;
        }
        await expect(page.getByText(sentence(lang, `storage.${id}`))).toBeInViewport();
        await expect(page.locator(`[data-concern="${id}"]`).locator('a, button')).toBeInViewport();
      }
    });
  }
}

test('each thing to know has words of its own, in both languages', () => {
  for (const lang of LANGS) {
    const all = Object.keys(CONCERNS).map((id) => sentence(lang, `storage.${id}`));
    expect(new Set(all).size).toBe(all.length);
  }
});

test('of several things to know the page of one\'s own says all, the gravest first, and another page the gravest', async ({ page }) => {
  await browserSays(page, { persisted: false, usage: GIGABYTE * 0.95, quota: GIGABYTE });
  await plant(page, { ...NEWER, ...WORK });
  await open(page, meAddress('ar'));
  const said = page.locator('section[aria-labelledby="kept"] [data-concern]');
  await expect.poll(() => said.evaluateAll((all) => all.map((it) => it.dataset.concern))).toEqual(['newer', 'nearly-full', 'maybe-private', 'may-evict']);
  await open(page, lessonAddress('ar'));
  await expect(page.locator('[data-concern]')).toHaveCount(1);
  await expect(page.locator('[data-concern="newer"]')).toBeVisible();
});

for (const lang of LANGS) {
  test(`the promise of the browser is asked for after the first answer, not before, and shown as given, in ${NAME[lang]}`, async ({ page }) => {
    await page.addInitScript(() => {
      let promised = sessionStorage.getItem('promised') === 'yes';
      StorageManager.prototype.persisted = async () => promised;
      StorageManager.prototype.persist = async () => {
        window.timesAsked = (window.timesAsked ?? 0) + 1;
        sessionStorage.setItem('promised', 'yes');
        return (promised = true);
      };
      StorageManager.prototype.estimate = async () => ({ usage: 12_340_000_000, quota: 100_000_000_000 });
    });
    await open(page, meAddress(lang));
    const part = page.locator('section[aria-labelledby="kept"]');
    await expect(html(page)).toHaveAttribute('data-persisted', 'no');
    await expect(part.locator('[data-concern]'), 'there is nothing to lose yet').toHaveCount(0);
    await expect(part.getByText(sentence(lang, 'me.persisted'))).toHaveCount(0);
    await open(page, lessonAddress(lang));
    await expect(html(page)).toHaveAttribute('data-persisted', 'no');
    expect(await page.evaluate(() => window.timesAsked)).toBeUndefined();
    await saving(page, () => give(page, choice, rightResponse(choice)));
    await expect(html(page)).toHaveAttribute('data-persisted', 'yes');
    await saving(page, () => give(page, gaps, rightResponse(gaps)));
    expect(await page.evaluate(() => window.timesAsked), 'and never again').toBe(1);
    await page.locator(`a[href="${meAddress(lang)}"]:visible`).first().click();
    await arrived(page, 'me');
    await expect(part.getByText(sentence(lang, 'me.persisted'))).toBeVisible();
    await expect(part.getByText(sentence(lang, 'me.space', { n: 12 }))).toBeVisible();
    await expect(part.locator('[data-concern]')).toHaveCount(0);
  });

  test(`an answer given before the device's own script has come is known to it, in ${NAME[lang]}`, async ({ page }) => {
    let bring;
    const awaited = new Promise((done) => (bring = done));
    await page.route('**/device.js', async (route) => {
      await awaited;
      await route.continue();
    });
    await browserSays(page, { persisted: false });
    await open(page, lessonAddress(lang));
    await saving(page, () => give(page, choice, rightResponse(choice)));
    expect(await page.evaluate(() => window.timesAsked)).toBe(0);
    bring();
    await expect.poll(() => page.evaluate(() => window.timesAsked)).toBe(1);
  });

  test(`a browser that does not give its promise is asked once, and the page says so, in ${NAME[lang]}`, async ({ page }) => {
    await browserSays(page, { persisted: false });
    await open(page, lessonAddress(lang));
    await saving(page, () => give(page, choice, rightResponse(choice)));
    await expect.poll(() => page.evaluate(() => window.timesAsked)).toBe(1);
    await page.locator(`a[href="${meAddress(lang)}"]:visible`).first().click();
    await arrived(page, 'me');
    await expect(page.getByText(sentence(lang, 'storage.may-evict'))).toBeVisible();
  });
}

test('when the tab with another build is closed, nothing is said of it any more', async ({ page }) => {
  await browserSays(page);
  await open(page, lessonAddress('ar'));
  const twin = await otherBuild(page);
  await expect(page.locator('[data-concern="other-build"]')).toBeVisible();
  await twin.evaluate(() => window.leave());
  await expect(page.locator('[data-concern]')).toHaveCount(0);
});

test('what is said beside the page never covers what is being answered', async ({ page }) => {
  await browserSays(page);
  await open(page, lessonAddress('ar'));
  await give(page, choice, rightResponse(choice));
  await box(page, choice).evaluate((it) => it.scrollIntoView({ block: 'start', behavior: 'instant' }));
  await otherBuild(page);
  await expect(page.locator('[data-concern="other-build"]')).toBeAttached();
  await answer(page, choice);
  await expect(box(page, choice)).toHaveAttribute('data-outcome', 'correct');
});

// Cleared.

/** Answers two items and writes words, and gives all that both stores then hold. */
async function someWork(page, lang = 'ar') {
  await open(page, lessonAddress(lang));
  await saving(page, () => answer(page, choice));
  await saving(page, () => answer(page, secondChoice, wrongResponse(secondChoice)));
  await saving(page, () => give(page, reflection, 'كُتب قبل المسح'));
  return levelStores(page);
}

async function allShown(page) {
  await expect(box(page, choice)).toHaveAttribute('data-outcome', 'correct');
  await expect(box(page, secondChoice)).toHaveAttribute('data-outcome', 'incorrect');
  await expect(box(page, thirdChoice)).toHaveAttribute('data-outcome', 'correct');
  await expect.poll(() => stands(page, reflection)).toBe('كُتب قبل المسح');
}

const CLEARED = {
  'local storage is': (page) => page.evaluate(() => localStorage.clear()),
  'IndexedDB is': deleteDatabase,
  'both stores are': async (page) => {
    await page.evaluate(() => localStorage.clear());
    await deleteDatabase(page);
  },
};

for (const [what, clear] of Object.entries(CLEARED)) {
  test(`when ${what} cleared while the page is open, the next answer brings everything back`, async ({ page }) => {
    const before = await someWork(page);
    await clear(page);
    await saving(page, () => answer(page, thirdChoice));
    await expect(page.getByText(sentence('ar', 'storage.local-only')), 'nothing is weaker than before').toHaveCount(0);
    const stored = await levelStores(page);
    expect(stored).toMatchObject(before);
    expect(Object.keys(stored).length).toBeGreaterThan(Object.keys(before).length);
    await allShown(page);
    await page.reload();
    await ready(page);
    await allShown(page);
    expect(await levelStores(page)).toEqual(stored);
  });

  test(`when ${what} cleared in another tab, what is done next in either of two lessons is kept with all before it`, async ({ page, context }) => {
    const before = await someWork(page);
    const twin = await context.newPage();
    await open(twin, lessonAddress('ar'));
    const third = await context.newPage();
    await openQuietly(third);
    await clear(third);
    await third.close();
    await saving(twin, () => answer(twin, thirdChoice));
    await saving(page, () => give(page, gaps, rightResponse(gaps)));
    expect(await levelStores(page)).toMatchObject(before);
    await page.reload();
    await ready(page);
    await allShown(page);
    await expect.poll(() => stands(page, gaps)).toEqual(rightResponse(gaps));
  });
}

test('when local storage is cleared between two visits it is filled from IndexedDB, and the other way round', async ({ page }) => {
  const before = await someWork(page);
  await openQuietly(page);
  for (const clear of [CLEARED['local storage is'], CLEARED['IndexedDB is']]) {
    await clear(page);
    await open(page, meAddress('ar'));
    expect(await levelStores(page)).toEqual(before);
    await openQuietly(page);
  }
});

test('two stores that hold equally many entries, and not the same, are brought level all the same', async ({ page }) => {
  await someWork(page);
  const before = await levelStores(page);
  await openQuietly(page);
  // One answer is only here, the other only there.
  const answers = Object.keys(before).filter((key) => before[key].includes('"answered"'));
  expect(answers).toHaveLength(2);
  await page.evaluate(async ([here, there]) => {
    localStorage.removeItem(there);
    const request = indexedDB.open('sanad');
    const database = await new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
    const transaction = database.transaction('events', 'readwrite');
    transaction.objectStore('events').delete(here);
    await new Promise((resolve) => { transaction.oncomplete = resolve; });
    database.close();
  }, answers);
  await open(page, lessonAddress('ar'));
  await saving(page, () => answer(page, thirdChoice));
  await allShown(page);
  expect(await levelStores(page)).toMatchObject(before);
});

test('when the disk is full for a while, what was done meanwhile is kept once there is room', async ({ page }) => {
  await makeFillable(page);
  const before = await someWork(page);
  await setFull(page, true);
  await answer(page, thirdChoice);
  await expect(html(page)).toHaveAttribute('data-saved', 'failed');
  await setFull(page, false);
  // Not by the button: by going on.
  await give(page, gaps, rightResponse(gaps));
  await saving(page, () => page.getByRole('alert').locator('[data-action="save-again"]').click());
  expect(await levelStores(page)).toMatchObject(before);
  await page.reload();
  await ready(page);
  await allShown(page);
});

// Broken, newer, older.

const GARBAGE = [
  '', ' ', 'null', '[]', '{}', '{"v":2}', '{"v":0,"at":1,"fact":{"opened":{"lesson":"x"}}}', '{"v":"2","at":1}', '{"v":2,"at":1,"fact":{}}', '{"v":2,"at":1,"fact":',
  '<!doctype html><title>سند</title>', 'سطر «غريب»\n\u0000', '\ufeff{}', '9'.repeat(400), `{"v":2,"at":1,"fact":{"answered":{"item":"${choice.id}","response":{"choice":"x"},"outcome":"correct","score":[-1,1]}}}`,
  '{"v":2,"at":1e99,"fact":{"opened":{"lesson":"x"}}}', '['.repeat(5000), `{"v":2,"at":1,"fact":{"finished":{"lesson":"${LESSON}"},"opened":{"lesson":"${LESSON}"}}}`, '😀'.repeat(60_000), '{"v":-1}',
];

for (const lang of LANGS) {
  test(`two hundred values that are none are set aside word for word, named, and stop nothing, in ${NAME[lang]}`, async ({ page }) => {
    const work = written([{ answered: { item: choice.id, response: { choice: rightResponse(choice) }, outcome: 'correct', score: [1, 1] } }]);
    const names = (n) => [`e/00000000000000ff-${n + 1}`, `private/00000000000000ff-${n + 1}`, `e/no-name-of-ours-${n}`, `e/اسم ${n}`][n % 4];
    const garbage = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [PROFILE + names(n), n < 190 ? GARBAGE[n % 18] : GARBAGE[n % 20]]));
    expect(Object.keys(garbage)).toHaveLength(200);
    await plant(page, { ...work, ...garbage });
    await open(page, lessonAddress(lang));
    await expect(box(page, choice)).toHaveAttribute('data-outcome', 'correct');
    await saving(page, () => answer(page, secondChoice));
    const aside = Object.fromEntries(Object.entries(garbage).map(([key, value]) => [key.replace(PROFILE, `${PROFILE}broken/`), value]));
    const all = await inLocalStorage(page);
    expect(Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith(`${PROFILE}broken/`)))).toEqual(aside);
    expect(Object.keys(only(all)).filter((key) => key in garbage), 'and out of the way').toEqual([]);
    expect(await levelStores(page)).toMatchObject(work);
    await open(page, meAddress(lang));
    const callout = page.locator('section[aria-labelledby="kept"] .callout').filter({ hasText: counted(lang, 'me.set-aside', 200) });
    await expect(callout).toContainText(sentence(lang, 'me.set-aside-why'));
    expect((await callout.locator('li').allInnerTexts()).sort()).toEqual(Object.keys(aside).sort());
    expect(await inLocalStorage(page), 'at the next visit as well').toMatchObject(aside);
  });
}

test('values that are none in IndexedDB are set aside as well, none is lost and the good ones count', async ({ page }) => {
  const before = await someWork(page);
  await openQuietly(page);
  const garbage = Object.fromEntries(GARBAGE.slice(0, 18).map((value, n) => [`${PROFILE}e/00000000000000ff-${n + 1}`, value]));
  await putInDatabase(page, 'events', garbage);
  await open(page, meAddress('ar'));
  await expect(page.locator('main')).toContainText(counted('ar', 'me.set-aside', 18));
  const broken = Object.entries(await inLocalStorage(page)).filter(([key]) => key.startsWith(`${PROFILE}broken/`)).map(([, value]) => value);
  expect(broken.sort()).toEqual(Object.values(garbage).sort());
  await openQuietly(page);
  expect(await inLocalStorage(page)).toMatchObject(before);
});

test('what a newer program wrote is left as it is in both stores, whatever is done, and goes into the copy', async ({ page }) => {
  const newer = (n) => `{"v":99,"at":${n},"shape":"of tomorrow"}`;
  const key = (n, part = 'e') => `${PROFILE}${part}/00000000000000aa-${n}`;
  const before = await someWork(page);
  await openQuietly(page);
  await page.evaluate((all) => all.forEach(([key, value]) => localStorage.setItem(key, value)), [[key(1), newer(1)], [key(3), newer(3)], [key(4, 'private'), newer(4)]]);
  await putInDatabase(page, 'events', { [key(2)]: newer(2), [key(3)]: newer(3) });
  await open(page, lessonAddress('ar'));
  await expect(page.locator('[data-concern="newer"]')).toBeVisible();
  await saving(page, () => answer(page, thirdChoice));
  await allShown(page);
  await page.reload();
  await ready(page);
  await allShown(page);
  const [local, database] = [await inLocalStorage(page), await inDatabase(page)];
  expect(local).toMatchObject({ [key(1)]: newer(1), [key(3)]: newer(3), [key(4, 'private')]: newer(4), ...before });
  expect(database).toMatchObject({ [key(2)]: newer(2), [key(3)]: newer(3), ...before });
  expect(Object.keys(local).filter((it) => it.includes('/broken/'))).toEqual([]);
  await open(page, meAddress('ar'));
  await expect(page.locator('main')).not.toContainText(key(1));
  const { values } = inCopy((await saveCopy(page)).text);
  expect(values).toMatchObject({ [key(1)]: newer(1), [key(3)]: newer(3), [key(4, 'private')]: newer(4) });
});

test('what a newer program wrote into IndexedDB alone goes into the copy too', async ({ page }) => {
  await someWork(page);
  await openQuietly(page);
  const value = '{"v":99,"at":1,"shape":"of tomorrow"}';
  await putInDatabase(page, 'events', { [`${PROFILE}e/00000000000000aa-1`]: value });
  await open(page, meAddress('ar'));
  await expect(page.locator('[data-concern="newer"]').first()).toBeVisible();
  expect(inCopy((await saveCopy(page)).text).values).toMatchObject({ [`${PROFILE}e/00000000000000aa-1`]: value });
});

/** What map, module and lesson say of how far one is. */
async function progressShown(page, lang = 'ar') {
  const marks = (selector) => page.locator(selector).evaluateAll((all) => all.map(({ dataset: it }) => [it.module ?? it.lesson ?? it.item, it.completion, it.success, it.outcome]));
  const found = [];
  await open(page, mapAddress(lang));
  found.push(await marks('[data-module]'), await page.locator('.continue').innerText());
  await open(page, moduleAddress(lang));
  found.push(await marks('[data-lesson]'));
  await open(page, lessonAddress(lang));
  found.push(await marks('[data-item]'));
  for (const item of items(lang)) found.push(await stands(page, item));
  return found;
}

test('a clock set back a year changes no progress, and what is done then comes after what was done before', async ({ page, context }) => {
  await someWork(page);
  const before = await progressShown(page);
  const late = await context.newPage();
  await page.close();
  const now = Date.now();
  await late.clock.setFixedTime(now - 366 * 86_400_000);
  expect(await late.evaluate(() => Date.now())).toBe(now - 366 * 86_400_000);
  expect(await progressShown(late)).toEqual(before);
  // The last answer is the newer one, though its clock says that it is the older.
  await saving(late, () => answer(late, thirdChoice));
  await saving(late, () => give(late, reflection, 'كُتب بعده والساعة متأخرة'));
  const stored = Object.values(await levelStores(late)).map((it) => JSON.parse(it));
  expect(stored.filter((it) => it.at < now - 360 * 86_400_000), 'the clock was really set back').not.toEqual([]);
  const after = await progressShown(late);
  expect(after).not.toEqual(before);
  const again = await context.newPage();
  await late.close();
  expect(await progressShown(again), 'and the clock put right changes nothing either').toEqual(after);
  expect(await stands(again, reflection)).toBe('كُتب بعده والساعة متأخرة');
});

test('all that the first version stored opens, counts as it did, and stays as it was written', async ({ page }) => {
  // Every shape of it, by the last name of its file; the items may be gone since.
  const folder = join(ROOT, 'tests/suite/stored/v1');
  const texts = readdirSync(folder).filter((name) => !name.startsWith('settings')).map((name) => [name, readFileSync(join(folder, name), 'utf8').trimEnd()]);
  const old = Object.fromEntries(texts.map(([name, text], n) => [`${PROFILE}${name === 'note.json' ? 'private' : 'e'}/00000000000000a1-${n + 1}`, text]));
  // And a whole lesson, each item answered.
  const whole = written([
    ...items('ar').map((it) => ({
      answered: {
        item: it.id,
        response: it.kind === 'reflection' ? 'reflection' : { [it.kind]: rightResponse(it) },
        outcome: isMarked(it) ? 'correct' : 'pending',
        score: isMarked(it) ? { got: 3, possible: 3 } : { got: 0, possible: 0 },
      },
    })),
    { finished: { lesson: LESSON } },
  ], { v: 1, writer: '00000000000000b1', at: 1_700_000_000_000 });
  const words = { [`${PROFILE}private/00000000000000b1-99`]: JSON.stringify({ v: 1, at: 1, item: reflection.id, text: 'من النسخة الأولى' }) };
  const all = { ...old, ...Object.fromEntries(Object.entries(whole).map(([key, value]) => [key.replace(/-(\d+)$/, (_, n) => `-${Number(n) + 100}`), value])), ...words };
  await plant(page, { ...all, [`${PROFILE}settings`]: readFileSync(join(folder, 'settings.json'), 'utf8').trimEnd() });
  await open(page, lessonAddress('ar'));
  await expect(html(page)).toHaveAttribute('data-theme', 'dark');
  for (const item of items('ar')) {
    await expect(box(page, item), item.id).toHaveAttribute('data-outcome', isMarked(item) ? 'correct' : 'pending');
    if (item.kind !== 'reflection') expect(await stands(page, item), item.id).toEqual(rightResponse(item));
  }
  await expect.poll(() => stands(page, reflection)).toBe('من النسخة الأولى');
  expect(await levelStores(page)).toMatchObject(all);
  await open(page, moduleAddress('ar'));
  await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveAttribute('data-completion', 'completed');
  await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveAttribute('data-success', 'passed');
  await open(page, meAddress('ar'));
  await expect(page.getByText(sentence('ar', 'me.set-aside-why'))).toHaveCount(0);
  await expect(page.locator('[data-concern="newer"]')).toHaveCount(0);
  expect((await inLocalStorage(page))[Object.keys(old)[0]]).toBe(Object.values(old)[0]);
  await open(page, mapAddress('ar'));
  await expect(page.locator(`[data-module="${MODULE}"]`)).toHaveAttribute('data-completion', 'started');
  // And one goes on in the present version beside it.
  await open(page, lessonAddress('ar'));
  await action(page, choice, 'retry').click();
  await saving(page, () => answer(page, choice, wrongResponse(choice)));
  await open(page, moduleAddress('ar'));
  await expect(page.locator(`[data-lesson="${LESSON}"]`), 'the best try counts').toHaveAttribute('data-success', 'passed');
  await open(page, lessonAddress('ar'));
  await expect(box(page, choice)).toHaveAttribute('data-outcome', 'incorrect');
  expect(Object.keys(await levelStores(page)).length).toBeGreaterThan(Object.keys(all).length);
});
