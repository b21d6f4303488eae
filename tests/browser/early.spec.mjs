// Who answers before the program has woken loses nothing: what is picked, typed and moved in the prerendered page is taken
// over, a press on "check" is carried out on waking, and nothing loads the page anew.

import {
  LANGS, TEN, action, answer, bestOutcome, box, counted, entries, expect, feedback, give, halfResponse, inDatabase, inLocalStorage, missingIn, open,
  openQuietly, ready, rightResponse, saving, slider, stands, ten, tenAddress, tenItems, tenTest as test, untouched, word, wrongResponse,
} from './helpers.mjs';

/** 400 kbit/s, and 150 ms for each way there and back. */
const LINE = { offline: false, latency: 150, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };

const html = (page) => page.locator('html');
const awake = (page) => page.locator('html[data-awake]');

/** Whether the program was awake at each press on "check", and which page it was. */
async function watchPresses(page) {
  await page.addInitScript(() => {
    window.pressedAwake = [];
    const note = ({ target }) => {
      if (target.closest?.('[data-action="check"]')) window.pressedAwake.push(document.documentElement.hasAttribute('data-awake'));
    };
    addEventListener('click', note, { capture: true });
  });
}

/** Check was pressed, and never while the program was awake. */
async function expectPressedAsleep(page) {
  const presses = await page.evaluate(() => window.pressedAwake);
  expect(presses.length, 'check was pressed').toBeGreaterThan(0);
  expect(presses, 'while the program was asleep').not.toContain(true);
}

const markDocument = (page) => page.evaluate(() => (window.sameDocument = true));
const isSameDocument = (page) => page.evaluate(() => window.sameDocument === true);

/** Opens the lesson on a slow line for the first time, and comes back as soon as its first bytes are there. */
async function openSlowly(page, site, lang) {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  await client.send('Network.emulateNetworkConditions', LINE);
  await watchPresses(page);
  await page.goto(site.url + tenAddress(lang), { waitUntil: 'commit' });
  await markDocument(page);
}

/** Opens the lesson without its program; what is given back lets the program come. */
async function openAsleep(page, load) {
  let release;
  const gate = new Promise((resolve) => (release = resolve));
  const hold = async (route) => {
    await gate;
    await route.continue();
  };
  await page.route('**/*.wasm*', hold);
  await load();
  await markDocument(page);
  return async () => {
    await expect(awake(page), 'all that came before was before waking').toHaveCount(0);
    release();
    await ready(page);
    await page.unroute('**/*.wasm*', hold);
  };
}

/** Without the program the page is loaded when `boot.js` has asked for it. */
const asFile = (page, lang) => async () => {
  await watchPresses(page);
  await page.goto(tenAddress(lang), { waitUntil: 'domcontentloaded' });
};

/** What was stored of an item: drafts and outcomes in their order, and private words. */
async function stored(page, item) {
  const all = Object.values(await inLocalStorage(page)).map((it) => JSON.parse(it));
  const facts = all.map((it) => it.fact?.drafted ?? it.fact?.answered ?? it).filter((it) => it.item === item.id);
  return { drafts: facts.filter((it) => it.response && !it.outcome), outcomes: facts.filter((it) => it.outcome), words: facts.filter((it) => it.text).map((it) => it.text) };
}

for (const [n, kind] of TEN.entries()) {
  const lang = LANGS[n % 2];
  const item = ten(lang, kind);
  test(`on a slow line ${kind} is answered and checked before the program has woken, and the outcome is there when it has`, async ({ page, tenSitePressed }) => {
    test.setTimeout(90_000);
    const response = rightResponse(item);
    await openSlowly(page, tenSitePressed, lang);
    await expect(action(page, item, 'check'), 'all of the item is there').toBeAttached();
    // A sheet that comes while a press is under way moves the line away from under the pointer.
    await page.waitForFunction(() => document.querySelector('link[rel=stylesheet]')?.sheet);
    await give(page, item, response);
    await action(page, item, 'check').click();
    await expectPressedAsleep(page);
    await expect(page.locator('html[data-ready]')).toBeAttached({ timeout: 60_000 });

    if (item.confidence) {
      await expect(slider(page, item)).toBeVisible();
      await expect(feedback(page, item)).toHaveText(word(lang, 'confidence.ask'));
      await expect(box(page, item)).not.toHaveAttribute('data-outcome');
    } else {
      await expect(box(page, item)).toHaveAttribute('data-outcome', bestOutcome(item));
      await expect(feedback(page, item)).not.toBeEmpty();
    }
    await expect.poll(() => stands(page, item)).toEqual(response);
    await expect(html(page)).toHaveAttribute('data-saved', 'yes');
    const { drafts, outcomes, words } = await stored(page, item);
    expect(drafts.length + words.length, 'what was given is kept').toBeGreaterThan(0);
    expect(outcomes.map((it) => it.outcome), 'and its outcome').toEqual(item.confidence ? [] : [bestOutcome(item)]);
    expect(entries(await inLocalStorage(page))).toEqual(entries(await inDatabase(page)));
    expect(await isSameDocument(page), 'nothing loaded the page anew').toBe(true);
    if (!item.confidence) return;
    await action(page, item, 'check').click();
    await expect(box(page, item)).toHaveAttribute('data-outcome', 'correct');
  });
}

test('on a slow line a press on the first check is kept as soon as boot.js has come', async ({ page, tenSitePressed }) => {
  test.setTimeout(90_000);
  const [item] = tenItems('ar');
  await openSlowly(page, tenSitePressed, 'ar');
  // The policy allows no script in the page, so nobody listens before the first file has come: one round trip.
  await expect(page.locator('html[data-boot]')).toBeAttached();
  await action(page, item, 'check').click();
  await expectPressedAsleep(page);
  await expect(page.locator('html[data-ready]')).toBeAttached({ timeout: 60_000 });
  await expect(feedback(page, item), 'nothing was picked, and that is said').toHaveText(counted('ar', 'item.missing', missingIn(item)));
  expect(await isSameDocument(page)).toBe(true);
});

test('what is given without a press on check is taken over as a draft, in every kind', async ({ page }) => {
  const all = tenItems('ar');
  const wake = await openAsleep(page, asFile(page, 'ar'));
  for (const item of all) await give(page, item, halfResponse(item));
  await wake();
  for (const item of all) await expect.poll(() => stands(page, item), { message: item.id }).toEqual(halfResponse(item));
  await expect(page.locator('[data-outcome]'), 'nothing was marked').toHaveCount(0);
  await expect(page.locator('[data-feedback]:not(:empty)'), 'and nothing said').toHaveCount(0);
  await expect(html(page)).toHaveAttribute('data-saved', 'yes');
  expect(await isSameDocument(page)).toBe(true);
  for (const item of all) {
    const { drafts, outcomes, words } = await stored(page, item);
    expect([drafts.length + words.length, outcomes.length], item.id).toEqual([1, 0]);
  }
  await page.reload();
  await ready(page);
  for (const item of all) await expect.poll(() => stands(page, item), { message: `${item.id}, after a reload` }).toEqual(halfResponse(item));
});

test('all ten kinds checked before waking are each carried out once, right or not yet', async ({ page }) => {
  const all = tenItems('en');
  const wake = await openAsleep(page, asFile(page, 'en'));
  for (const [n, item] of all.entries()) {
    await give(page, item, n % 2 === 0 ? rightResponse(item) : wrongResponse(item));
    // Impatience changes nothing.
    await action(page, item, 'check').click();
    await action(page, item, 'check').click();
  }
  await wake();
  for (const [n, item] of all.entries()) {
    if (item.confidence) await expect(slider(page, item), 'two presses do not pass over the question').toBeVisible();
    else await expect(box(page, item), item.id).toHaveAttribute('data-outcome', n % 2 === 0 || bestOutcome(item) === 'pending' ? bestOutcome(item) : 'incorrect');
  }
  await expect(html(page)).toHaveAttribute('data-saved', 'yes');
  for (const item of all) expect((await stored(page, item)).outcomes, item.id).toHaveLength(item.confidence ? 0 : 1);
  expect(await isSameDocument(page)).toBe(true);
});

test('a list ordered by its buttons before waking keeps that order, with the focus on what was moved', async ({ page }) => {
  const item = ten('ar', 'ordering');
  const [first, second, third, ...others] = untouched(item);
  const move = (id, way) => box(page, item).locator(`[data-choice="${id}"] [data-move="${way}"]`);
  const wake = await openAsleep(page, asFile(page, 'ar'));
  await move(first, 'down').click();
  await expect(move(first, 'down')).toBeFocused();
  await page.keyboard.press('Enter');
  const moved = [second, third, first, ...others];
  expect(await stands(page, item)).toEqual(moved);
  await wake();
  await expect.poll(() => stands(page, item)).toEqual(moved);
  expect(await box(page, item).locator('.n').allInnerTexts()).toEqual(moved.map((_, n) => String(n + 1)));
  await expect(move(moved[0], 'up')).toBeDisabled();
  await expect(move(first, 'up')).toBeEnabled();
  expect((await stored(page, item)).drafts.map((it) => it.response)).toEqual([{ ordering: moved }]);
});

test('what was moved before waking can be moved back before waking', async ({ page }) => {
  const item = ten('en', 'ordering');
  const [first] = untouched(item);
  const move = (way) => box(page, item).locator(`[data-choice="${first}"] [data-move="${way}"]`);
  await openAsleep(page, asFile(page, 'en'));
  await move('down').click();
  await expect(move('up'), 'it is no longer the first').toBeEnabled();
  await move('up').click();
  expect(await stands(page, item)).toEqual(untouched(item));
  await expect(move('up'), 'and now it is again').toBeDisabled();
});

test('the focus stays on the control that one was in when the program woke', async ({ page }) => {
  const [gaps, reflection] = ['gaps', 'reflection'].map((kind) => ten('ar', kind));
  for (const [item, control] of [[gaps, box(page, gaps).locator('.gap input').first()], [reflection, box(page, reflection).locator('textarea')]]) {
    const wake = await openAsleep(page, asFile(page, 'ar'));
    await control.click();
    await page.keyboard.insertText('نصف كل');
    await wake();
    await expect(control, item.id).toBeFocused();
    await page.keyboard.insertText('مة');
    await expect(control, 'and one types on').toHaveValue('نصف كلمة');
  }
});

test('a content note opened before waking stays open', async ({ page }) => {
  const item = tenItems('en').find((it) => it.note);
  const wake = await openAsleep(page, asFile(page, 'en'));
  await action(page, item, 'show').click();
  await expect(action(page, item, 'check')).toBeVisible();
  await wake();
  await expect(action(page, item, 'check')).toBeVisible();
  await expect(action(page, item, 'show'), 'and is not offered again').toHaveCount(0);
});

test('check pressed before waking on what was kept earlier is carried out on that', async ({ page }) => {
  const item = ten('ar', 'matching');
  const numeric = ten('ar', 'numeric');
  await open(page, tenAddress('ar'));
  await saving(page, () => give(page, numeric, rightResponse(numeric)));
  await saving(page, () => give(page, item, halfResponse(item)));
  const wake = await openAsleep(page, () => page.reload({ waitUntil: 'domcontentloaded' }));
  await action(page, numeric, 'check').click();
  await action(page, item, 'check').click();
  await wake();
  await expect(box(page, numeric)).toHaveAttribute('data-outcome', 'correct');
  await expect(feedback(page, item)).toHaveText(counted('ar', 'item.missing', missingIn(item) - 1));
  expect(await stands(page, item)).toEqual(halfResponse(item));
});

/** Keeps IndexedDB from opening, as a slow disk does, until it is let go: another tab is deleting the database and not done yet. */
async function holdStores(context) {
  const holder = await context.newPage();
  await openQuietly(holder);
  await holder.evaluate(() => new Promise((held) => {
    const request = indexedDB.open('sanad', 1);
    request.onsuccess = () => {
      window.held = request.result;
      indexedDB.deleteDatabase('sanad').onblocked = held;
    };
  }));
  return () => holder.evaluate(() => window.held.close());
}

test('what is answered while the stores are still being opened is marked once they are, and counts as one try', async ({ page, context }) => {
  const [multiple, matching, reflection] = ['multiple', 'matching', 'reflection'].map((kind) => ten('ar', kind));
  const letGo = await holdStores(context);
  // The program waits three seconds for the database; here it has all the patience of the world.
  await page.addInitScript(() => {
    const { setTimeout } = window;
    window.setTimeout = (act, after, ...given) => (after === 3000 ? 0 : setTimeout(act, after, ...given));
  });
  await page.goto(tenAddress('ar'));
  await expect(awake(page)).toBeAttached();
  await give(page, matching, halfResponse(matching));
  for (const item of [multiple, reflection]) {
    await give(page, item, wrongResponse(item));
    await action(page, item, 'check').click();
    await action(page, item, 'check').click();
  }
  await expect(page.locator('html[data-ready]'), 'all of it before the stores were open').toHaveCount(0);
  await letGo();
  await ready(page);
  await expect(box(page, multiple)).toHaveAttribute('data-outcome', 'incorrect');
  await expect(box(page, reflection)).toHaveAttribute('data-outcome', 'pending');
  await expect.poll(() => stands(page, matching)).toEqual(halfResponse(matching));
  await expect(html(page)).toHaveAttribute('data-saved', 'yes');
  for (const item of [multiple, reflection]) expect((await stored(page, item)).outcomes, item.id).toHaveLength(1);
  await expect(action(page, multiple, 'retry'), 'one of two tries is left').toBeVisible();
});

test('what was checked earlier stays as it was, whatever is pressed before waking', async ({ page }) => {
  const item = ten('en', 'categories');
  await open(page, tenAddress('en'));
  await saving(page, () => answer(page, item, wrongResponse(item)));
  const before = await stored(page, item);
  const wake = await openAsleep(page, () => page.reload({ waitUntil: 'domcontentloaded' }));
  await give(page, item, rightResponse(item));
  await action(page, item, 'check').click();
  await wake();
  await expect(box(page, item)).toHaveAttribute('data-outcome', 'incorrect');
  await expect.poll(() => stands(page, item)).toEqual(wrongResponse(item));
  expect(await stored(page, item)).toEqual(before);
});
