// Answering an item as a learner does, by keyboard or by hand. What is right is read from the compiled document, so that
// a changed lesson needs no changed test; a new kind needs one entry in `KINDS`.

import { expect } from '@playwright/test';

const inside = (item) => item.interaction[item.kind];
const gapsOf = (item) => inside(item).paragraphs.flat().flatMap((piece) => (piece.gap ? [piece.gap] : []));
const phrasesOf = (item) => inside(item).paragraphs.flat().flatMap((piece) => (piece.phrase ? [piece.phrase] : []));
const choicesOf = (item) => inside(item).choices;
const ids = (parts) => parts.map((it) => it.id);

/** The places of a scale. */
const STEPS = ['1', '2', '3', '4', '5'];

/** One thing done is the whole of it: there is no half. */
const WHOLE = { partly: () => null, begun: () => null };

/** Boxes that are ticked, wherever they stand. */
const boxes = (partsOf) => ({
  ...WHOLE,
  right: (item) => ids(partsOf(item).filter((it) => it.right)),
  wrong: (item) => [partsOf(item).find((it) => !it.right).id],
  // One of several right ones, and nothing else.
  partly: (item) => {
    const right = partsOf(item).filter((it) => it.right);
    return right.length > 1 ? { response: [right[0].id], got: 1, of: right.length } : null;
  },
  untouched: () => [],
  missing: () => 1,
  async byKeyboard(page, box, item, wanted) {
    for (const { id } of partsOf(item)) {
      const square = box.locator(`[data-choice="${id}"] input`);
      if ((await square.isChecked()) === wanted.includes(id)) continue;
      await tabTo(page, square);
      await page.keyboard.press('Space');
      await expect(square).toBeChecked({ checked: wanted.includes(id) });
    }
  },
  async byHand(page, box, item, wanted) {
    for (const { id } of partsOf(item)) await box.locator(`[data-choice="${id}"] input`).setChecked(wanted.includes(id));
  },
  stands: (box) => picked(box),
});

/** A point for each part, and a response says for each what belongs to it. */
const pairs = (rightOf, wrongOf) => ({
  right: (item) => rightOf(item),
  wrong: (item) => wrongOf(item),
  partly(item) {
    const right = rightOf(item);
    const [first, ...others] = Object.keys(right);
    return others.length > 0 ? { response: { ...right, [first]: wrongOf(item)[first] }, got: others.length, of: others.length + 1 } : null;
  },
  begun: (item) => firstOf(rightOf(item)),
  untouched: () => ({}),
  missing: (item) => Object.keys(rightOf(item)).length,
});

/** What belongs to each part is written in the key; anything else that can be picked is wrong. */
const keyed = (placesOf) => pairs(
  (item) => inside(item).key,
  (item) => Object.fromEntries(Object.entries(inside(item).key).map(([part, place]) => [part, ids(placesOf(item)).find((it) => it !== place)])),
);

/** A radio group a statement, drawn as a bar. */
const bars = (placesOf) => ({
  async byKeyboard(page, box, item, given) {
    for (const { id } of inside(item).statements.filter((it) => it.id in given)) {
      const places = placesOf(item);
      const radios = places.map((place) => box.locator(`[data-choice="${id}"] [data-target="${place}"] input`));
      await pickRadio(page, radios, places.indexOf(given[id]));
    }
  },
  async byHand(page, box, item, given) {
    for (const { id } of inside(item).statements.filter((it) => it.id in given)) {
      await box.locator(`[data-choice="${id}"] [data-target="${given[id]}"] input`).check();
    }
  },
  stands: (box) => box.locator('[data-choice] input:checked').evaluateAll((all) =>
    Object.fromEntries(all.map((it) => [it.closest('[data-choice]').dataset.choice, it.closest('[data-target]').dataset.target])),
  ),
});

/** A field in which one types. */
const field = (selector) => ({
  async byKeyboard(page, box, item, words) {
    await tabTo(page, box.locator(selector));
    await retype(page, words);
  },
  byHand: (page, box, item, words) => box.locator(selector).fill(words),
  stands: (box) => box.locator(selector).inputValue(),
});

/**
 * For each kind: the right response, a wrong one, one that gets some of the points, one that is only begun (`null` where
 * there is no such thing); what stands in it untouched and how much is missing then; how a response is given by keyboard
 * and by hand, and what stands in it.
 */
const KINDS = {
  choice: {
    ...WHOLE,
    right: (item) => choicesOf(item).find((it) => it.right).id,
    wrong: (item) => choicesOf(item).find((it) => !it.right).id,
    untouched: () => null,
    missing: () => 1,
    byKeyboard: (page, box, item, id) =>
      pickRadio(page, ids(choicesOf(item)).map((it) => box.locator(`[data-choice="${it}"] input`)), ids(choicesOf(item)).indexOf(id)),
    byHand: (page, box, item, id) => box.locator(`[data-choice="${id}"] input`).check(),
    stands: async (box) => (await picked(box))[0] ?? null,
  },
  multiple: boxes(choicesOf),
  matching: {
    ...keyed((item) => inside(item).choices),
    async byKeyboard(page, box, item, given) {
      for (const { id } of inside(item).rows.filter((it) => it.id in given)) {
        const menu = box.locator(`[data-choice="${id}"] select`);
        await tabTo(page, menu);
        await stepTo(page, menu, given[id]);
        await expect(menu).toHaveValue(given[id]);
      }
    },
    async byHand(page, box, item, given) {
      for (const { id } of inside(item).rows.filter((it) => it.id in given)) await box.locator(`[data-choice="${id}"] select`).selectOption(given[id]);
    },
    stands: (box) => filled(box, 'select'),
  },
  ordering: {
    right: (item) => inside(item).key,
    wrong: (item) => otherThanShown(item, [inside(item).key.toReversed(), oddsThenEvens(inside(item).key)]),
    // The first to the end, or the last to the front: one pair of neighbours is lost.
    partly(item) {
      const { key } = inside(item);
      if (key.length < 3) return null;
      return { response: otherThanShown(item, [[...key.slice(1), key[0]], [key.at(-1), ...key.slice(0, -1)]]), got: key.length - 2, of: key.length - 1 };
    },
    begun: () => null,
    untouched: (item) => ids(inside(item).parts),
    missing: () => 1,
    async byKeyboard(page, box, item, order) {
      await inOrder(box, order, async (up, times) => {
        await tabTo(page, up);
        for (let n = 0; n < times; n += 1) await page.keyboard.press(n % 2 === 0 ? 'Enter' : 'Space');
      });
    },
    async byHand(page, box, item, order) {
      await inOrder(box, order, async (up, times) => {
        for (let n = 0; n < times; n += 1) await up.click();
      });
    },
    stands: (box) => rows(box),
  },
  categories: { ...keyed((item) => inside(item).categories), ...bars((item) => ids(inside(item).categories)) },
  gaps: {
    ...pairs(
      (item) => Object.fromEntries(gapsOf(item).map((gap) => [gap.id, gap.fill.typed?.[0] ?? gap.fill.menu.find((it) => it.right).id])),
      (item) => Object.fromEntries(gapsOf(item).map((gap) => [gap.id, gap.fill.typed ? 'xyz' : gap.fill.menu.find((it) => !it.right).id])),
    ),
    async byKeyboard(page, box, item, given) {
      for (const gap of gapsOf(item).filter((it) => it.id in given)) {
        const control = box.locator(`[data-choice="${gap.id}"]`).locator('input, select');
        await tabTo(page, control);
        if (gap.fill.typed) await retype(page, given[gap.id]);
        else await stepTo(page, control, given[gap.id]);
        await expect(control).toHaveValue(given[gap.id]);
      }
    },
    async byHand(page, box, item, given) {
      for (const gap of gapsOf(item).filter((it) => it.id in given)) {
        const place = box.locator(`[data-choice="${gap.id}"]`);
        if (gap.fill.typed) await place.locator('input').fill(given[gap.id]);
        else await place.locator('select').selectOption(given[gap.id]);
      }
    },
    stands: (box) => filled(box, '.gap input, .gap select'),
  },
  'hot-text': boxes(phrasesOf),
  numeric: {
    ...WHOLE,
    ...field('.number input'),
    right: (item) => String(inside(item).value / 1e6),
    wrong: (item) => String((inside(item).value + inside(item).tolerance) / 1e6 + 1),
    untouched: () => '',
    missing: () => 1,
  },
  scale: {
    ...WHOLE,
    ...bars(() => STEPS),
    right: (item) => Object.fromEntries(inside(item).statements.map(({ id }, n) => [id, STEPS[(n + 2) % 5]])),
    wrong: (item) => Object.fromEntries(inside(item).statements.map(({ id }, n) => [id, STEPS[n % 5]])),
    begun: (item) => ({ [inside(item).statements[0].id]: '4' }),
    untouched: () => ({}),
    missing: (item) => inside(item).statements.length,
  },
  reflection: {
    ...WHOLE,
    ...field('textarea'),
    right: () => 'سؤال «لماذا». Time, and a colleague in a hurry.',
    wrong: () => 'x',
    untouched: () => '',
    missing: () => 1,
  },
};

export const TEN = Object.keys(KINDS);

function kind(item) {
  const found = KINDS[item.kind];
  if (!found) throw new Error(`answers.mjs does not know how to answer a ${item.kind} yet: ${item.id}`);
  return found;
}

const firstOf = (response) => Object.fromEntries(Object.entries(response).slice(0, 1));

function picked(box) {
  return box.locator('[data-choice] input:checked').evaluateAll((all) => all.map((it) => it.closest('[data-choice]').dataset.choice));
}

function filled(box, controls) {
  return box.locator(controls).evaluateAll((all) =>
    Object.fromEntries(all.filter((it) => it.value !== '').map((it) => [it.closest('[data-choice]').dataset.choice, it.value])),
  );
}

function rows(box) {
  return box.locator('[data-choice]').evaluateAll((all) => all.map((it) => it.dataset.choice));
}

/** No two neighbours of the key follow each other. */
const oddsThenEvens = (key) => [...key.filter((_, n) => n % 2 === 0), ...key.filter((_, n) => n % 2 === 1)];

/** The first of several orders that is not the one shown: nothing moved is no answer. */
const otherThanShown = (item, orders) => orders.find((order) => order.join() !== ids(inside(item).parts).join());

/** Brings a list into an order, part by part from the top, each by its own button. */
async function inOrder(box, order, press) {
  for (const [n, id] of order.entries()) {
    const up = box.locator(`[data-choice="${id}"] [data-move="up"]`);
    const times = (await rows(box)).indexOf(id) - n;
    if (times > 0) await press(up, times);
    await expect.poll(async () => (await rows(box)).indexOf(id), { message: `the place of ${id}` }).toBe(n);
  }
}

/** Picks in a group of radio buttons. Tab stops once in it: at what is picked, otherwise at the first. */
async function pickRadio(page, radios, wanted) {
  let at = Math.max(0, (await Promise.all(radios.map((it) => it.isChecked()))).indexOf(true));
  await tabTo(page, radios[at]);
  if (at === wanted) await page.keyboard.press('Space');
  for (; at !== wanted; at = (at + 1) % radios.length) await page.keyboard.press('ArrowDown');
  await expect(radios[wanted]).toBeChecked();
}

/** Types into the field that has the focus, in place of what stands in it. */
async function retype(page, words) {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(words);
}

/** The item on the page. */
export const box = (page, item) => page.locator(`[data-item="${item.id ?? item}"]`);

/** A button or link of the item. */
export const action = (page, item, name) => box(page, item).locator(`[data-action="${name}"]`);

/** What speaks of an item. */
export const feedback = (page, item) => box(page, item).locator('[data-feedback]');

/** The slider that asks how sure one is. */
export const slider = (page, item) => box(page, item).locator('input[type=range]');

export const rightResponse = (item) => kind(item).right(item);
export const wrongResponse = (item) => kind(item).wrong(item);
/** A whole response that gets some of the points: `{ response, got, of }`; `null` where it is all or nothing. */
export const partlyRight = (item) => kind(item).partly(item);
/** A response with parts missing; `null` where one thing done is the whole. */
export const begunResponse = (item) => kind(item).begun(item);
/** Something that is given and not checked: begun where there is such a thing. */
export const halfResponse = (item) => begunResponse(item) ?? wrongResponse(item);
/** What stands in an item before anything was done, and how many answers are missing then. */
export const untouched = (item) => kind(item).untouched(item);
export const missingIn = (item) => kind(item).missing(item);

export const stands = (page, item) => kind(item).stands(box(page, item));

export async function give(page, item, response) {
  if (await isCovered(page, item)) await action(page, item, 'show').click();
  await kind(item).byHand(page, box(page, item), item, response);
}

export async function giveByKeyboard(page, item, response) {
  if (await isCovered(page, item)) {
    await tabTo(page, box(page, item).locator('summary'));
    await page.keyboard.press('Enter');
  }
  await kind(item).byKeyboard(page, box(page, item), item, response);
}

/** Whether the content note still covers the item. */
export const isCovered = async (page, item) => (await box(page, item).locator('details.cover:not([open])').count()) > 0;

/** Whether there are points: a scale and a reflection have none. */
export const isMarked = (item) => !['scale', 'reflection'].includes(item.kind);

/** Marked at the right answer: `correct`, or `pending` where nothing is marked. */
export const bestOutcome = (item) => (isMarked(item) ? 'correct' : 'pending');
export const worstOutcome = (item) => (isMarked(item) ? 'incorrect' : 'pending');

/** Answers an item by hand and waits for its outcome. */
export async function answer(page, item, response = rightResponse(item)) {
  await give(page, item, response);
  await action(page, item, 'check').click();
  const outcome = box(page, item).and(page.locator('[data-outcome]'));
  await expect(slider(page, item).or(outcome).first()).toBeVisible();
  if (await slider(page, item).isVisible()) await action(page, item, 'check').click();
  await expect(box(page, item)).toHaveAttribute('data-outcome', /./);
}

/** Presses Tab until an element has the focus, backwards where that is the way. */
export async function tabTo(page, target, most = 250) {
  await target.first().waitFor();
  const isBehind = await target.evaluate((it) => {
    const now = document.activeElement;
    return now !== document.body && Boolean(now.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_PRECEDING);
  });
  for (let n = 0; n < most; n += 1) {
    if (await target.evaluate((it) => it === document.activeElement)) return;
    await page.keyboard.press(isBehind ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`${most} presses of Tab do not lead to ${target}`);
}

/** Moves a closed menu to a value by its arrow keys. */
async function stepTo(page, menu, value) {
  const way = await menu.evaluate((it, wanted) => [...it.options].findIndex((option) => option.value === wanted) - it.selectedIndex, value);
  for (let n = 0; n < Math.abs(way); n += 1) await page.keyboard.press(way > 0 ? 'ArrowDown' : 'ArrowUp');
}
