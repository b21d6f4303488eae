// Every kind of item, on the lesson in which all ten occur: answered by keyboard alone and by hand in both directions, what
// is said of it and how often, where the focus is, and what stays of it.

import {
  DIR, LANGS, NAME, action, answer, begunResponse, bestOutcome, box, counted, expect, feedback, give, giveByKeyboard, halfResponse,
  inDatabase, inLocalStorage, isCovered, isMarked, missingIn, open, openChanged, openQuietly, other, partlyRight, ready, rightResponse,
  saving, sentence, slider, stands, tabTo, ten, tenAddress, tenItems, tenTest as test, untouched, word, worstOutcome, wrongResponse,
} from './helpers.mjs';

const html = (page) => page.locator('html');
const heading = (page, item) => feedback(page, item).locator('h3');
const hints = (page, item) => box(page, item).locator('.hint');

/** The word of an outcome that has no number in it. */
const outcomeWord = (lang, outcome) => word(lang, `outcome.${outcome}`);

/** What can still be changed in an item. */
const changeable = (page, item) => box(page, item).locator('.item-body').locator('input:enabled:not([readonly]), select:enabled, textarea:not([readonly]), [data-move]');

async function expectOutcome(page, item, outcome) {
  await expect(box(page, item), item.id).toHaveAttribute('data-outcome', outcome);
}

/** Goes to "check" by Tab and presses it; a second time where it is asked how sure one is. The focus stays with the buttons. */
async function checkByKeyboard(page, item, { asksHowSure }) {
  await tabTo(page, action(page, item, 'check'));
  await page.keyboard.press('Enter');
  if (!asksHowSure) return;
  await expect(slider(page, item)).toBeVisible();
  await expect(box(page, item), 'before the outcome').not.toHaveAttribute('data-outcome');
  await expect(action(page, item, 'check')).toBeFocused();
  await page.keyboard.press('Space');
}

/** Each part of a partly right answer that was given or left out has a drawing and a word of its own. */
async function expectMarks(page, lang, item) {
  const partly = partlyRight(item);
  const marks = box(page, item).locator('.mark');
  const parts = item.kind === 'ordering' ? partly.of + 1 : (partly?.of ?? 1);
  await expect(marks, item.id).toHaveCount(isMarked(item) ? parts : 0);
  const words = ['correct', 'missed', 'not-yet'].map((it) => word(lang, `mark.${it}`));
  for (const said of await marks.allInnerTexts()) expect(words, item.id).toContain(said.trim());
  await expect(marks.locator('svg:visible')).toHaveCount(await marks.count());
}

/** Each kind in its turn, named where one fails. */
async function eachKind(lang, act) {
  for (const item of tenItems(lang)) await test.step(`${item.kind}: ${item.id}`, () => act(item));
}

for (const lang of LANGS) {
  test(`each kind is answered by keyboard alone in ${NAME[lang]}: what is not right yet is said in words, and the next try may be right`, async ({ page }) => {
    test.setTimeout(120_000);
    await open(page, tenAddress(lang));
    await eachKind(lang, async (item) => {
      await giveByKeyboard(page, item, wrongResponse(item));
      await checkByKeyboard(page, item, { asksHowSure: item.confidence });
      await expectOutcome(page, item, worstOutcome(item));
      await expect(heading(page, item)).toHaveText(outcomeWord(lang, worstOutcome(item)));
      if (isMarked(item)) await expect(box(page, item).locator('.mark.incorrect').first()).toHaveText(word(lang, 'mark.not-yet'));
      await expect(changeable(page, item), 'what was checked is locked').toHaveCount(0);

      await expect(action(page, item, 'retry'), 'the focus is where it was').toBeFocused();
      await page.keyboard.press('Enter');
      await expect(box(page, item)).not.toHaveAttribute('data-outcome');
      await expect(feedback(page, item)).toBeEmpty();
      await expect(action(page, item, 'check')).toBeFocused();
      await expect.poll(() => stands(page, item), 'what was given is still there').toEqual(wrongResponse(item));

      await giveByKeyboard(page, item, rightResponse(item));
      await checkByKeyboard(page, item, { asksHowSure: false });
      await expectOutcome(page, item, bestOutcome(item));
      await expect(heading(page, item)).toHaveText(outcomeWord(lang, bestOutcome(item)));
      expect(await stands(page, item)).toEqual(rightResponse(item));
    });
  });

  test(`each kind is answered by hand in ${NAME[lang]}: points are said, each part has its word, and after the model answer one's own is there again`, async ({ page }) => {
    test.setTimeout(120_000);
    await open(page, tenAddress(lang));
    await eachKind(lang, async (item) => {
      const partly = partlyRight(item);
      const given = partly?.response ?? wrongResponse(item);
      const outcome = partly ? 'partial' : worstOutcome(item);
      expect(await stands(page, item), 'nothing was done yet').toEqual(untouched(item));
      await answer(page, item, given);
      await expectOutcome(page, item, outcome);
      if (partly) await expect(heading(page, item)).toHaveText(sentence(lang, 'outcome.partial', { got: partly.got, possible: partly.of }));
      await expectMarks(page, lang, item);

      if (isMarked(item)) {
        await action(page, item, 'answer').click();
        await expect(heading(page, item)).toHaveText(outcomeWord(lang, 'shown'));
        await expect(box(page, item), 'looking changes nothing about how it went').toHaveAttribute('data-outcome', outcome);
        await expect.poll(() => stands(page, item), 'the controls hold the model answer').toEqual(rightResponse(item));
        await expect(changeable(page, item)).toHaveCount(0);
      } else {
        await expect(action(page, item, 'answer'), 'there is no key').toHaveCount(0);
      }
      await expect(box(page, item).locator('.model-answer')).toHaveCount(item.answer ? 1 : 0);

      await action(page, item, 'retry').click();
      await expect.poll(() => stands(page, item)).toEqual(given);
      await answer(page, item, rightResponse(item));
      await expectOutcome(page, item, bestOutcome(item));
    });
  });

  test(`pressed without an answer, check says how much is missing, for each kind in ${NAME[lang]}`, async ({ page }) => {
    await open(page, tenAddress(lang));
    for (const item of tenItems(lang)) {
      const missing = (n) => counted(lang, 'item.missing', n);
      if (await isCovered(page, item)) await action(page, item, 'show').click();
      await action(page, item, 'check').click();
      await expect(feedback(page, item), item.id).toHaveText(missing(missingIn(item)));
      if (begunResponse(item)) {
        await give(page, item, begunResponse(item));
        await expect(feedback(page, item), 'an answer takes the old sentence away').toBeEmpty();
        await action(page, item, 'check').click();
        await expect(feedback(page, item), `${item.id}, begun`).toHaveText(missing(missingIn(item) - 1));
      }
      await expect(box(page, item)).not.toHaveAttribute('data-outcome');
      await expect(slider(page, item), 'it is not asked how sure one is of nothing').toHaveCount(0);
    }
  });

  test(`hints open step by step in ${NAME[lang]}, each is announced, and they stay`, async ({ page }) => {
    const item = ten(lang, 'choice');
    expect(item.hints.length, 'the fixture has several').toBeGreaterThan(1);
    await open(page, tenAddress(lang));
    for (const n of item.hints.keys()) {
      await expect(action(page, item, 'hint')).toHaveText(sentence(lang, 'item.hint', { n: n + 1 }));
      await saving(page, () => action(page, item, 'hint').click());
      await expect(hints(page, item)).toHaveCount(n + 1);
    }
    await expect(action(page, item, 'hint'), 'there is no further one').toHaveCount(0);
    await expect(box(page, item).locator('.hints')).toHaveAttribute('aria-live', 'polite');
    await page.reload();
    await ready(page);
    await expect(hints(page, item)).toHaveCount(item.hints.length);
  });

  test(`after the last try of ${NAME[lang]} there is no other, a sentence says so calmly, and the answer can be seen`, async ({ page }) => {
    const item = tenItems(lang).find((it) => it.tries === 2);
    await open(page, tenAddress(lang));
    await answer(page, item, wrongResponse(item));
    await action(page, item, 'retry').click();
    await answer(page, item, wrongResponse(item));
    await expect(action(page, item, 'retry')).toHaveCount(0);
    await expect(action(page, item, 'check')).toHaveCount(0);
    await expect(feedback(page, item)).toContainText(word(lang, 'item.no-more-tries'));
    await saving(page, () => action(page, item, 'answer').click());
    await expect(heading(page, item)).toHaveText(outcomeWord(lang, 'shown'));
    await page.reload();
    await ready(page);
    await expect.poll(() => stands(page, item)).toEqual(rightResponse(item));
    await expect(box(page, item).locator('[data-action]'), 'nothing is left to press').toHaveCount(0);
  });

  test(`how sure one is is asked once, before the outcome, and a sentence sets it against the outcome in ${NAME[lang]}`, async ({ page }) => {
    await openChanged(page, lang, (item) => ({ ...item, confidence: true }));
    for (const [kind, given, sure, key] of SURE) {
      const item = ten(lang, kind);
      const response = { right: rightResponse, wrong: wrongResponse, partly: (it) => partlyRight(it).response }[given](item);
      await give(page, item, response);
      await action(page, item, 'check').click();
      await expect(feedback(page, item), item.id).toHaveText(word(lang, 'confidence.ask'));
      await expect(box(page, item)).not.toHaveAttribute('data-outcome');
      await slider(page, item).fill(String(sure));
      await action(page, item, 'check').click();
      await expectOutcome(page, item, { right: 'correct', wrong: 'incorrect', partly: 'partial' }[given]);
      const calibration = feedback(page, item).locator('.calibration');
      if (key) await expect(calibration, `${item.id}, ${sure}`).toHaveText(word(lang, key));
      else await expect(calibration, `${item.id}, ${sure}`).toHaveCount(0);
      await action(page, item, 'retry').click();
      await action(page, item, 'check').click();
      await expect(box(page, item), 'at the next try it is not asked again').toHaveAttribute('data-outcome', /./);
    }
  });

  test(`a content note covers its item until one opens it by keyboard, in ${NAME[lang]}`, async ({ page }) => {
    const item = tenItems(lang).find((it) => it.note);
    const summary = box(page, item).locator('summary');
    await open(page, tenAddress(lang));
    await expect(summary).toContainText(item.note);
    await expect(summary).toContainText(word(lang, 'callout.content-note'));
    for (const inner of [box(page, item).locator('.prompt'), box(page, item).locator('[data-choice]').first(), action(page, item, 'check')]) await expect(inner).toBeHidden();
    await tabTo(page, summary);
    await page.keyboard.press('Enter');
    await expect(box(page, item).locator('[data-choice]').first()).toBeVisible();
    await expect(action(page, item, 'check')).toBeVisible();
    await expect(summary, 'the focus stays').toBeFocused();
    await expect(action(page, item, 'show'), 'what is open need not be opened').toHaveCount(0);
    await page.keyboard.press('Tab');
    expect(await box(page, item).evaluate((it) => it.contains(document.activeElement)), 'and goes on inside').toBe(true);
  });

  test(`in a list to be ordered the focus stays with what moves, each move is said once, and the ends hold, in ${NAME[lang]}`, async ({ page }) => {
    const item = ten(lang, 'ordering');
    const start = untouched(item);
    const row = (id) => box(page, item).locator(`[data-choice="${id}"]`);
    const move = (id, way) => row(id).locator(`[data-move="${way}"]`);
    await open(page, tenAddress(lang));
    const text = await row(start[0]).locator('span').nth(1).innerText();
    await expect(move(start[0], 'up'), 'the first goes no higher').toBeDisabled();
    await expect(move(start.at(-1), 'down'), 'the last goes no lower').toBeDisabled();
    await expect(move(start[0], 'down')).toHaveAccessibleName(sentence(lang, 'item.move-down', { part: text }));
    await listen(page);

    await tabTo(page, move(start[0], 'down'));
    for (let place = 2; place <= start.length; place += 1) {
      await page.keyboard.press('Enter');
      await expect(feedback(page, item)).toHaveText(sentence(lang, 'item.moved', { part: text, n: place, of: start.length }));
      expect((await stands(page, item)).indexOf(start[0]), 'where it is').toBe(place - 1);
      await expect(move(start[0], place < start.length ? 'down' : 'up'), 'at the end its other button has the focus').toBeFocused();
    }
    await page.keyboard.press('Enter');
    await expect(move(start[0], 'up')).toBeFocused();
    expect(await said(page), 'one sentence a move').toHaveLength(start.length);
    expect(await row(start[0]).locator('.n').innerText()).toBe(String(start.length - 1));

    await move(start[3], 'up').click();
    await expect(move(start[3], 'up'), 'by hand as well').toBeFocused();
    expect(await said(page)).toHaveLength(1);
    expect(await box(page, item).locator('.n').allInnerTexts()).toEqual(start.map((_, n) => String(n + 1)));
  });

  test(`in groups of radio buttons the arrow keys follow the script, in ${NAME[lang]}`, async ({ page }) => {
    const [forward, backward] = DIR[lang] === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    await open(page, tenAddress(lang));
    for (const group of [box(page, ten(lang, 'choice')), ...['categories', 'scale'].map((kind) => box(page, ten(lang, kind)).locator('[data-choice]').first())]) {
      const radio = (n) => group.locator('input[type=radio]').nth(n);
      const count = await group.locator('input[type=radio]').count();
      await radio(0).focus();
      await page.keyboard.press('Space');
      for (let n = 1; n < count; n += 1) {
        await page.keyboard.press(forward);
        await expect(radio(n)).toBeChecked();
        await expect(radio(n)).toBeFocused();
      }
      await page.keyboard.press(backward);
      await expect(radio(count - 2)).toBeChecked();
    }
    // What one sees agrees with the keys.
    const places = await box(page, ten(lang, 'scale')).locator('[data-choice]').first().locator('label').evaluateAll((all) => all.map((it) => it.getBoundingClientRect().x));
    expect(places.toSorted((a, b) => (DIR[lang] === 'rtl' ? b - a : a - b))).toEqual(places);
  });

  test(`from ${NAME[lang]} to ${NAME[other(lang)]} what was begun and what was checked stays, in every kind`, async ({ page }) => {
    const all = tenItems(lang);
    await open(page, tenAddress(lang));
    const checked = all.filter((_, n) => n % 2 === 0);
    for (const item of all) {
      if (checked.includes(item)) await answer(page, item, partlyRight(item)?.response ?? wrongResponse(item));
      else await give(page, item, halfResponse(item));
    }
    const before = await seen(page, lang);
    expect(Object.values(before).filter(([, outcome]) => outcome)).toHaveLength(checked.length);
    await page.evaluate(() => (window.sameDocument = true));
    await page.locator('[data-action="language"]:visible').first().click();
    await expect(html(page)).toHaveAttribute('lang', other(lang));
    await expect.poll(() => seen(page, other(lang))).toEqual(before);
    expect(await page.evaluate(() => window.sameDocument)).toBe(true);
    await page.reload();
    await ready(page);
    await expect.poll(() => seen(page, other(lang)), { message: 'after a reload' }).toEqual(before);
  });
}

/** How sure, how it went, and which sentence follows: from 70 on one was sure, below 40 guessing, between them nothing is said. */
const SURE = [
  ['choice', 'right', 100, 'confidence.sure-and-right'],
  ['gaps', 'right', 30, 'confidence.unsure-and-right'],
  ['multiple', 'wrong', 70, 'confidence.sure-and-not-yet'],
  ['matching', 'partly', 100, 'confidence.sure-and-not-yet'],
  ['ordering', 'partly', 0, 'confidence.unsure-and-not-yet'],
  ['categories', 'wrong', 30, 'confidence.unsure-and-not-yet'],
  ['hot-text', 'wrong', 60, null],
  ['numeric', 'right', 40, null],
];

/** What stands in every item of the page, and how it was marked. */
async function seen(page, lang) {
  const found = {};
  for (const item of tenItems(lang)) found[item.id] = [await stands(page, item), await box(page, item).getAttribute('data-outcome')];
  return found;
}

/** Writes down from here on what is announced: each time a live region comes to hold other words. */
async function listen(page) {
  await page.evaluate(() => {
    const regions = () => [...document.querySelectorAll('[role="status"], [role="alert"], [aria-live]:not([aria-live="off"])')];
    const known = new Map(regions().map((it) => [it, it.textContent.trim()]));
    window.said = [];
    const note = () => {
      for (const region of regions()) {
        const words = region.textContent.trim();
        if (words === (known.get(region) ?? '')) continue;
        known.set(region, words);
        if (words) window.said.push({ item: region.closest('[data-item]')?.dataset.item ?? 'the page', words });
      }
    };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** What was announced since it was asked for last. */
const said = (page) => page.evaluate(() => window.said.splice(0));

test('whatever is pressed is announced once, in every kind', async ({ page }) => {
  test.setTimeout(60_000);
  await open(page, tenAddress('ar'));
  await listen(page);
  const expectSaid = async (what, item, times) => {
    await expect(html(page)).not.toHaveAttribute('data-saved', 'saving');
    const heard = await said(page);
    expect(heard.map((it) => it.item), `${what} of ${item.id}: ${JSON.stringify(heard)}`).toEqual(Array(times).fill(item.id));
  };
  for (const item of tenItems('ar')) {
    if (await isCovered(page, item)) await action(page, item, 'show').click();
    await action(page, item, 'check').click();
    await expect(feedback(page, item)).not.toBeEmpty();
    await expectSaid('what is missing', item, 1);
    await action(page, item, 'check').click();
    if (item.hints) {
      await action(page, item, 'hint').click();
      await expect(hints(page, item)).toHaveCount(1);
      await expectSaid('a hint', item, 1);
    }
    await give(page, item, wrongResponse(item));
    await expect.poll(() => stands(page, item)).toEqual(wrongResponse(item));
    if (item.kind === 'ordering') expect(new Set((await said(page)).map((it) => it.words)).size).toBeGreaterThan(0);
    else await expectSaid('what is given', item, 0);
    await action(page, item, 'check').click();
    if (item.confidence) {
      await expect(slider(page, item)).toBeVisible();
      await expectSaid('how sure', item, 1);
      await action(page, item, 'check').click();
    }
    await expectOutcome(page, item, worstOutcome(item));
    await expectSaid('the outcome', item, 1);
    if (isMarked(item)) {
      await action(page, item, 'answer').click();
      await expect(heading(page, item)).toHaveText(outcomeWord('ar', 'shown'));
      await expectSaid('the model answer', item, 1);
    }
    await action(page, item, 'retry').click();
    await expect(feedback(page, item)).toBeEmpty();
    await expectSaid('another try', item, 0);
  }
});

test('no kind has more than one region that speaks of it, and none inside another', async ({ page }) => {
  await open(page, tenAddress('ar'));
  for (const item of tenItems('ar')) {
    await expect(box(page, item).locator('[role="status"]'), item.id).toHaveCount(1);
    await expect(feedback(page, item)).toHaveAttribute('role', 'status');
  }
  await expect(page.locator('[role="status"] [role="status"], [role="status"] [aria-live], [aria-live] [role="status"], [aria-live] [aria-live]')).toHaveCount(0);
});

/** A button that goes away when it is pressed, and what leads up to it by keyboard. */
const LAST = {
  'the last hint': async (page, item) => {
    for (const _ of item.hints.slice(1)) {
      await tabTo(page, action(page, item, 'hint'));
      await page.keyboard.press('Enter');
    }
    return action(page, item, 'hint');
  },
  'the last check': async (page, item) => {
    await giveByKeyboard(page, item, wrongResponse(item));
    return action(page, item, 'check');
  },
  'the wish for the answer': async (page, item) => {
    await answer(page, item, wrongResponse(item));
    return action(page, item, 'answer');
  },
};

for (const [what, leadTo] of Object.entries(LAST)) {
  test(`the button for ${what} goes away when it is pressed, and the focus stays in the item`, async ({ page }) => {
    const item = ten('ar', 'choice');
    await openChanged(page, 'ar', (it) => ({ ...it, tries: 1, confidence: false }));
    const button = await leadTo(page, item);
    await tabTo(page, button);
    await page.keyboard.press('Enter');
    await expect(button).toHaveCount(0);
    expect(await box(page, item).evaluate((it) => it.contains(document.activeElement))).toBe(true);
  });
}

test('with few tries every kind ends with its model answer in the controls', async ({ page }) => {
  await openChanged(page, 'en', (item) => ({ ...item, tries: 2, confidence: false }));
  for (const item of tenItems('en').filter(isMarked)) {
    await answer(page, item, wrongResponse(item));
    await action(page, item, 'retry').click();
    await answer(page, item, partlyRight(item)?.response ?? wrongResponse(item));
    await expect(action(page, item, 'retry'), item.id).toHaveCount(0);
    await expect(feedback(page, item)).toContainText(word('en', 'item.no-more-tries'));
    await action(page, item, 'answer').click();
    await expect.poll(() => stands(page, item), { message: item.id }).toEqual(rightResponse(item));
    await expect(changeable(page, item)).toHaveCount(0);
  }
});

test('a content note opens without any script, by keyboard and by hand', async ({ browser, tenSite, watch }) => {
  const item = tenItems('ar').find((it) => it.note);
  for (const way of ['keyboard', 'hand']) {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: tenSite.url });
    await watch.over(context);
    const page = await context.newPage();
    await page.goto(tenAddress('ar'));
    const first = box(page, item).locator('[data-choice]').first();
    await expect(first).toBeHidden();
    if (way === 'hand') {
      await action(page, item, 'show').click();
    } else {
      await box(page, item).locator('summary').focus();
      await page.keyboard.press('Enter');
    }
    await expect(first, way).toBeVisible();
    await context.close();
  }
});

test('a content note never comes back over what was worked on, and always over what was not', async ({ page }) => {
  const item = tenItems('en').find((it) => it.note);
  await open(page, tenAddress('en'));
  await action(page, item, 'show').click();
  await expect(action(page, item, 'check')).toBeVisible();
  await page.reload();
  await ready(page);
  await expect(action(page, item, 'check')).toBeHidden();
  await saving(page, () => give(page, item, halfResponse(item)));
  await page.reload();
  await ready(page);
  await expect(action(page, item, 'check')).toBeVisible();
  await expect.poll(() => stands(page, item)).toEqual(halfResponse(item));
});

for (const lang of LANGS) {
  test(`the way round what a content note covers is taken by keyboard, is kept, counts as done, and leaves the item to be opened, in ${NAME[lang]}`, async ({ page }) => {
    const item = tenItems(lang).find((it) => it.note);
    await open(page, tenAddress(lang));
    const round = action(page, item, 'pass-by');
    await expect(box(page, item)).toContainText(word(lang, 'item.pass-by-counts'));
    await round.focus();
    await saving(page, () => page.keyboard.press('Enter'));
    await expect(box(page, item)).toContainText(word(lang, 'item.passed-by'));
    await expect(round).toHaveCount(0);
    expect(await page.evaluate(() => document.activeElement.tagName), 'the focus stays in the item').not.toBe('BODY');
    await page.reload();
    await ready(page);
    await expect(box(page, item)).toContainText(word(lang, 'item.passed-by'));
    await action(page, item, 'show').click();
    await expect(action(page, item, 'check')).toBeVisible();
    await expect(box(page, item)).not.toContainText(word(lang, 'item.passed-by'));
  });
}

test('each outcome is kept with what was given, its points, its objective, and whether it is critical', async ({ page }) => {
  await open(page, tenAddress('en'));
  for (const item of tenItems('en')) await answer(page, item, partlyRight(item)?.response ?? wrongResponse(item));
  await expect(html(page)).toHaveAttribute('data-saved', 'yes');
  const facts = Object.values(await inLocalStorage(page)).map((it) => JSON.parse(it).fact?.answered).filter(Boolean);
  const kept = Object.fromEntries(facts.map((it) => [it.item, it]));
  for (const item of tenItems('en')) {
    const partly = partlyRight(item);
    const points = partly ? [partly.got, partly.of] : [0, isMarked(item) ? 1 : 0];
    expect(kept[item.id], item.id).toMatchObject({ outcome: partly ? 'partial' : worstOutcome(item), score: points, objective: item.objective });
    expect(kept[item.id].critical ?? false).toBe(item.critical ?? false);
    expect(kept[item.id].confidence !== undefined, 'how sure one was').toBe(item.confidence ?? false);
    expect(Object.keys([kept[item.id].response].map((it) => (typeof it === 'string' ? { [it]: null } : it))[0])).toEqual([item.kind]);
  }
});

const GONE = 'a-part-that-is-gone';

/** For each kind: a stored response that names parts which the course no longer has, what of it is still seen, and what is missing. */
const RETIRED = {
  choice: () => ({ response: GONE, seen: null, missing: 1 }),
  multiple: () => ({ response: [GONE], seen: [], missing: 1 }),
  matching(item) {
    const [[first], [second, place], ...others] = Object.entries(rightResponse(item));
    return { response: { [first]: GONE, [second]: place, [GONE]: place }, seen: { [second]: place }, missing: others.length + 1 };
  },
  ordering(item) {
    const [first, ...others] = untouched(item);
    return { response: [GONE, ...others], seen: [...others, first], missing: 0 };
  },
  categories(item) {
    const [[first], [second, place], ...others] = Object.entries(rightResponse(item));
    return { response: { [first]: GONE, [second]: place, [GONE]: place }, seen: { [second]: place }, missing: others.length + 1 };
  },
  gaps(item) {
    const [[typed, words], [menu], ...others] = Object.entries(rightResponse(item));
    return { response: { [typed]: words, [menu]: GONE, [GONE]: words }, seen: { [typed]: words }, missing: others.length + 1 };
  },
  'hot-text': () => ({ response: [GONE], seen: [], missing: 1 }),
  numeric: () => ({ response: 'some', seen: 'some', missing: 1 }),
  scale: (item) => ({ response: { [Object.keys(rightResponse(item))[0]]: 9, [GONE]: 3 }, seen: {}, missing: missingIn(item) }),
};

/** Puts facts into local storage by hand, as an older course left them; gives the entries. */
async function remember(page, facts) {
  await openQuietly(page);
  const all = Object.fromEntries(facts.map((fact, n) => [`sanad/open/e/00000000000000ab-${n + 1}`, JSON.stringify({ v: 1, at: 1, fact })]));
  await page.evaluate((entries) => Object.entries(entries).forEach(([key, value]) => localStorage.setItem(key, value)), all);
  return all;
}

test('a stored draft whose choices were retired is kept, stops nothing, and the item says what is missing', async ({ page }) => {
  const all = tenItems('ar').filter((it) => RETIRED[it.kind]);
  const old = await remember(page, all.map((item) => ({ drafted: { item: item.id, response: { [item.kind]: RETIRED[item.kind](item).response } } })));
  await open(page, tenAddress('ar'));
  for (const item of all) {
    const { seen: shown, missing } = RETIRED[item.kind](item);
    await expect.poll(() => stands(page, item), { message: item.id }).toEqual(shown);
    await action(page, item, 'check').click();
    if (missing > 0) {
      await expect(feedback(page, item), item.id).toHaveText(counted('ar', 'item.missing', missing));
      await expect(box(page, item)).not.toHaveAttribute('data-outcome');
    } else {
      await expect(box(page, item), 'what is left of an order is an order').toHaveAttribute('data-outcome', /./);
      await action(page, item, 'retry').click();
    }
    await answer(page, item);
    await expectOutcome(page, item, bestOutcome(item));
  }
  await expect(html(page)).toHaveAttribute('data-saved', 'yes');
  expect(await inLocalStorage(page), 'word for word').toMatchObject(old);
  expect(await inDatabase(page)).toMatchObject(old);
  expect(Object.keys(await inLocalStorage(page)).filter((key) => key.includes('/broken/'))).toEqual([]);
});

test('a checked response whose choices were retired is shown without them, and another try is open', async ({ page }) => {
  const all = tenItems('en').filter((it) => RETIRED[it.kind]);
  const old = await remember(page, all.map((item) => {
    const response = { [item.kind]: RETIRED[item.kind](item).response };
    const [outcome, score] = isMarked(item) ? ['correct', { got: 1, possible: 1 }] : ['pending', { got: 0, possible: 0 }];
    return { answered: { item: item.id, response, outcome, score } };
  }));
  await open(page, tenAddress('en'));
  for (const item of all) {
    await expect(box(page, item), item.id).toHaveAttribute('data-outcome', /./);
    const outcome = await box(page, item).getAttribute('data-outcome');
    await expect(heading(page, item), `${item.id}: the word and the mark say the same`).toContainText(outcomeWord('en', outcome));
    await expect.poll(() => stands(page, item), { message: item.id }).toEqual(RETIRED[item.kind](item).seen);
    await action(page, item, 'retry').click();
    await answer(page, item);
    await expectOutcome(page, item, bestOutcome(item));
  }
  expect(await inLocalStorage(page), 'word for word').toMatchObject(old);
});

/** What somebody may type, and what of it is kept. */
const TYPED = {
  'of ten thousand characters': 'ن'.repeat(10_000),
  'of ten thousand characters outside the basic plane': '😀'.repeat(10_000),
  'in other scripts': 'Привет 你好 שלום',
  'with controls of direction': '\u202e\u2067olleh\u2069 \u202c\u200f\u061c',
};
const cut = (words) => [...words].slice(0, 300).join('');

for (const [what, words] of Object.entries(TYPED)) {
  test(`a typed answer ${what} is kept up to its three-hundredth character and marked calmly`, async ({ page }) => {
    const [gaps, numeric, reflection] = ['gaps', 'numeric', 'reflection'].map((kind) => ten('ar', kind));
    const [typed] = Object.keys(rightResponse(gaps));
    await open(page, tenAddress('ar'));
    await answer(page, gaps, { ...rightResponse(gaps), [typed]: words });
    await expectOutcome(page, gaps, 'partial');
    await give(page, numeric, words);
    await action(page, numeric, 'check').click();
    await expect(feedback(page, numeric), 'without a number in it it is no answer yet').toHaveText(counted('ar', 'item.missing', 1));
    await answer(page, reflection, words);
    await expectOutcome(page, reflection, 'pending');
    // The browser itself takes no more of them, counted in units of two bytes.
    const written = await stands(page, reflection);
    expect(written).toBe(words.slice(0, 10_000));
    await expect(html(page)).toHaveAttribute('data-saved', 'yes');
    const kept = Object.values(await inLocalStorage(page)).map((it) => JSON.parse(it));
    expect(kept.map((it) => it.fact?.answered?.response?.gaps?.[typed]).filter(Boolean)).toEqual([cut(words)]);
    expect(kept.map((it) => it.fact?.drafted?.response?.numeric).filter(Boolean).at(-1)).toBe(cut(words));
    await page.reload();
    await ready(page);
    await expect.poll(() => stands(page, gaps)).toEqual({ ...rightResponse(gaps), [typed]: cut(words) });
    expect(await stands(page, numeric)).toBe(cut(words));
    expect(await stands(page, reflection), 'a reflection may be long').toBe(written);
  });
}

test('a number of ten thousand digits is no number, and one in any digits with controls of direction is', async ({ page }) => {
  const item = ten('en', 'numeric');
  const { value, tolerance } = item.interaction.numeric;
  const most = String((value + tolerance) / 1e6).replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[digit]);
  await open(page, tenAddress('en'));
  await give(page, item, '7'.repeat(10_000));
  await action(page, item, 'check').click();
  await expect(feedback(page, item)).toHaveText(counted('en', 'item.missing', 1));
  await give(page, item, `\u200f ${most} \u200e`);
  await action(page, item, 'check').click();
  await expectOutcome(page, item, 'correct');
});

test('a word that was typed with controls of direction in it is still that word', async ({ page }) => {
  const item = ten('ar', 'gaps');
  const [typed] = Object.keys(rightResponse(item));
  await open(page, tenAddress('ar'));
  await answer(page, item, { ...rightResponse(item), [typed]: `\u202b${rightResponse(item)[typed]}\u202c\u200f` });
  await expectOutcome(page, item, 'correct');
});
