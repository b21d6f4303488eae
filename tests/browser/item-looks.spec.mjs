// How every kind of item looks before, while and after it is answered, as far as a machine can tell: in both directions and
// themes, narrow and enlarged, in forced colours, without motion.

import {
  DIR, LANGS, NAME, action, answer, box, expect, feedback, give, halfResponse, isCovered, isMarked, open, partlyRight, rightResponse, slider, ten,
  tenAddress, tenItems, tenTest as test, word, wrongResponse,
} from './helpers.mjs';
import { axe, badArabic, outsideThePage, tooLow } from './looks.mjs';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** The states of a lesson, each reached from the one before. */
const STATES = {
  'before anything is done': async () => {},
  'half answered, with hints and what is missing': async (page, lang) => {
    for (const item of tenItems(lang)) {
      if (await isCovered(page, item)) await action(page, item, 'show').click();
      if (item.hints) await action(page, item, 'hint').click();
      await action(page, item, 'check').click();
      if (item.kind !== 'hot-text') await give(page, item, halfResponse(item));
    }
    // One question how sure one is stays open.
    const asked = ten(lang, 'matching');
    await give(page, asked, wrongResponse(asked));
    await action(page, asked, 'check').click();
    await expect(slider(page, asked)).toBeVisible();
  },
  'marked, and where it can be partly right': async (page, lang) => {
    for (const item of tenItems(lang)) await answer(page, item, partlyRight(item)?.response ?? wrongResponse(item));
  },
  'with every model answer': async (page, lang) => {
    for (const item of tenItems(lang).filter(isMarked)) await action(page, item, 'answer').click();
    for (const item of tenItems(lang).filter(isMarked)) await expect(feedback(page, item).locator('h3')).toHaveText(word(lang, 'outcome.shown'));
  },
};

/** Where every combination is looked at; between them one of each is enough. */
const WHOLLY = ['before anything is done', 'marked, and where it can be partly right'];

for (const lang of LANGS) {
  test(`axe has no complaint before, while and after the ten kinds are answered in ${NAME[lang]}, in light and dark, on phone and desk`, async ({ page }) => {
    test.setTimeout(120_000);
    await open(page, tenAddress(lang));
    for (const [state, reach] of Object.entries(STATES)) {
      await reach(page, lang);
      for (const [colorScheme, width] of [['light', 360], ['dark', 1366], ...(WHOLLY.includes(state) ? [['dark', 360], ['light', 1366]] : [])]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 768 });
        expect(await axe(page), `${state}, ${colorScheme}, ${width}`).toEqual([]);
      }
    }
  });

  test(`in every state the ten kinds in ${NAME[lang]} fit 320 pixels and 400 %, can be pressed, do not move for who wants no motion, and Arabic is set as Arabic`, async ({ page }) => {
    test.setTimeout(90_000);
    await open(page, tenAddress(lang));
    await page.evaluate(() => document.fonts.ready);
    for (const [state, reach] of Object.entries(STATES)) {
      await page.setViewportSize({ width: 1366, height: 768 });
      await reach(page, lang);
      expect(await page.evaluate(tooLow, 'main'), `${state}, 1366`).toEqual([]);
      expect(await page.evaluate(moving), state).toEqual([]);
      if (lang === 'ar') for (const [what, where] of Object.entries(await page.evaluate(badArabic))) expect(where, `${state}: ${what}`).toEqual([]);
      // A desk of 1280 × 1024 pixels enlarged four times is one of 320 × 256.
      for (const [width, height] of [[320, 800], [320, 256], [360, 640], [683, 768]]) {
        await page.setViewportSize({ width, height });
        const { scroll, client, outside } = await page.evaluate(outsideThePage);
        expect(outside, `${state}, ${width}`).toEqual([]);
        expect(scroll, `${state}, ${width}`).toBe(client);
      }
      await page.setViewportSize({ width: 360, height: 640 });
      expect(await page.evaluate(tooLow, 'main'), `${state}, 360`).toEqual([]);
    }
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect((await page.evaluate(moving)).length, 'where motion is welcome there is some, so this would be seen').toBeGreaterThan(0);
  });

  test(`enlarged to 400 % everything in the ten kinds is reached by Tab and is in sight then, in ${NAME[lang]}`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width: 320, height: 256 });
    await open(page, tenAddress(lang));
    for (const item of tenItems(lang)) if (await isCovered(page, item)) await action(page, item, 'show').click();
    const stops = await page.evaluate(() => {
      const can = '.item :is(button:enabled, summary, select, textarea, input:not([type=radio]))';
      const radios = new Set([...document.querySelectorAll('.item input[type=radio]')].map((it) => it.name));
      document.activeElement.blur();
      return [...document.querySelectorAll(can)].filter((it) => it.checkVisibility()).length + radios.size;
    });
    const met = new Set();
    const unseen = [];
    await page.locator('main').focus();
    for (let n = 0; n < stops + 60 && met.size < stops; n += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(whereFocusIs);
      if (!stop) continue;
      met.add(stop.name);
      if (!stop.isSeen) unseen.push(stop.name);
    }
    expect(met.size, 'stops in items').toBe(stops);
    expect(unseen, 'what has the focus and is not in sight').toEqual([]);
  });
}

/** The name of the item's control that has the focus, and whether a person sees it; `null` outside items. */
function whereFocusIs() {
  const now = document.activeElement;
  const item = now?.closest('.item');
  if (!item || item === now) return null;
  const all = [...item.querySelectorAll('button, summary, select, textarea, input')];
  const name = `${item.dataset.item}: ${now.type === 'radio' ? now.name : `${now.tagName} ${all.indexOf(now)}`}`;
  const seen = (now.closest('label') ?? now).getBoundingClientRect();
  const [top, bottom] = [Math.max(seen.top, 0), Math.min(seen.bottom, innerHeight)];
  const hit = document.elementFromPoint(seen.x + seen.width / 2, (top + bottom) / 2);
  const isSeen = bottom - top >= Math.min(24, seen.height) && hit !== null && (item.contains(hit) && (now.closest('label') ?? now).contains(hit) || hit === now);
  return { name, isSeen };
}

/** How a picked control looks, and how one beside it that is not: border and outline, and what forced colours leave of the ground. */
function pickedAndNot(item) {
  const look = (it) => [it, it.nextElementSibling, it.closest('label')].filter(Boolean).map((one) => {
    const style = getComputedStyle(one);
    return [style.border, style.outline, style.forcedColorAdjust === 'none' ? style.backgroundColor : ''].join();
  }).join(' | ');
  const picked = item.querySelector('[data-choice] input:checked');
  const group = picked.closest('[data-choice]:has(input + span):not(label)') ?? item;
  return [look(picked), look(group.querySelector('input:not(:checked)'))];
}

/** How each marked part looks by border and outline alone, with the controls inside it. */
function looksOfMarks(item) {
  const marks = ['correct', 'incorrect', 'missed'];
  const parts = [...item.querySelectorAll('.item-body :is(.option, .pair, .phrase, li, fieldset, .input, .sel)')];
  return parts.flatMap((part) => {
    const mark = marks.find((it) => part.classList.contains(it));
    // A control inside a marked row need not say it again.
    if (!mark || parts.some((it) => it !== part && it.contains(part) && marks.some((one) => it.classList.contains(one)))) return [];
    const all = [part, ...part.querySelectorAll('select, .seg')];
    const look = all.map((it) => `${getComputedStyle(it).border} ${getComputedStyle(it).outline}`).join(' | ');
    return [{ mark, look, what: [part.tagName, ...[...part.classList].filter((it) => !marks.includes(it))].join('.') }];
  });
}

/** What would move: anything with a time of its own. */
function moving() {
  const seconds = (times) => Math.max(...times.split(',').map((it) => (it.trim().endsWith('ms') ? parseFloat(it) / 1000 : parseFloat(it))));
  const long = [...document.querySelectorAll('*')].flatMap((it) => ['', '::before', '::after'].flatMap((pseudo) => {
    const style = getComputedStyle(it, pseudo || null);
    return seconds(style.transitionDuration) > 0 || seconds(style.animationDuration) > 0 || style.scrollBehavior === 'smooth' ? [`${it.tagName}.${it.className}${pseudo}`] : [];
  }));
  return [...new Set(long)];
}

test('selected, correct and not yet are told apart by border or outline in forced colours, in every kind', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, tenAddress('ar'));
  for (const kind of ['choice', 'multiple', 'hot-text', 'categories', 'scale']) {
    const item = ten('ar', kind);
    await give(page, item, halfResponse(item));
    const [picked, other] = await box(page, item).evaluate(pickedAndNot);
    expect.soft(picked, `${kind}: picked and not picked`).not.toEqual(other);
  }
  for (const item of tenItems('ar').filter(isMarked)) {
    // What is not right yet and what was left out, then everything right.
    await answer(page, item, wrongResponse(item));
    const looks = await box(page, item).evaluate(looksOfMarks);
    await action(page, item, 'retry').click();
    await answer(page, item, rightResponse(item));
    looks.push(...(await box(page, item).evaluate(looksOfMarks)));
    expect(looks.map((it) => it.mark), item.kind).toEqual(expect.arrayContaining(['correct', 'incorrect']));
    const alike = looks.flatMap((one) => looks.filter((two) => one.what === two.what && one.mark < two.mark && one.look === two.look).map((two) => `${one.what}: ${one.mark}, ${two.mark}`));
    expect.soft([...new Set(alike)], `${item.kind}: these look alike`).toEqual([]);
  }
});

test('the bars of places and the buttons of moves stand in the order of the script', async ({ page }) => {
  for (const lang of LANGS) {
    await open(page, tenAddress(lang));
    for (const bar of await page.locator('.seg').all()) {
      const starts = await bar.locator('label').evaluateAll((all) => all.map((it) => [Math.round(it.getBoundingClientRect().y), it.getBoundingClientRect().x]));
      const row = starts.filter(([y]) => y === starts[0][0]).map(([, x]) => x);
      expect(row.toSorted((a, b) => (DIR[lang] === 'rtl' ? b - a : a - b)), lang).toEqual(row);
    }
    const [up, down] = await box(page, ten(lang, 'ordering')).locator('[data-choice]').nth(1).locator('button').evaluateAll((all) => all.map((it) => it.getBoundingClientRect().x));
    expect(DIR[lang] === 'rtl' ? up > down : up < down, `${lang}: up comes first`).toBe(true);
    await expect(page.locator('.step svg.flip'), 'up is up in every script').toHaveCount(0);
  }
});
