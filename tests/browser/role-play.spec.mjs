// Role-plays in the built site: each ending by keyboard, leaving and going on in the other language, the debrief with its other
// road, the kit on paper and on a wall. The way to an ending is found here by a small engine of our own, beside the program's.

import { LANGS, NAME, expect, json, ofBuild, open, other, ready, sentence, test } from './helpers.mjs';
import { axe, outsideThePage, tooLow } from './looks.mjs';

const html = (page) => page.locator('html');
const PLAY = 'trafficking-law/checkpoint-van';
const FIVE = 'whole-person/one-person-five-desks';
const address = (lang, play = PLAY) => `${lang}/${play}/`;
const documentOf = (lang, play = PLAY) => json(ofBuild(`doc/${lang}/${play}.json`));
const idOf = (scenario, place) => (place < 0 ? scenario.endings[-1 - place] : scenario.scenes[place]).id;

function holds([sign, left, right, ...more], state) {
  const operands = [left, right, ...more].filter((it) => it !== undefined);
  const value = () => (Array.isArray(right) ? state.values[right[0]] : right);
  switch (sign) {
    case 'chose': return state.chosen.includes(left);
    case 'heard': return state.heard.includes(left);
    case 'not': return !holds(left, state);
    case 'and': return operands.every((it) => holds(it, state));
    case 'or': return operands.some((it) => holds(it, state));
    case '<': return state.values[left] < value();
    case '<=': return state.values[left] <= value();
    case '>': return state.values[left] > value();
    case '>=': return state.values[left] >= value();
    default: return state.values[left] === value();
  }
}

const add = (list, more = []) => [...new Set([...list, ...more])].sort((a, b) => a - b);

function enter(scenario, place, state) {
  const when = (place < 0 ? scenario.endings[-1 - place] : scenario.scenes[place]).when ?? [];
  const next = when.find((it) => holds(it.when, state));
  if (next) return enter(scenario, next.to, state);
  return { place, state: place < 0 ? state : { ...state, heard: add(state.heard, scenario.scenes[place].heard) } };
}

/** The shortest roads: for each ending the choices that lead to it. */
function roads(scenario) {
  const begin = enter(scenario, 0, { values: scenario.variables.map((it) => it.initial), chosen: [], heard: [] });
  const found = new Map();
  const known = new Set();
  let waiting = [{ ...begin, road: [] }];
  while (waiting.length > 0 && found.size < scenario.endings.length) {
    const further = [];
    for (const { place, state, road } of waiting) {
      if (place < 0) {
        if (!found.has(idOf(scenario, place))) found.set(idOf(scenario, place), road);
        continue;
      }
      for (const choice of scenario.scenes[place].choices) {
        if ((choice.once && state.chosen.includes(choice.number)) || (choice.offered && !holds(choice.offered, state))) continue;
        const values = [...state.values];
        for (const [variable, by] of choice.effects ?? []) values[variable] = Math.min(100, Math.max(0, values[variable] + by));
        const made = { values, chosen: add(state.chosen, [choice.number]), heard: add(state.heard, choice.heard) };
        const next = enter(scenario, choice.to, made);
        const key = JSON.stringify(next);
        if (known.has(key)) continue;
        known.add(key);
        further.push({ ...next, road: [...road, { scene: idOf(scenario, place), choice: choice.id }] });
      }
    }
    waiting = further;
  }
  return found;
}

const scenario = documentOf('ar').scenario;
const ROADS = roads(scenario);
const now = (page) => page.locator('#stage [data-ending], #stage[data-scene], #stage[data-ending]').first();
const choice = (page, id) => page.locator(`main [data-choice="${id}"]`);

async function play(page, road) {
  for (const step of road) {
    await expect(now(page)).toHaveAttribute('data-scene', step.scene);
    await choice(page, step.choice).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#stage')).toBeFocused();
  }
}

const toDebrief = async (page) => {
  await page.locator('#stage [data-action="next"]').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.timeline').first()).toBeVisible();
};

test('every ending has a road to it', () => {
  expect([...ROADS.keys()].sort()).toEqual(scenario.endings.map((it) => it.id).sort());
});

for (const [at, ending] of scenario.endings.entries()) {
  const lang = LANGS[at % 2];
  test(`the ending ${ending.id} is reached by keyboard in ${NAME[lang]}, and its debrief tells each step`, async ({ page }) => {
    await open(page, address(lang));
    const road = ROADS.get(ending.id);
    await play(page, road);
    await expect(now(page)).toHaveAttribute('data-ending', ending.id);
    await expect(now(page)).toHaveAttribute('data-ending-kind', ending.kind);
    await toDebrief(page);
    await expect(page.locator('.timeline > li')).toHaveCount(road.length);
    await expect(html(page)).toHaveAttribute('data-saved', 'yes');
    await open(page, `${lang}/trafficking-law/`);
    const row = page.locator('[data-role-play="checkpoint-van"]');
    await expect(row).toHaveAttribute('data-completion', 'completed');
    await expect(row).toHaveAttribute('data-success', ending.passes ? 'passed' : 'failed');
  });
}

test('two roads to the same ending have different debriefs', async ({ page }) => {
  const ways = [...ROADS.entries()].find(([, road]) => road.length > 2);
  const texts = [];
  await open(page, address('ar'));
  for (const extra of [[], [{ scene: 'van', choice: 'water' }]]) {
    await play(page, [...extra, ...ways[1]]);
    // The second road may end elsewhere: what was chosen is told all the same.
    if (await page.locator('#stage [data-action="next"]').count()) await toDebrief(page);
    texts.push(await page.locator('#stage').innerText());
    if (extra.length === 0) await page.locator('[data-action="retry"]').first().click();
  }
  expect(texts[0]).not.toBe(texts[1]);
});

for (const lang of LANGS) {
  test(`left in the middle in ${NAME[lang]} it goes on at the same scene in ${NAME[other(lang)]}, with the same state`, async ({ page }) => {
    await open(page, address(lang));
    const road = ROADS.get('safe-step');
    await play(page, road.slice(0, 3));
    await expect(html(page)).toHaveAttribute('data-saved', 'yes');
    const there = await now(page).getAttribute('data-scene');
    await page.goto('about:blank');
    await open(page, address(other(lang)));
    await expect(now(page)).toHaveAttribute('data-scene', there);
    await play(page, road.slice(3));
    await expect(now(page)).toHaveAttribute('data-ending', 'safe-step');
  });
}

test('the other road begins at its step, and the first road is kept', async ({ page }) => {
  await open(page, address('ar'));
  const road = ROADS.get('driven-on');
  await play(page, road);
  await toDebrief(page);
  const step = page.locator('.timeline > li').nth(road.length - 1);
  await step.locator('summary').click();
  await step.locator('[data-action="other-road"]').click();
  await expect(page.locator('#stage')).toBeFocused();
  await expect(now(page)).toHaveAttribute('data-scene', road.at(-1).scene);
  await page.reload();
  await ready(page);
  await expect(now(page)).toHaveAttribute('data-scene', road.at(-1).scene);
  await play(page, road.slice(-1));
  await toDebrief(page);
  await expect(page.locator('details.earlier')).toHaveCount(1);
  await expect(page.locator('details.earlier > .timeline > li')).toHaveCount(road.length);
});

test('what was marked as heard is compared in the debrief, and how sure one was is told', async ({ page }) => {
  await open(page, address('ar'));
  await page.locator('#play-confidence').fill('90');
  const road = ROADS.get('driven-on');
  await play(page, road.slice(0, 1));
  await page.locator('.tracker summary').click();
  await page.locator('[data-heard="moved"]').check();
  await page.locator('[data-heard="wages"]').check();
  await play(page, road.slice(1));
  await toDebrief(page);
  const heard = page.locator('[aria-labelledby="heard"]');
  await expect(heard).toContainText(sentence('ar', 'play.heard-and-marked'));
  await expect(page.locator('.timeline > li').first()).toContainText('90');
});

test('before the program is awake the first scene can be read, and nothing in it can be pressed in vain', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: site.url });
  const page = await context.newPage();
  await page.goto(address('ar'));
  await expect(page.locator('[data-scene]')).toHaveAttribute('data-scene', scenario.scenes[0].id);
  await expect(page.locator('main [data-choice]').first()).toBeDisabled();
  await context.close();
});

test('a stored play whose scene is gone is told, kept, and the role-play begins anew', async ({ page }) => {
  await open(page, address('ar'));
  const road = ROADS.get('driven-on');
  await play(page, road.slice(0, 2));
  await expect(html(page)).toHaveAttribute('data-saved', 'yes');
  // As a build would have stored it that had another scene there: both stores.
  await page.evaluate(async (scene) => {
    const changed = (text) => text.replaceAll(`"${scene}"`, '"gone-since"');
    for (const key of Object.keys(localStorage)) localStorage.setItem(key, changed(localStorage.getItem(key)));
    const database = await new Promise((done) => { const it = indexedDB.open('sanad'); it.onsuccess = () => done(it.result); });
    const store = database.transaction('events', 'readwrite').objectStore('events');
    const cursor = store.openCursor();
    await new Promise((done) => {
      cursor.onsuccess = () => {
        if (!cursor.result) return done();
        cursor.result.update(changed(cursor.result.value));
        cursor.result.continue();
      };
    });
    database.close();
  }, road[1].scene);
  await page.reload();
  await ready(page);
  await expect(page.locator('.callout.caution')).toContainText(sentence('ar', 'play.changed'));
  await expect(now(page)).toHaveAttribute('data-scene', scenario.scenes[0].id);
  const before = await page.evaluate(() => Object.keys(localStorage).length);
  await play(page, ROADS.get('driven-on').slice(0, 1));
  await expect(html(page)).toHaveAttribute('data-saved', 'yes');
  expect(await page.evaluate(() => Object.keys(localStorage).length), 'nothing was taken away').toBeGreaterThan(before);
});

for (const lang of LANGS) {
  test(`scene, debrief and kit please axe, fit 320 pixels and can be pressed in ${NAME[lang]}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, address(lang));
    const look = async (what) => {
      for (const [width, colorScheme] of [[320, 'light'], [1366, 'dark']]) {
        await page.setViewportSize({ width, height: 768 });
        await page.emulateMedia({ colorScheme });
        expect(await axe(page), `${what}, ${width}, ${colorScheme}`).toEqual([]);
        const { scroll, client, outside } = await page.evaluate(outsideThePage);
        expect(outside, `${what}, ${width}`).toEqual([]);
        expect(scroll, `${what}, ${width}`).toBe(client);
        expect(await page.evaluate(tooLow, 'main'), `${what}, ${width}`).toEqual([]);
      }
    };
    const unfold = () => page.locator('main details').evaluateAll((all) => all.forEach((it) => (it.open = true)));
    await unfold();
    await look('scene and kit');
    await play(page, ROADS.get('driven-on'));
    await toDebrief(page);
    await unfold();
    await look('debrief');
  });
}

test('a play in five parts carries what one desk did to the next', async ({ page }) => {
  const five = documentOf('ar', FIVE).scenario;
  expect(five.parts.length).toBe(5);
  await open(page, address('ar', FIVE));
  const road = roads(five).get('safe-pause') ?? [...roads(five).values()][0];
  const desks = new Set();
  for (const step of road) {
    desks.add(await page.locator('.scene .place').innerText());
    await play(page, [step]);
  }
  expect(desks.size).toBeGreaterThan(2);
  await expect(now(page)).toHaveAttribute('data-ending');
});

test('the kit is printed alone, each card on a sheet of its own, and the plenary view shows the scene and its choices', async ({ page }) => {
  await open(page, `ar/trafficking-law/`);
  await page.locator('[data-role-play="checkpoint-van"] .kit-link').click();
  await expect(page).toHaveURL(/checkpoint-van\/#kit$/);
  await ready(page);
  await expect(page.locator('details.kit'), 'the link to the kit opens it').toHaveAttribute('open');
  await page.evaluate(() => (document.documentElement.dataset.print = 'kit'));
  const pdf = await page.pdf({ format: 'A4' });
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g).length;
  expect(sheets).toBeGreaterThanOrEqual(4);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('main [data-scene]')).toBeHidden();
  await expect(page.locator('#kit-observer')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => delete document.documentElement.dataset.print);
  await page.locator('.kit [data-action="plenary"]').click();
  await expect(page.locator('.topbar')).toBeHidden();
  await expect(page.locator('main [data-scene]')).toBeVisible();
  await expect(page.locator('main [data-choice]').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.topbar')).toBeVisible();
  // A wall has no Escape where there is no keyboard.
  await page.locator('.kit [data-action="plenary"]').click();
  await page.locator('.plenary-end').click();
  await expect(page.locator('.topbar')).toBeVisible();
});
