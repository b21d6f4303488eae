// What a learner did is never lost: not by a reload, a killed browser, a second tab, another language, a wiped or broken
// store, a full disk. And where something cannot be kept, the page says so.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  LANGS, LESSON, NAME, action, answer, arrived, begunResponse, box, entries, expect, give, inDatabase, inLocalStorage, items, lessonAddress,
  mapAddress, meAddress, moduleAddress, ofKind, open, openQuietly, other, partlyRight, putInDatabase, ready, rightResponse, saving, stands,
  tenAddress, tenItems, tenTest, test, untouched, word, worstOutcome, wrongResponse,
} from './helpers.mjs';
import { startBrowser } from './killed.mjs';

const KEY = 'sanad/open/e/';
const html = (page) => page.locator('html');
const [choice, secondChoice, thirdChoice] = ofKind('ar', 'choice');
const [gaps] = ofKind('ar', 'gaps');
const [reflection] = ofKind('ar', 'reflection');

/** What stands in every item of the page, and how it was marked. */
async function seen(page, lang = 'ar') {
  const found = {};
  for (const item of items(lang)) found[item.id] = [await stands(page, item), await box(page, item).getAttribute('data-outcome')];
  return found;
}

test('what was picked and typed and not yet checked is there after a reload', async ({ page }) => {
  await open(page, lessonAddress('ar'));
  const part = Object.fromEntries(Object.entries(wrongResponse(gaps)).slice(0, 2));
  await saving(page, () => give(page, choice, wrongResponse(choice)));
  await saving(page, () => give(page, gaps, part));
  await saving(page, () => give(page, reflection, 'كتبتُ هذا ولم أفحصه.'));
  await page.reload();
  await ready(page);
  await expect.poll(() => stands(page, choice)).toEqual(wrongResponse(choice));
  expect(await stands(page, gaps)).toEqual(part);
  expect(await stands(page, reflection)).toBe('كتبتُ هذا ولم أفحصه.');
  await expect(page.locator('[data-outcome]'), 'and nothing was marked').toHaveCount(0);
});

test('words typed a moment before the page is left are kept', async ({ page }) => {
  await open(page, lessonAddress('ar'));
  await give(page, reflection, 'قبل الإغلاق بلحظة');
  await page.reload();
  await ready(page);
  await expect(box(page, reflection).locator('textarea')).toHaveValue('قبل الإغلاق بلحظة');
});

test('a question how sure one is that was open stays open after a reload, with what was said', async ({ page }) => {
  const item = items('ar').find((it) => it.confidence);
  const slider = box(page, item).locator('input[type=range]');
  await open(page, lessonAddress('ar'));
  await give(page, item, rightResponse(item));
  await action(page, item, 'check').click();
  await saving(page, () => slider.fill('80'));
  await page.reload();
  await ready(page);
  await expect(slider).toHaveValue('80');
});

test('the browser is killed thirty times within 100 ms of saying that it saved, and nothing is lost', async ({ site, watch }) => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'sanad-killed-'));
  const ids = choice.interaction.choice.choices.map((it) => it.id);
  const gapIds = Object.keys(rightResponse(gaps));
  const expected = {};
  for (const item of items('ar')) expected[item.id] = [untouched(item), null];
  let known = [];

  // Each is one more thing done, after which the browser dies; the expectation changes with it.
  const round = (n) => Math.floor(n / 4);
  const picks = (n) => async (page) => {
    const id = ids[round(n) % ids.length];
    expected[choice.id] = [id, null];
    await give(page, choice, id);
  };
  const fills = (n) => async (page) => {
    const gap = gapIds[round(n) % gapIds.length];
    const isRight = Math.floor(round(n) / gapIds.length) % 2 === 0;
    const value = (isRight ? rightResponse(gaps) : wrongResponse(gaps))[gap];
    expected[gaps.id] = [{ ...expected[gaps.id][0], [gap]: value }, null];
    await give(page, gaps, { [gap]: value });
  };
  const writes = (n) => async (page) => {
    expected[reflection.id] = [`الفكرة ${n}`, null];
    await give(page, reflection, `الفكرة ${n}`);
  };
  const marks = (n) => async (page) => {
    // Tried and tried again: marked in one life, opened for another try in the next.
    if (expected[secondChoice.id][1]) {
      expected[secondChoice.id][1] = null;
      await action(page, secondChoice, 'retry').click();
    } else {
      const isRight = n % 3 === 0;
      expected[secondChoice.id] = [isRight ? rightResponse(secondChoice) : wrongResponse(secondChoice), isRight ? 'correct' : 'incorrect'];
      await action(page, secondChoice, 'check').click();
    }
  };
  /** What leads up to the last press, and is saved before it. */
  const before = async (page, n) => {
    if (n % 4 !== 3 || expected[secondChoice.id][1]) return;
    const response = n % 3 === 0 ? rightResponse(secondChoice) : wrongResponse(secondChoice);
    if ((await stands(page, secondChoice)) !== response) await saving(page, () => give(page, secondChoice, response));
    const slider = box(page, secondChoice).locator('input[type=range]');
    if ((await inLocalStorageCount(page, 'answered', secondChoice.id)) === 0 && !(await slider.isVisible())) {
      await action(page, secondChoice, 'check').click();
      await expect(slider).toBeVisible();
    }
  };

  let inTime = 0;
  for (let n = 0; inTime < 30 && n < 45; n += 1) {
    const browser = await startBrowser(folder, site.url, watch);
    await open(browser.page, lessonAddress('ar'));
    await expect.poll(() => seen(browser.page), { message: `after ${n} deaths` }).toEqual(expected);
    const stored = entries(await inDatabase(browser.page));
    expect(stored, 'no event has gone').toEqual(expect.arrayContaining(known));
    known = stored;
    await before(browser.page, n);
    const after = await browser.killWhenSaved([picks, fills, writes, marks][n % 4](n));
    if (after <= 100) inTime += 1;
  }
  expect(inTime, 'deaths within 100 ms').toBe(30);

  const { page, context } = await startBrowser(folder, site.url, watch);
  await open(page, lessonAddress('ar'));
  await expect.poll(() => seen(page), { message: 'at the end' }).toEqual(expected);
  expect(entries(await inLocalStorage(page)), 'local storage is level again').toEqual(entries(await inDatabase(page)));
  await context.close();
  rmSync(folder, { recursive: true, force: true });
});

tenTest('all ten kinds are resumed where they stood after the browser was killed in three half-given answers', async ({ tenSite, watch }) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'sanad-killed-'));
  const all = tenItems('ar');
  const half = all.filter(begunResponse).slice(0, 3);
  expect(half.map((it) => it.kind)).toEqual(['gaps', 'matching', 'categories']);
  const expected = Object.fromEntries(all.map((item) => [item.id, [untouched(item), null]]));
  const stillThere = async (page) => {
    for (const item of all) {
      await expect.poll(() => stands(page, item), { message: item.id }).toEqual(expected[item.id][0]);
      expect(await box(page, item).getAttribute('data-outcome'), item.id).toBe(expected[item.id][1]);
    }
  };

  for (const [n, begun] of half.entries()) {
    const browser = await startBrowser(folder, tenSite.url, watch);
    await open(browser.page, tenAddress('ar'));
    await stillThere(browser.page);
    if (n === 0) {
      for (const item of all.filter((it) => !half.includes(it))) {
        const partly = partlyRight(item);
        const response = partly?.response ?? wrongResponse(item);
        await saving(browser.page, () => answer(browser.page, item, response));
        expected[item.id] = [response, partly ? 'partial' : worstOutcome(item)];
      }
    }
    expected[begun.id] = [begunResponse(begun), null];
    await browser.killWhenSaved((page) => give(page, begun, begunResponse(begun)));
  }

  const { page, context } = await startBrowser(folder, tenSite.url, watch);
  await open(page, mapAddress('ar'));
  await page.locator('main [data-action="resume"]').click();
  await arrived(page, 'lesson');
  await expect(box(page, half[2]), 'where one was last').toBeInViewport({ ratio: 0.3 });
  await stillThere(page);
  for (const item of half) await answer(page, item);
  for (const item of half) await expect(box(page, item)).toHaveAttribute('data-outcome', 'correct');
  expect(entries(await inLocalStorage(page)), 'local storage is level again').toEqual(entries(await inDatabase(page)));
  await context.close();
  rmSync(folder, { recursive: true, force: true });
});

async function inLocalStorageCount(page, fact, item) {
  const stored = Object.values(await inLocalStorage(page));
  return stored.filter((it) => it.includes(`"${fact}"`) && it.includes(item)).length;
}

test('two tabs that answer at once lose nothing, and each shows what the other did', async ({ page, context }) => {
  const twin = await context.newPage();
  await Promise.all([open(page, lessonAddress('ar')), open(twin, lessonAddress('ar'))]);
  await Promise.all([
    answer(page, choice, wrongResponse(choice)).then(() => give(page, gaps, wrongResponse(gaps))),
    answer(twin, secondChoice).then(() => give(twin, reflection, 'من النافذة الثانية')),
  ]);
  const all = {
    [choice.id]: [wrongResponse(choice), 'incorrect'],
    [secondChoice.id]: [rightResponse(secondChoice), 'correct'],
    [gaps.id]: [wrongResponse(gaps), null],
    [reflection.id]: ['من النافذة الثانية', null],
  };
  for (const tab of [page, twin]) await expect.poll(() => seen(tab), { message: 'without a reload' }).toMatchObject(all);
  for (const tab of [page, twin]) await expect(html(tab)).toHaveAttribute('data-saved', 'yes');
  expect(entries(await inLocalStorage(page))).toEqual(entries(await inDatabase(page)));
  for (const tab of [page, twin]) {
    await tab.reload();
    await ready(tab);
    await expect.poll(() => seen(tab), { message: 'after a reload' }).toMatchObject(all);
  }
});

test('two tabs in one item end with the same answer on both screens', async ({ page, context }) => {
  const twin = await context.newPage();
  await Promise.all([open(page, lessonAddress('ar')), open(twin, lessonAddress('ar'))]);
  const ids = choice.interaction.choice.choices.map((it) => it.id);
  // Not by `check()`: it fails when the other tab's answer arrives between its click and its look.
  const press = (tab, id) => box(tab, choice).locator(`[data-choice="${id}"] input`).click();
  await Promise.all([
    (async () => { for (const id of ids) await press(page, id); })(),
    (async () => { for (const id of ids.toReversed()) await press(twin, id); })(),
  ]);
  for (const tab of [page, twin]) await expect(html(tab)).toHaveAttribute('data-saved', 'yes');
  await expect.poll(async () => (await stands(page, choice)) === (await stands(twin, choice))).toBe(true);
  const agreed = await stands(page, choice);
  await page.reload();
  await ready(page);
  await expect.poll(() => stands(page, choice), { message: 'and the stores agree with the screens' }).toBe(agreed);
});

for (const lang of LANGS) {
  test(`from ${NAME[lang]} to ${NAME[other(lang)]} on a lesson keeps answers, drafts, half-typed words and the place`, async ({ page }) => {
    await open(page, lessonAddress(lang));
    await answer(page, choice, wrongResponse(choice));
    await give(page, gaps, wrongResponse(gaps));
    await give(page, reflection, 'نصف كلمة half a word');
    await box(page, thirdChoice).evaluate((it) => scrollBy({ top: it.getBoundingClientRect().top - 10, behavior: 'instant' }));
    const top = () => box(page, thirdChoice).evaluate((it) => Math.round(it.getBoundingClientRect().top));
    const before = await top();
    await page.evaluate(() => (window.sameDocument = true));
    // Playwright's own click would scroll first.
    await page.locator('[data-action="language"]:visible').first().evaluate((it) => it.click());
    await expect(html(page)).toHaveAttribute('lang', other(lang));
    await expect(page).toHaveURL(new RegExp(`/${lessonAddress(other(lang))}$`));
    await expect.poll(async () => Math.abs((await top()) - before), { message: 'pixels that the item moved' }).toBeLessThan(24);
    expect(await page.evaluate(() => window.sameDocument), 'without loading the page anew').toBe(true);
    const all = {
      [choice.id]: [wrongResponse(choice), 'incorrect'],
      [gaps.id]: [wrongResponse(gaps), null],
      [reflection.id]: ['نصف كلمة half a word', null],
    };
    await expect.poll(() => seen(page, other(lang))).toMatchObject(all);
    await page.reload();
    await ready(page);
    await expect.poll(() => seen(page, other(lang)), { message: 'after a reload' }).toMatchObject(all);
  });
}

test('local storage that was wiped is filled from IndexedDB, and the other way round', async ({ page }) => {
  await open(page, lessonAddress('ar'));
  await saving(page, () => answer(page, choice));
  await saving(page, () => give(page, reflection, 'باقٍ'));
  const all = { [choice.id]: [rightResponse(choice), 'correct'], [reflection.id]: ['باقٍ', null] };
  await openQuietly(page);
  const kept = entries(await inDatabase(page));
  expect(kept.length).toBeGreaterThan(2);

  await page.evaluate(() => localStorage.clear());
  await open(page, lessonAddress('ar'));
  await expect.poll(() => seen(page)).toMatchObject(all);
  expect(entries(await inLocalStorage(page))).toEqual(expect.arrayContaining(kept));

  await openQuietly(page);
  await page.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('sanad');
    request.onsuccess = resolve;
    request.onerror = request.onblocked = reject;
  }));
  await open(page, lessonAddress('ar'));
  await expect.poll(() => seen(page)).toMatchObject(all);
  await expect.poll(async () => entries(await inDatabase(page))).toEqual(expect.arrayContaining(kept));
});

test('a stored value that cannot be read is set aside word for word, named on the page of one\'s own, and stops nothing', async ({ page }) => {
  const garbage = { [`${KEY}00000000000000ab-3`]: '{"v":1,"at":', [`${KEY}no-name-of-ours`]: 'سطر «غريب»\n\u0000 ', 'sanad/open/private/00000000000000ab-4': '[]' };
  await open(page, lessonAddress('ar'));
  await saving(page, () => answer(page, choice));
  await openQuietly(page);
  await page.evaluate((all) => Object.entries(all).forEach(([key, value]) => localStorage.setItem(key, value)), garbage);
  await open(page, lessonAddress('ar'));
  await expect.poll(() => seen(page)).toMatchObject({ [choice.id]: [rightResponse(choice), 'correct'] });
  const aside = Object.fromEntries(Object.entries(garbage).map(([key, value]) => [key.replace('sanad/open/', 'sanad/open/broken/'), value]));
  expect(await inLocalStorage(page)).toMatchObject(aside);
  expect(entries(await inLocalStorage(page)).filter((key) => key in garbage), 'and out of the way').toEqual([]);
  for (const lang of LANGS) {
    await open(page, meAddress(lang));
    for (const key of Object.keys(aside)) await expect(page.locator('main')).toContainText(key);
  }
});

test('a value in IndexedDB that cannot be read is set aside as well, and the readable twin of it counts', async ({ page }) => {
  await open(page, lessonAddress('ar'));
  await saving(page, () => answer(page, choice));
  const key = entries(await inLocalStorage(page)).at(-1);
  await openQuietly(page);
  await putInDatabase(page, 'events', { [key]: 'kaputt' });
  await open(page, lessonAddress('ar'));
  await expect.poll(() => seen(page)).toMatchObject({ [choice.id]: [rightResponse(choice), 'correct'] });
  // Both stores hold equally many, so the database is compared when the page is quiet.
  const broken = async () => Object.entries(await inLocalStorage(page)).filter(([name]) => name.startsWith('sanad/open/broken/'));
  await expect.poll(async () => (await broken()).map(([, value]) => value)).toEqual(['kaputt']);
  await open(page, meAddress('ar'));
  await expect(page.locator('main')).toContainText((await broken())[0][0]);
});

test('a value that a newer program wrote stays where it is, and a sentence says so', async ({ page }) => {
  const newer = { [`${KEY}00000000000000cd-900`]: '{"v":99,"shape":"of the future"}' };
  await open(page, lessonAddress('en'));
  await openQuietly(page);
  await page.evaluate((all) => Object.entries(all).forEach(([key, value]) => localStorage.setItem(key, value)), newer);
  for (const lang of LANGS) {
    await open(page, meAddress(lang));
    await expect(page.locator('main')).toContainText(word(lang, 'storage.newer'));
  }
  await open(page, lessonAddress('en'));
  await saving(page, () => answer(page, choice));
  const stored = await inLocalStorage(page);
  expect(stored).toMatchObject(newer);
  expect(Object.keys(stored).filter((key) => key.includes('/broken/'))).toEqual([]);
});

/** Makes the browser refuse some of its stores, as in a private window. */
function deny(page, ...names) {
  return page.addInitScript((names) => {
    const refuse = () => { throw new DOMException('denied by the test', 'SecurityError'); };
    for (const name of names) Object.defineProperty(window, name, { configurable: true, get: refuse });
  }, names);
}

for (const lang of LANGS) {
  test(`where no store may be used the lesson works and says that nothing is kept, in ${NAME[lang]}`, async ({ page }) => {
    await deny(page, 'localStorage', 'indexedDB');
    await open(page, lessonAddress(lang));
    await expect(page.getByText(word(lang, 'storage.none')), 'where it is seen before one begins').toBeInViewport();
    await answer(page, choice);
    await expect(box(page, choice)).toHaveAttribute('data-outcome', 'correct');
    await expect(html(page)).toHaveAttribute('data-saved', 'failed');
    await expect(page.getByRole('alert').filter({ has: page.locator('[data-action="save-again"]') })).toBeVisible();
    await expect(box(page, choice).locator('.item-head .saved')).toHaveText(word(lang, 'saving.not'));
    await open(page, meAddress(lang));
    await expect(page.locator('main')).toContainText(word(lang, 'storage.none'));
  });
}

for (const [denied, key] of [['indexedDB', 'storage.local-only'], ['localStorage', 'storage.database-only']]) {
  test(`without ${denied} work is kept in the other store, and a sentence says so`, async ({ page }) => {
    await deny(page, denied);
    await open(page, lessonAddress('ar'));
    const sentence = page.getByText(word('ar', key));
    if (denied === 'indexedDB') await expect(sentence, 'in sight, since the last seconds may be lost').toBeInViewport();
    else await expect(sentence).toBeVisible();
    await saving(page, () => answer(page, choice));
    await page.reload();
    await ready(page);
    await expect.poll(() => seen(page)).toMatchObject({ [choice.id]: [rightResponse(choice), 'correct'] });
    await open(page, meAddress('en'));
    await expect(page.locator('main')).toContainText(word('en', key));
  });
}

/** A disk without room, until `window.isFull` is false: what IndexedDB does then differs. */
const FULL = {
  'IndexedDB refuses at once': () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      if (window.isFull) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, given);
    };
  },
  'IndexedDB gives up afterwards': () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      const request = put.apply(this, given);
      if (window.isFull) this.transaction.abort();
      return request;
    };
  },
};

for (const [how, makeFull] of Object.entries(FULL)) {
  test(`a save that failed is said aloud and can be tried again, when ${how}`, async ({ page }) => {
    await page.addInitScript(makeFull);
    await page.addInitScript(() => {
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = function (...given) {
        if (window.isFull) throw new DOMException('full', 'QuotaExceededError');
        return set.apply(this, given);
      };
    });
    await open(page, lessonAddress('ar'));
    await saving(page, () => give(page, choice, wrongResponse(choice)));
    await page.evaluate(() => (window.isFull = true));
    await answer(page, choice);
    await give(page, reflection, 'لم يُحفظ بعد');
    await expect(html(page)).toHaveAttribute('data-saved', 'failed');
    const alert = page.getByRole('alert').filter({ has: page.locator('[data-action="save-again"]') });
    await expect(alert).toBeVisible();
    await expect(alert).toContainText(word('ar', 'saving.failed'));
    await expect(alert, 'in view, wherever one reads').toBeInViewport();
    await expect(box(page, choice), 'and nothing stops').toHaveAttribute('data-outcome', 'correct');

    await alert.locator('[data-action="save-again"]').click();
    await expect(html(page), 'still full').toHaveAttribute('data-saved', 'failed');
    await page.evaluate(() => (window.isFull = false));
    await saving(page, () => alert.locator('[data-action="save-again"]').click());
    await expect(alert).toHaveCount(0);
    await page.reload();
    await ready(page);
    await expect.poll(() => seen(page)).toMatchObject({ [choice.id]: [rightResponse(choice), 'correct'], [reflection.id]: ['لم يُحفظ بعد', null] });
  });
}

test('local storage that is full costs nothing while IndexedDB takes what is done', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await open(page, lessonAddress('ar'));
  await saving(page, () => answer(page, choice));
  await expect(page.locator('[data-action="save-again"]')).toHaveCount(0);
  await page.reload();
  await ready(page);
  await expect.poll(() => seen(page)).toMatchObject({ [choice.id]: [rightResponse(choice), 'correct'] });
});

test('when IndexedDB stops taking what is done, the page says that it is kept less safely', async ({ page }) => {
  await page.addInitScript(FULL['IndexedDB refuses at once']);
  await open(page, lessonAddress('ar'));
  await page.evaluate(() => (window.isFull = true));
  await saving(page, () => answer(page, choice));
  await expect(page.getByText(word('ar', 'storage.local-only'))).toBeVisible();
  await page.reload();
  await ready(page);
  await expect.poll(() => seen(page), { message: 'local storage has it' }).toMatchObject({ [choice.id]: [rightResponse(choice), 'correct'] });
  expect(entries(await inDatabase(page)), 'and IndexedDB is level again').toEqual(entries(await inLocalStorage(page)));
});

test('stored work on an item that has changed since, or is gone, stops nothing', async ({ page }) => {
  const old = [
    { drafted: { item: choice.id, response: { choice: 'a-choice-that-is-gone' } } },
    { answered: { item: secondChoice.id, response: { gaps: { a: 'b' } }, outcome: 'correct', score: { got: 1, possible: 1 } } },
    { answered: { item: 'an-item-that-is-gone', response: { multiple: ['a', 'b'] }, outcome: 'partial', score: { got: 1, possible: 2 } } },
    { opened: { lesson: 'a-lesson-that-is-gone' } },
  ];
  await openQuietly(page);
  await page.evaluate((facts) => facts.forEach((fact, n) => {
    localStorage.setItem(`sanad/open/e/00000000000000ab-${n + 1}`, JSON.stringify({ v: 1, at: 1, fact }));
  }), old);
  await open(page, mapAddress('ar'));
  await page.locator('main [data-action="resume"]').click();
  await arrived(page, 'lesson');
  await open(page, lessonAddress('ar'));
  await action(page, choice, 'check').click();
  await expect(box(page, choice).locator('[data-feedback]'), 'what is gone counts as missing').not.toBeEmpty();
  await expect(box(page, choice)).not.toHaveAttribute('data-outcome');
  await answer(page, choice);
  await expect(box(page, choice)).toHaveAttribute('data-outcome', 'correct');
  await action(page, secondChoice, 'retry').click();
  await answer(page, secondChoice);
  await expect(box(page, secondChoice)).toHaveAttribute('data-outcome', 'correct');
});

test('the map leads back to the lesson with the last item in view', async ({ page }) => {
  await open(page, lessonAddress('ar'));
  await saving(page, () => give(page, thirdChoice, wrongResponse(thirdChoice)));
  await open(page, mapAddress('ar'));
  const resume = page.locator('main [data-action="resume"]');
  await expect(resume).toHaveCount(1);
  await expect(resume).toHaveAttribute('href', new RegExp(`${LESSON}/#item-${thirdChoice.id}$`));
  await resume.click();
  await arrived(page, 'lesson');
  await expect(box(page, thirdChoice)).toBeInViewport({ ratio: 0.3 });
  await expect(box(page, thirdChoice)).toBeFocused();
  expect(await stands(page, thirdChoice)).toBe(wrongResponse(thirdChoice));
});

test('resuming by a link that loads the page anew has the last item in view too', async ({ page }) => {
  await open(page, lessonAddress('en'));
  await saving(page, () => answer(page, thirdChoice));
  await open(page, mapAddress('en'));
  const href = await page.locator('main [data-action="resume"]').evaluate((it) => it.href);
  await openQuietly(page);
  await open(page, href);
  await expect(box(page, thirdChoice)).toBeInViewport({ ratio: 0.3 });
});

test('the lesson itself leads to the item worked on last', async ({ page }) => {
  await open(page, lessonAddress('en'));
  await expect(page.locator('[data-action="resume"]'), 'nothing was worked on yet').toHaveCount(0);
  await saving(page, () => give(page, gaps, rightResponse(gaps)));
  await open(page, moduleAddress('en'));
  await page.locator(`[data-lesson="${LESSON}"] a`).click();
  await arrived(page, 'lesson');
  await page.locator('[data-action="resume"]').click();
  await expect(box(page, gaps)).toBeInViewport({ ratio: 0.3 });
});

test('before anything was done the map leads to the first lesson', async ({ page }) => {
  await open(page, mapAddress('en'));
  await expect(page.locator('main [data-action="resume"]')).toHaveAttribute('href', /^en\/[^/]+\/[^/]+\/$/);
});
