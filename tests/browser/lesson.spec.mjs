// A lesson taken to its end: answering, checking, being told how it went, trying again, and what the map says afterwards.

import {
  DIR, LANGS, LESSON, MODULE, NAME, action, answer, arrived, bestOutcome, box, expect, feedback, give, giveByKeyboard, inLocalStorage, isMarked,
  items, lessonAddress, lessonDocument, mapAddress, moduleAddress, ofKind, open, rightResponse, saving, slider, tabTo, test, word,
  wrongResponse,
} from './helpers.mjs';

const NOT_YET = { ar: 'ليس بعد', en: 'Not yet' };
const CORRECT = { ar: 'صحيح', en: 'Correct' };

const lessonLine = (page) => page.locator(`[data-lesson="${LESSON}"]`);
const choiceWith = (lang, what) => ofKind(lang, 'choice').find(what);

for (const lang of LANGS) {
  test(`the lesson is taken to its end by keyboard alone in ${NAME[lang]}, and the module says that it is passed`, async ({ page }) => {
    test.setTimeout(90_000);
    await open(page, lessonAddress(lang));
    for (const item of items(lang)) {
      await giveByKeyboard(page, item, rightResponse(item));
      await tabTo(page, action(page, item, 'check'));
      await page.keyboard.press('Enter');
      if (item.confidence) {
        await expect(slider(page, item), `${item.id} asks how sure one is`).toBeVisible();
        await expect(box(page, item), 'before the outcome').not.toHaveAttribute('data-outcome');
        await tabTo(page, action(page, item, 'check'));
        await page.keyboard.press('Space');
      }
      await expect(box(page, item), item.id).toHaveAttribute('data-outcome', bestOutcome(item));
      await expect(feedback(page, item)).toContainText(isMarked(item) ? CORRECT[lang] : word(lang, 'outcome.pending'));
    }
    await tabTo(page, page.locator('[data-action="next"]'));
    await page.keyboard.press('Enter');
    // The way on leads to the next lesson, from where the crumbs lead up.
    await expect(page).not.toHaveURL(new RegExp(`/${LESSON}/$`));
    await expect(page.locator('h1')).toBeFocused();
    await tabTo(page, page.locator('main .crumbs a').last());
    await page.keyboard.press('Enter');
    await arrived(page, 'module');
    await expect(page.locator('h1')).toBeFocused();
    await expect(lessonLine(page)).toHaveAttribute('data-completion', 'completed');
    await expect(lessonLine(page)).toHaveAttribute('data-success', 'passed');

    await tabTo(page, page.locator('main .crumbs a'));
    await page.keyboard.press('Enter');
    await arrived(page, 'map');
    // Its other lessons are still to be done, so the module is begun and not yet through.
    const module = page.locator(`[data-module="${MODULE}"]`);
    await expect(module).toHaveAttribute('data-completion', 'started');
    await expect(module).toHaveAttribute('data-success', 'unknown');
    await expect(module).toContainText(/1\D+6/);
  });

  test(`a wrong choice says "not yet" with its reason in ${NAME[lang]}, and the next try may be right`, async ({ page }) => {
    const item = choiceWith(lang, (it) => it.interaction.choice.choices.every((choice) => choice.feedback));
    await open(page, lessonAddress(lang));
    await answer(page, item, wrongResponse(item));
    await expect(box(page, item)).toHaveAttribute('data-outcome', 'incorrect');
    await expect(feedback(page, item).locator('h3')).toHaveText(NOT_YET[lang]);
    const wrong = box(page, item).locator(`[data-choice="${wrongResponse(item)}"]`);
    await expect(wrong, 'the row says it in words too').toContainText(NOT_YET[lang]);
    await expect(wrong.locator('.why'), 'the reason stands under the choice').not.toBeEmpty();
    const right = box(page, item).locator(`[data-choice="${rightResponse(item)}"]`);
    await expect(right.locator('.mark, .why'), 'the right one is not given away').toHaveCount(0);

    await action(page, item, 'retry').click();
    await expect(box(page, item)).not.toHaveAttribute('data-outcome');
    await give(page, item, rightResponse(item));
    await action(page, item, 'check').click();
    await expect(box(page, item), 'how sure one is is asked once').toHaveAttribute('data-outcome', 'correct');
    await expect(right).toContainText(CORRECT[lang]);
  });

  test(`checking without an answer says what is missing in ${NAME[lang]}, and marks nothing`, async ({ page }) => {
    await open(page, lessonAddress(lang));
    for (const item of items(lang)) {
      await action(page, item, 'check').click();
      await expect(feedback(page, item), item.id).not.toBeEmpty();
      await expect(box(page, item)).not.toHaveAttribute('data-outcome');
      await expect(slider(page, item)).toHaveCount(0);
    }
    const [gaps] = ofKind(lang, 'gaps');
    await expect(feedback(page, gaps)).toContainText('3');
    await give(page, gaps, Object.fromEntries(Object.entries(rightResponse(gaps)).slice(0, 1)));
    await expect(feedback(page, gaps), 'an answer takes the old sentence away').toBeEmpty();
    await action(page, gaps, 'check').click();
    await expect(feedback(page, gaps), 'and a gap that is filled is no longer counted').not.toContainText('3');
    await expect(feedback(page, gaps)).not.toBeEmpty();
  });

  test(`how sure one is is asked before the outcome in ${NAME[lang]}, with a slider that follows the script`, async ({ page }) => {
    const item = choiceWith(lang, (it) => it.confidence);
    await open(page, lessonAddress(lang));
    await give(page, item, rightResponse(item));
    await action(page, item, 'check').click();
    await expect(slider(page, item)).toBeVisible();
    await expect(feedback(page, item)).toContainText(word(lang, 'confidence.ask'));
    await slider(page, item).focus();
    const [more, less] = DIR[lang] === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    await page.keyboard.press(more);
    await expect(slider(page, item)).toHaveValue('60');
    await page.keyboard.press(less);
    await page.keyboard.press(less);
    await expect(slider(page, item)).toHaveValue('40');
    await expect(slider(page, item), 'the value is said in words').toHaveAttribute('aria-valuetext', /40/);
    await page.keyboard.press('End');
    await expect(slider(page, item)).toHaveValue('100');
    await action(page, item, 'check').click();
    await expect(box(page, item)).toHaveAttribute('data-outcome', 'correct');
    await expect(slider(page, item)).toHaveCount(0);
    await expect(feedback(page, item)).toContainText(word(lang, 'confidence.sure-and-right'));
  });

  test(`the model answer of a reflection comes after writing in ${NAME[lang]}, and nothing is marked`, async ({ page }) => {
    const item = ofKind(lang, 'reflection').find((it) => it.answer);
    await open(page, lessonAddress(lang));
    await expect(box(page, item).locator('.model-answer')).toHaveCount(0);
    await answer(page, item);
    await expect(box(page, item)).toHaveAttribute('data-outcome', 'pending');
    await expect(box(page, item).locator('.model-answer')).not.toBeEmpty();
    await expect(feedback(page, item)).toContainText(word(lang, 'outcome.pending'));
    await expect(action(page, item, 'answer'), 'there is no key to show').toHaveCount(0);
  });
}

test('what speaks of an item is a status inside it, and the focus stays on the button that was pressed', async ({ page }) => {
  await open(page, lessonAddress('ar'));
  for (const item of items('ar')) {
    await expect(feedback(page, item)).toHaveAttribute('role', 'status');
    await action(page, item, 'check').focus();
    await page.keyboard.press('Enter');
    await expect(feedback(page, item)).not.toBeEmpty();
    await expect(action(page, item, 'check'), 'after a sentence on what is missing').toBeFocused();
    await give(page, item, rightResponse(item));
    await action(page, item, 'check').focus();
    await page.keyboard.press('Enter');
    if (item.confidence) {
      await expect(slider(page, item)).toBeVisible();
      await expect(action(page, item, 'check'), 'after the question how sure one is').toBeFocused();
      await page.keyboard.press('Enter');
    }
    await expect(box(page, item)).toHaveAttribute('data-outcome', bestOutcome(item));
    const inside = await box(page, item).evaluate((it) => it.contains(document.activeElement) && document.activeElement.tagName);
    expect(inside, `after the outcome of ${item.id} the focus is on a button of the item`).toBe('BUTTON');
  }
});

test('a hint opens when it is asked for, is counted, and is still open after a reload', async ({ page }) => {
  const item = choiceWith('en', (it) => it.hints?.length > 0);
  await open(page, lessonAddress('en'));
  await expect(box(page, item).locator('.hint')).toHaveCount(0);
  await saving(page, () => action(page, item, 'hint').click());
  await expect(box(page, item).locator('.hint')).toHaveCount(1);
  await page.reload();
  await expect(box(page, item).locator('.hint')).toHaveCount(1);
  await expect(action(page, item, 'hint'), 'there is no further one').toHaveCount(item.hints.length > 1 ? 1 : 0);
});

test('the right answer can be seen after a wrong one, and that does not count as right', async ({ page }) => {
  const item = choiceWith('en', () => true);
  await open(page, lessonAddress('en'));
  await expect(action(page, item, 'answer'), 'not before the first try').toHaveCount(0);
  await answer(page, item, wrongResponse(item));
  await action(page, item, 'answer').click();
  await expect(box(page, item).locator(`[data-choice="${rightResponse(item)}"] .mark`)).toBeVisible();
  await expect(box(page, item)).not.toHaveAttribute('data-outcome', 'correct');
  await action(page, item, 'retry').click();
  await expect(box(page, item).locator('.mark')).toHaveCount(0);
});

test('gaps filled rightly in part are partly correct, and each gap says how it went', async ({ page }) => {
  const [item] = ofKind('en', 'gaps');
  const [first] = Object.keys(rightResponse(item));
  await open(page, lessonAddress('en'));
  await answer(page, item, { ...rightResponse(item), [first]: wrongResponse(item)[first] });
  await expect(box(page, item)).toHaveAttribute('data-outcome', 'partial');
  await expect(feedback(page, item).locator('h3')).toContainText('Partly correct');
  await expect(box(page, item).locator('.gap .mark.correct')).toHaveCount(Object.keys(rightResponse(item)).length - 1);
  await expect(box(page, item).locator(`[data-choice="${first}"] .mark.incorrect`)).toHaveCount(1);
});

test('an outcome is never on the screen before its saving has begun', async ({ page }) => {
  await open(page, lessonAddress('en'));
  await page.evaluate(() => {
    window.seen = [];
    const note = (all) => {
      for (const { target } of all) if (target.dataset.outcome) window.seen.push(document.documentElement.dataset.saved);
    };
    new MutationObserver(note).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-outcome'] });
  });
  for (const item of items('en')) {
    await answer(page, item);
    await expect(page.locator('html'), 'and ends by itself').toHaveAttribute('data-saved', 'yes');
  }
  expect(await page.evaluate(() => window.seen)).toEqual(items('en').map(() => 'saving'));
});

test('the word for saved stands at an item only once that is true', async ({ page }) => {
  const [item] = ofKind('en', 'reflection');
  await open(page, lessonAddress('en'));
  const said = box(page, item).locator('.item-head .saved');
  await expect(said, 'nothing was done yet').toHaveCount(0);
  await box(page, item).locator('textarea').pressSequentially('why');
  await expect(said).toHaveText(word('en', 'saving.done'));
  const words = Object.values(await inLocalStorage(page)).filter((it) => it.includes('"text":"why"'));
  expect(words, 'and it is there').toHaveLength(1);
});

test('a lesson whose critical item is wrong is gone through and not passed, until that item is right', async ({ page }) => {
  const all = items('en');
  const critical = all.find((it) => it.critical);
  await open(page, lessonAddress('en'));
  for (const item of all) await answer(page, item, item === critical ? wrongResponse(item) : rightResponse(item));
  await page.locator('[data-action="next"]').click();
  await expect(page).not.toHaveURL(new RegExp(`/${LESSON}/$`));
  await page.locator('main .crumbs a').last().click();
  await arrived(page, 'module');
  await expect(lessonLine(page)).toHaveAttribute('data-completion', 'completed');
  await expect(lessonLine(page)).toHaveAttribute('data-success', 'failed');
  await lessonLine(page).locator('a').click();
  await arrived(page, 'lesson');
  await action(page, critical, 'retry').click();
  await give(page, critical, rightResponse(critical));
  await action(page, critical, 'check').click();
  await expect(box(page, critical)).toHaveAttribute('data-outcome', 'correct');
  await page.goBack();
  await arrived(page, 'module');
  await expect(lessonLine(page)).toHaveAttribute('data-success', 'passed');
});

test('a lesson that was only opened is started, and one that was not is not', async ({ page }) => {
  await open(page, moduleAddress('ar'));
  await expect(lessonLine(page)).toHaveAttribute('data-completion', 'not-started');
  await expect(lessonLine(page)).toHaveAttribute('data-success', 'unknown');
  await lessonLine(page).locator('a').click();
  await arrived(page, 'lesson');
  await expect(page.locator('html')).toHaveAttribute('data-saved', 'yes');
  await open(page, mapAddress('ar'));
  await expect(page.locator(`[data-module="${MODULE}"]`)).toHaveAttribute('data-completion', 'started');
});

test('what is written in a reflection stands under private keys alone', async ({ page }) => {
  const [item] = ofKind('ar', 'reflection');
  await open(page, lessonAddress('ar'));
  await saving(page, () => give(page, item, 'كلام لي وحدي'));
  await saving(page, () => action(page, item, 'check').click());
  const stored = await inLocalStorage(page);
  const holding = Object.keys(stored).filter((key) => stored[key].includes('كلام لي وحدي'));
  expect(holding.length).toBeGreaterThan(0);
  for (const key of holding) expect(key).toMatch(/^sanad\/open\/private\//);
});

test('both languages have the same items in the same order', async ({ page }) => {
  const parts = (it) => JSON.stringify(it.interaction).match(/"id":"[^"]+"|"right":true/g);
  const shape = (lang) => items(lang).map((it) => [it.id, it.kind, parts(it), it.critical, it.confidence, it.hints?.length]);
  expect(shape('ar')).toEqual(shape('en'));
  for (const lang of LANGS) {
    await page.goto(lessonAddress(lang));
    const ids = await page.locator('[data-item]').evaluateAll((all) => all.map((it) => it.dataset.item));
    expect(ids).toEqual(items(lang).map((it) => it.id));
    expect(lessonDocument(lang).lang).toBe(lang);
  }
});
