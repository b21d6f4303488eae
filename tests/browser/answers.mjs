// Answering an item as a learner does, by keyboard or by hand. What is right is read from the compiled document, so that
// a changed lesson needs no changed test; a new kind needs one entry in `KINDS`.

import { expect } from '@playwright/test';

const gapsOf = (item) => item.interaction.gaps.paragraphs.flat().flatMap((piece) => (piece.gap ? [piece.gap] : []));

/** For each kind: the right response, a wrong one, how it is given by keyboard and by hand, and what stands in it. */
const KINDS = {
  choice: {
    right: (item) => item.interaction.choice.choices.find((it) => it.right).id,
    wrong: (item) => item.interaction.choice.choices.find((it) => !it.right).id,
    async byKeyboard(page, box, item, id) {
      const ids = item.interaction.choice.choices.map((it) => it.id);
      const radio = (n) => box.locator(`[data-choice="${ids[n]}"] input`);
      // Tab stops once in a group: at what is picked, otherwise at the first.
      let at = Math.max(0, (await Promise.all(ids.map((_, n) => radio(n).isChecked()))).indexOf(true));
      await tabTo(page, radio(at));
      if (ids[at] === id) await page.keyboard.press('Space');
      for (; ids[at] !== id; at = (at + 1) % ids.length) await page.keyboard.press('ArrowDown');
      await expect(radio(at)).toBeChecked();
    },
    byHand: (page, box, item, id) => box.locator(`[data-choice="${id}"] input`).check(),
    stands: async (box) => (await picked(box))[0] ?? null,
  },
  multiple: {
    right: (item) => item.interaction.multiple.choices.filter((it) => it.right).map((it) => it.id),
    wrong: (item) => [item.interaction.multiple.choices.find((it) => !it.right).id],
    async byKeyboard(page, box, item, ids) {
      for (const { id } of item.interaction.multiple.choices) {
        const square = box.locator(`[data-choice="${id}"] input`);
        if ((await square.isChecked()) === ids.includes(id)) continue;
        await tabTo(page, square);
        await page.keyboard.press('Space');
      }
    },
    async byHand(page, box, item, ids) {
      for (const { id } of item.interaction.multiple.choices) {
        await box.locator(`[data-choice="${id}"] input`).setChecked(ids.includes(id));
      }
    },
    stands: (box) => picked(box),
  },
  gaps: {
    right: (item) => Object.fromEntries(gapsOf(item).map((gap) => [gap.id, gap.fill.typed?.[0] ?? gap.fill.menu.find((it) => it.right).id])),
    wrong: (item) => Object.fromEntries(gapsOf(item).map((gap) => [gap.id, gap.fill.typed ? 'xyz' : gap.fill.menu.find((it) => !it.right).id])),
    async byKeyboard(page, box, item, given) {
      for (const gap of gapsOf(item)) {
        const control = box.locator(`[data-choice="${gap.id}"]`).locator('input, select');
        await tabTo(page, control);
        if (gap.fill.typed) {
          await page.keyboard.insertText(given[gap.id]);
        } else {
          await stepTo(page, control, given[gap.id]);
        }
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
    stands: (box) =>
      box.locator('.gap input, .gap select').evaluateAll((all) => {
        const filled = all.filter((it) => it.value !== '');
        return Object.fromEntries(filled.map((it) => [it.closest('[data-choice]').dataset.choice, it.value]));
      }),
  },
  reflection: {
    right: () => 'سؤال «لماذا». Time, and a colleague in a hurry.',
    wrong: () => 'x',
    async byKeyboard(page, box, item, words) {
      await tabTo(page, box.locator('textarea'));
      await page.keyboard.insertText(words);
    },
    byHand: (page, box, item, words) => box.locator('textarea').fill(words),
    stands: (box) => box.locator('textarea').inputValue(),
  },
};

function kind(item) {
  const found = KINDS[item.kind];
  if (!found) throw new Error(`answers.mjs does not know how to answer a ${item.kind} yet: ${item.id}`);
  return found;
}

function picked(box) {
  return box.locator('[data-choice] input:checked').evaluateAll((all) => all.map((it) => it.closest('[data-choice]').dataset.choice));
}

/** The item on the page. */
export const box = (page, item) => page.locator(`[data-item="${item.id ?? item}"]`);

/** A button or link of the item. */
export const action = (page, item, name) => box(page, item).locator(`[data-action="${name}"]`);

export const rightResponse = (item) => kind(item).right(item);
export const wrongResponse = (item) => kind(item).wrong(item);
export const stands = (page, item) => kind(item).stands(box(page, item));
export const give = (page, item, response) => kind(item).byHand(page, box(page, item), item, response);
export const giveByKeyboard = (page, item, response) => kind(item).byKeyboard(page, box(page, item), item, response);

/** Marked at the right answer: `correct`, or `pending` where nothing is marked. */
export const bestOutcome = (item) => (item.kind === 'reflection' ? 'pending' : 'correct');

/** Answers an item by hand and waits for its outcome. */
export async function answer(page, item, response = rightResponse(item)) {
  await give(page, item, response);
  await action(page, item, 'check').click();
  const slider = box(page, item).locator('input[type=range]');
  const outcome = box(page, item).and(page.locator('[data-outcome]'));
  await expect(slider.or(outcome).first()).toBeVisible();
  if (await slider.isVisible()) await action(page, item, 'check').click();
  await expect(box(page, item)).toHaveAttribute('data-outcome', /./);
}

/** Presses Tab until an element has the focus. */
export async function tabTo(page, target, most = 250) {
  await target.first().waitFor();
  for (let n = 0; n < most; n += 1) {
    if (await target.evaluate((it) => it === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${most} presses of Tab do not lead to ${target}`);
}

/** Moves a closed menu to a value by its arrow keys. */
async function stepTo(page, menu, value) {
  const way = await menu.evaluate((it, wanted) => [...it.options].findIndex((option) => option.value === wanted) - it.selectedIndex, value);
  for (let n = 0; n < Math.abs(way); n += 1) await page.keyboard.press(way > 0 ? 'ArrowDown' : 'ArrowUp');
}
