// A copy in the learner's own hands: saved wherever work could be lost, brought back on any device without replacing
// anything, and refused in words when it is no copy, or was changed.

import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

import {
  DIST, LANGS, MODULE, NAME, TEN_KINDS, answer, arrived, box, buildOf, counted, entries, expect, give, inDatabase, inLocalStorage, items, json, lessonAddress,
  mapAddress, meAddress, moduleAddress, ofKind, open, ready, saving, sentence, stands, tabTo, test as base, word, wrongResponse,
} from './helpers.mjs';
import {
  PROFILE, bringBack, deny, html, inCopy, levelStores, makeFillable, only, plant, restored, saveCopy, setFull, written,
} from './stores.mjs';

const [choice, secondChoice, thirdChoice] = ofKind('ar', 'choice');
const [gaps] = ofKind('ar', 'gaps');
const [reflection] = ofKind('ar', 'reflection');

const test = base.extend({
  /** Gives one more device: a browser with stores of its own, and a page in it. */
  device: async ({ browser, site, watch }, use) => {
    const all = [];
    await use(async () => {
      const context = await browser.newContext({ baseURL: site.url, serviceWorkers: 'block', viewport: { width: 1366, height: 768 }, timezoneId: 'Asia/Baghdad' });
      all.push(context);
      await watch.over(context);
      return context.newPage();
    });
    for (const context of all) await context.close();
  },
});

/** Twelve facts of another device. */
const ids = choice.interaction.choice.choices.map((it) => it.id);
const HEARD = written([
  { opened: { lesson: 'act-means-purpose' } },
  ...Array.from({ length: 10 }, (_, n) => ({ drafted: { item: choice.id, response: { choice: ids[n % ids.length] } } })),
  { answered: { item: choice.id, response: { choice: wrongResponse(choice) }, outcome: 'incorrect', score: [0, 1] } },
], { writer: '00000000000000cd' });
const PRIVATE = { [`${PROFILE}private/00000000000000cd-13`]: JSON.stringify({ v: 2, at: 1795478400000, item: reflection.id, text: 'سطر\nوآخر «هنا» 😀' }) };

/** The copy of a device with these entries. */
async function copyOf(page, values, lang = 'ar') {
  await plant(page, values);
  await open(page, meAddress(lang));
  return (await saveCopy(page)).text;
}

/** Goes from a page to another by links inside the site, without loading it anew. */
async function goTo(page, address, kind) {
  await page.locator(`a[href="${address}"]:visible`).first().click();
  await arrived(page, kind);
}

for (const lang of LANGS) {
  test(`a copy is a file with the day in its name, lines of JSON and everything in it, and says that it is not locked, in ${NAME[lang]}`, async ({ page }) => {
    await open(page, lessonAddress(lang));
    await saving(page, () => answer(page, choice, wrongResponse(choice)));
    await saving(page, () => give(page, reflection, 'كلمات لي وحدي'));
    await open(page, meAddress(lang));
    const panel = page.locator('section[aria-labelledby="copy"]');
    await expect(panel.locator('[data-action="backup"]')).toHaveText(word(lang, 'copy.save'));
    await expect(panel.getByText(sentence(lang, 'copy.in-clear'))).toBeVisible();
    const { name, text } = await saveCopy(page, panel.locator('[data-action="backup"]'));
    expect(name).toMatch(/^sanad-\d{4}-\d\d-\d\d\.sanad-backup$/);
    expect(text.endsWith('\n')).toBe(true);
    const { head, end, values } = inCopy(text);
    const stored = await levelStores(page);
    expect(values).toEqual(stored);
    expect(Object.values(values).join('\n')).toContain('كلمات لي وحدي');
    expect(head).toEqual({ format: 'sanad-backup', v: 1, course: 'sanad', count: Object.keys(stored).length });
    expect(end).toEqual({ end: 'sanad-backup', check: expect.stringMatching(/^[0-9a-f]{16}$/) });
  });

  test(`what was done on one device comes to another beside what was done there, at once and for good, in ${NAME[lang]}`, async ({ device }) => {
    const [one, two] = [await device(), await device()];
    await open(one, lessonAddress(lang));
    await saving(one, () => answer(one, choice));
    await saving(one, () => answer(one, thirdChoice, wrongResponse(thirdChoice)));
    await saving(one, () => give(one, gaps, wrongResponse(gaps)));
    await saving(one, () => answer(one, reflection, 'من الجهاز الأول'));
    await open(one, meAddress(lang));
    const { text } = await saveCopy(one);
    const given = inCopy(text).values;

    await open(two, lessonAddress(lang));
    await saving(two, () => answer(two, secondChoice, wrongResponse(secondChoice)));
    await open(two, meAddress(lang));
    const own = await levelStores(two);
    await two.evaluate(() => { window.sameDocument = true; });
    await bringBack(two, text);
    await expect(restored(two)).toHaveText(counted(lang, 'copy.taken', Object.keys(given).length));
    expect(await levelStores(two), 'the union of both, nothing replaced').toEqual({ ...given, ...own });

    const shown = async () => {
      await expect(box(two, choice)).toHaveAttribute('data-outcome', 'correct');
      await expect(box(two, secondChoice)).toHaveAttribute('data-outcome', 'incorrect');
      await expect(box(two, thirdChoice)).toHaveAttribute('data-outcome', 'incorrect');
      await expect.poll(() => stands(two, gaps)).toEqual(wrongResponse(gaps));
      expect(await stands(two, secondChoice)).toEqual(wrongResponse(secondChoice));
      expect(await stands(two, reflection)).toBe('من الجهاز الأول');
    };
    await goTo(two, mapAddress(lang), 'map');
    await expect(two.locator('.continue')).toContainText(sentence(lang, 'map.items-done', { n: 4, of: items(lang).length }));
    await expect(two.locator(`[data-module="${MODULE}"]`)).toHaveAttribute('data-completion', 'started');
    await two.locator('main [data-action="resume"]').click();
    await arrived(two, 'lesson');
    await shown();
    expect(await two.evaluate(() => window.sameDocument), 'without loading the page anew').toBe(true);
    await open(two, mapAddress(lang));
    await expect(two.locator('.continue'), 'after loading anew').toContainText(sentence(lang, 'map.items-done', { n: 4, of: items(lang).length }));
    await open(two, lessonAddress(lang));
    await shown();
  });

  test(`the same copy twice adds nothing, and says so, in ${NAME[lang]}`, async ({ device }) => {
    const text = await copyOf(await device(), { ...HEARD, ...PRIVATE });
    const page = await device();
    await open(page, meAddress(lang));
    await bringBack(page, text);
    await expect(restored(page)).toHaveText(counted(lang, 'copy.taken', 13));
    const before = await levelStores(page);
    expect(before).toEqual({ ...HEARD, ...PRIVATE });
    await bringBack(page, text);
    await expect(restored(page)).toHaveText(counted(lang, 'copy.taken', 0));
    expect(await levelStores(page)).toEqual(before);
    await page.reload();
    await ready(page);
    await bringBack(page, text);
    await expect(restored(page), 'also by the next page').toHaveText(counted(lang, 'copy.taken', 0));
  });

  test(`one's own copy brought back where it comes from changes nothing, in ${NAME[lang]}`, async ({ page }) => {
    await open(page, lessonAddress(lang));
    await saving(page, () => answer(page, choice));
    await open(page, meAddress(lang));
    const { text } = await saveCopy(page);
    const before = await levelStores(page);
    await bringBack(page, text);
    await expect(restored(page)).toHaveText(counted(lang, 'copy.taken', 0));
    expect(await levelStores(page)).toEqual(before);
  });
}

test('a copy that is brought back in one tab shows in the lesson that is open in another', async ({ device }) => {
  const text = await copyOf(await device(), HEARD);
  const page = await device();
  const lesson = await page.context().newPage();
  await open(lesson, lessonAddress('ar'));
  await open(page, meAddress('ar'));
  await bringBack(page, text);
  await expect(restored(page)).toContainText(counted('ar', 'copy.taken', 12));
  await expect(box(lesson, choice)).toHaveAttribute('data-outcome', 'incorrect');
  await saving(lesson, () => answer(lesson, secondChoice));
  expect(await levelStores(page)).toMatchObject(HEARD);
});

for (const lang of LANGS) {
  test(`a copy cut off at any tenth byte gives what is whole in it and says how much, in ${NAME[lang]}`, async ({ device }) => {
    test.setTimeout(90_000);
    const text = await copyOf(await device(), { ...HEARD, ...PRIVATE });
    const bytes = Buffer.from(text);
    // Where each line is whole, in bytes: without its line end.
    let at = 0;
    const ends = text.trimEnd().split('\n').map((line) => (at += Buffer.byteLength(line) + 1) - 1);
    const cuts = Array.from({ length: Math.floor(bytes.length / 10) }, (_, n) => (n + 1) * 10);
    expect(cuts.length).toBeGreaterThan(150);

    const page = await device();
    await open(page, meAddress(lang));
    // All in one page: a file that is none comes between, so that each is seen to be answered.
    const seen = await page.evaluate(async ({ bytes, cuts }) => {
      const input = document.querySelector('#restore-file');
      const place = document.querySelector('.restored');
      const give = (part) => new Promise((resolve, reject) => {
        const before = place.innerText;
        const late = setTimeout(() => reject(new Error(`no new sentence after a file of ${part.length} bytes`)), 5000);
        const watch = new MutationObserver(() => {
          if (place.innerText === before) return;
          clearTimeout(late);
          watch.disconnect();
          resolve([...place.querySelectorAll('p')].map((it) => it.innerText));
        });
        watch.observe(place, { subtree: true, childList: true, characterData: true });
        const carried = new DataTransfer();
        carried.items.add(new File([part], 'copy.sanad-backup'));
        input.files = carried.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      });
      const whole = Uint8Array.from(bytes);
      const found = [];
      for (const cut of cuts) {
        await give(new TextEncoder().encode('no copy'));
        const said = await give(whole.slice(0, cut));
        found.push({ said, count: Object.keys(localStorage).filter((key) => /^sanad\/open\/(e|private)\//.test(key)).length });
      }
      return found;
    }, { bytes: [...bytes], cuts });

    let known = 0;
    const expected = cuts.map((cut) => {
      const whole = ends.filter((end) => end <= cut).length;
      const count = Math.min(Math.max(whole - 1, 0), 13);
      const torn = whole === 15 ? [] : [sentence(lang, 'copy.torn', { n: count, of: whole === 0 ? 0 : 13 })];
      const said = [...torn, counted(lang, 'copy.taken', count - known)];
      known = count;
      return { said, count };
    });
    expect(seen).toEqual(expected);
    await bringBack(page, text);
    await expect(restored(page)).toHaveText(counted(lang, 'copy.taken', 13 - known));
    expect(await levelStores(page), 'each as it was').toEqual({ ...HEARD, ...PRIVATE });
  });

  test(`what is no copy of this course is refused with its reason, nothing changes and work goes on, in ${NAME[lang]}`, async ({ device }, info) => {
    test.setTimeout(60_000);
    const text = await copyOf(await device(), HEARD);
    const lines = text.split('\n');
    const page = await device();
    await open(page, lessonAddress(lang));
    await saving(page, () => answer(page, secondChoice));
    await open(page, meAddress(lang));
    const before = [await levelStores(page), await inLocalStorage(page), await inDatabase(page)];
    const large = (megabytes, begin) => {
      const path = info.outputPath(`${megabytes}.sanad-backup`);
      mkdirSync(dirname(path), { recursive: true });
      const file = openSync(path, 'w');
      writeSync(file, begin);
      ftruncateSync(file, megabytes * 1_000_000);
      closeSync(file);
      return { path };
    };
    const long = info.outputPath('long.sanad-backup');
    mkdirSync(dirname(long), { recursive: true });
    writeFileSync(long, lines[0] + '\n' + `${lines[1]}\n`.repeat(21_000_000 / lines[1].length));
    const refused = [
      ['empty', 'an empty file', ''],
      ['empty', 'a file of blank lines', ' \n\r\n \n'],
      ['foreign', 'a page', '<!doctype html>\n<html lang="ar"><title>سند</title>\n'],
      ['foreign', 'a table', 'name,points\nx,1\n'],
      ['foreign', 'a picture', Buffer.from('89504e470d0a1a0a0000000d49484452ff00fe', 'hex')],
      ['foreign', 'another JSON', '{"format":"something","v":1,"course":"sanad"}\n'],
      ['other-course', 'another course', text.replace('"course":"sanad"', '"course":"other"')],
      ['newer', 'a newer version', text.replace('"v":1,', '"v":2,')],
      ['newer', 'a much newer version of which one knows no more', '{"format":"sanad-backup","v":99}\n[1,2]\n'],
      ['changed', 'a better mark', text.replace('incorrect', 'correct')],
      ['changed', 'a line less', lines.toSpliced(3, 1).join('\n')],
      ['changed', 'a line twice', lines.toSpliced(3, 0, lines[3]).join('\n')],
      ['changed', 'a line of something else', lines.with(3, 'x').join('\n')],
      ['changed', 'something after its end', `${text}${lines[2]}\n`],
      ['too-large', '21 MB that begin as a copy', { path: long }],
      ['too-large', '50 MB', large(50, text)],
      ['too-large', '21 MB of nothing', large(21, '')],
    ];
    // Each sentence is another one.
    expect(new Set(refused.map(([key]) => sentence(lang, `copy.${key}`))).size).toBe(6);
    for (const [key, what, file] of refused) {
      // Between two of the same answer stands another one.
      await bringBack(page, key === 'foreign' ? '' : 'no copy');
      await expect(restored(page)).toContainText(sentence(lang, key === 'foreign' ? 'copy.empty' : 'copy.foreign'));
      await bringBack(page, file);
      await expect(restored(page).locator('p'), what).toHaveText([sentence(lang, `copy.${key}`), sentence(lang, 'copy.nothing-changed')]);
      expect([await levelStores(page), await inLocalStorage(page), await inDatabase(page)], what).toEqual(before);
    }

    await bringBack(page, text);
    await expect(restored(page)).toHaveText(counted(lang, 'copy.taken', 12));
    await goTo(page, mapAddress(lang), 'map');
    await page.locator('main [data-action="resume"]').click();
    await arrived(page, 'lesson');
    await saving(page, () => answer(page, thirdChoice));
    await expect(box(page, thirdChoice)).toHaveAttribute('data-outcome', 'correct');
    expect(await levelStores(page)).toMatchObject({ ...before[0], ...HEARD });
  });
}

test('a copy that went through an editor of another system is taken as it is', async ({ device }) => {
  const text = await copyOf(await device(), { ...HEARD, ...PRIVATE });
  const page = await device();
  await open(page, meAddress('ar'));
  await bringBack(page, `\ufeff${text.replaceAll('\n', '\r\n')}`);
  await expect(restored(page)).toHaveText(counted('ar', 'copy.taken', 13));
  expect(await levelStores(page)).toEqual({ ...HEARD, ...PRIVATE });
});

/** The site with a module that has all its lessons, and the module: the course itself, or the one of ten kinds. */
function wholeModule(lang) {
  const found = [DIST, TEN_KINDS].map((folder) => {
    const map = json(`at/${buildOf(folder)}/doc/${lang}/map.json`, folder);
    // Without a role-play, which would have to be played, too.
    const hasPlay = (it) => (it['role_plays'] ?? []).some((play) => play.availability === 'ready');
    const isWhole = (it) => it.lessons.length > 0 && !hasPlay(it) && it.lessons.every((lesson) => lesson.availability === 'ready');
    return { isOwn: folder === DIST, module: map.stages.flatMap((it) => it.modules).find(isWhole) };
  });
  return found.find((it) => it.module);
}

/** Does something and waits until no store has taken it. */
async function failing(page, act) {
  const before = await page.evaluate(() => window.timesFailed);
  await act();
  await expect.poll(() => page.evaluate(() => window.timesFailed), { message: 'data-saved=failed after it was `saving`' }).toBeGreaterThan(before);
  await expect(html(page)).toHaveAttribute('data-saved', 'failed');
}

for (const lang of LANGS) {
  test(`at the end of a module a copy is offered, and not before, in ${NAME[lang]}`, async ({ page, site, tenSite }) => {
    const { isOwn, module } = wholeModule(lang);
    const home = (isOwn ? site : tenSite).url;
    const facts = module.lessons.flatMap((lesson) => [
      ...lesson.items.map(({ id, possible }) => ({
        answered: { item: id, response: { multiple: [] }, outcome: possible ? 'correct' : 'pending', score: [possible, possible] },
      })),
      { finished: { lesson: lesson.id } },
    ]);
    const last = facts.findLast((it) => it.answered);
    const others = facts.filter((it) => it !== last);
    await page.goto(`${home}quiet.html`);
    const put = (values) => page.evaluate((all) => Object.entries(all).forEach(([key, value]) => localStorage.setItem(key, value)), values);
    await put(written(others));
    await open(page, `${home}${lang}/${module.id}/`);
    await expect(page.locator('[data-lesson][data-completion="completed"]')).toHaveCount(module.lessons.length - 1);
    await expect(page.getByText(sentence(lang, 'module.completed'))).toHaveCount(0);
    await expect(page.locator('main [data-action="backup"]')).toHaveCount(0);
    await put(written([last], { writer: '00000000000000cd' }));
    await open(page, `${home}${lang}/${module.id}/`);
    await expect(page.getByText(sentence(lang, 'module.completed'), { exact: true })).toBeVisible();
    await expect(page.getByText(sentence(lang, 'module.completed-copy'))).toBeVisible();
    const { values } = inCopy((await saveCopy(page)).text);
    expect(Object.keys(values)).toHaveLength(facts.length);
  });

  test(`before a newer version is used a copy is offered, in ${NAME[lang]}`, async ({ page }) => {
    await plant(page, HEARD);
    await open(page, moduleAddress(lang));
    // The device has said what it knows, and does not take the mark away again.
    await expect(page.locator('html[data-persisted][data-quota]')).toBeAttached();
    await expect(page.getByText(sentence(lang, 'update.title'))).toHaveCount(0);
    await page.evaluate(() => {
      document.documentElement.setAttribute('data-update', '');
      dispatchEvent(new Event('sanad-device'));
    });
    const offer = page.getByRole('status').filter({ has: page.locator('[data-action="update"]') });
    await expect(offer).toContainText(sentence(lang, 'update.why'));
    const { values } = inCopy((await saveCopy(page, offer.locator('[data-action="backup"]'))).text);
    expect(values).toMatchObject(HEARD);
  });

  test(`where a save has failed a copy is offered beside it, with the answer that no store took, in ${NAME[lang]}`, async ({ page, device }) => {
    await makeFillable(page);
    await open(page, lessonAddress(lang));
    await saving(page, () => answer(page, secondChoice));
    await setFull(page, true);
    await failing(page, () => answer(page, choice));
    await failing(page, () => give(page, reflection, 'لم يجد مكاناً'));
    const alert = page.getByRole('alert').filter({ has: page.locator('[data-action="save-again"]') });
    const { text } = await saveCopy(page, alert.locator('[data-action="backup"]'));
    const { values } = inCopy(text);
    const stored = await inLocalStorage(page);
    expect(values).toMatchObject(only(stored));
    const unsaved = Object.entries(values).filter(([key]) => !(key in stored)).map(([, value]) => JSON.parse(value));
    expect(unsaved).toContainEqual(expect.objectContaining({ fact: { answered: expect.objectContaining({ item: choice.id, outcome: 'correct' }) } }));
    expect(unsaved).toContainEqual(expect.objectContaining({ item: reflection.id, text: 'لم يجد مكاناً' }));
    await page.close();

    const other = await device();
    await open(other, meAddress(lang));
    await bringBack(other, text);
    await expect(restored(other)).toHaveText(counted(lang, 'copy.taken', Object.keys(values).length));
    await open(other, lessonAddress(lang));
    await expect(box(other, choice)).toHaveAttribute('data-outcome', 'correct');
    await expect.poll(() => stands(other, reflection)).toBe('لم يجد مكاناً');
  });

  test(`where the browser keeps nothing at all, a copy still does, in ${NAME[lang]}`, async ({ page, device }) => {
    await deny(page, 'localStorage', 'indexedDB');
    await open(page, lessonAddress(lang));
    await answer(page, choice);
    await give(page, reflection, 'من نافذة خاصة');
    await expect(html(page)).toHaveAttribute('data-saved', 'failed');
    const { text } = await saveCopy(page, page.locator('[data-concern="none"] [data-action="backup"]'));
    const other = await device();
    await open(other, meAddress(lang));
    await bringBack(other, text);
    await expect(restored(other)).toHaveText(counted(lang, 'copy.taken', Object.keys(inCopy(text).values).length));
    await open(other, lessonAddress(lang));
    await expect(box(other, choice)).toHaveAttribute('data-outcome', 'correct');
    await expect.poll(() => stands(other, reflection)).toBe('من نافذة خاصة');
  });

  test(`a copy for which there is no room is said to have found none, and is kept when there is, in ${NAME[lang]}`, async ({ page, device }) => {
    const text = await copyOf(await device(), { ...HEARD, ...PRIVATE });
    await makeFillable(page);
    await open(page, meAddress(lang));
    await setFull(page, true);
    await bringBack(page, text);
    await expect(restored(page)).toContainText(sentence(lang, 'copy.no-room'));
    await expect(html(page)).toHaveAttribute('data-saved', 'failed');
    expect(entries(await inLocalStorage(page))).toEqual([]);
    await setFull(page, false);
    await saving(page, () => page.getByRole('alert').locator('[data-action="save-again"]').click());
    expect(await levelStores(page)).toEqual({ ...HEARD, ...PRIVATE });
    await goTo(page, mapAddress(lang), 'map');
    await expect(page.locator(`[data-module="${MODULE}"]`), 'at once').toHaveAttribute('data-completion', 'started');
    await open(page, lessonAddress(lang));
    await expect(box(page, choice)).toHaveAttribute('data-outcome', 'incorrect');
  });

  test(`both buttons are reached by Tab and work by Enter, in ${NAME[lang]}`, async ({ page }) => {
    await plant(page, HEARD);
    await open(page, meAddress(lang));
    const panel = page.locator('section[aria-labelledby="copy"]');
    await tabTo(page, panel.locator('[data-action="backup"]'));
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    await page.keyboard.press('Tab');
    await expect(panel.locator('[data-action="restore"]'), 'the next stop').toBeFocused();
    await expect(panel.locator('[data-action="restore"]')).toHaveText(word(lang, 'copy.bring-back'));
    // While the browser is busy with the download it may swallow a press.
    let chooser;
    await expect(async () => {
      [chooser] = await Promise.all([page.waitForEvent('filechooser', { timeout: 2000 }), page.keyboard.press('Enter')]);
    }).toPass();
    await chooser.setFiles(await download.path());
    await expect(restored(page)).toHaveText(counted(lang, 'copy.taken', 0));
    await expect(restored(page), 'is read aloud where it stands').toHaveAttribute('role', 'status');
  });
}

for (const action of ['backup', 'save-again']) {
  test(`where a save has failed, ${action} answers the first press, also in the moment after the last letter`, async ({ page }) => {
    await makeFillable(page);
    await open(page, lessonAddress('ar'));
    await setFull(page, true);
    await failing(page, () => answer(page, choice));
    await page.evaluate(() => {
      window.pressed = [];
      addEventListener('click', (event) => window.pressed.push(event.target.closest('[data-action]')?.dataset.action), true);
    });
    // Leaving the field writes what was typed, while the button is going down.
    await give(page, reflection, 'الحرف الأخير');
    await page.getByRole('alert').locator(`[data-action="${action}"]`).click();
    await expect.poll(() => page.evaluate(() => window.pressed)).toEqual([action]);
    await expect(page.getByRole('alert').locator(`[data-action="${action}"]`), 'and keeps the focus').toBeFocused();
  });
}

test('a copy that found no room can be brought back again when there is some', async ({ page, device }) => {
  const text = await copyOf(await device(), HEARD);
  await makeFillable(page);
  await open(page, meAddress('ar'));
  await setFull(page, true);
  await bringBack(page, text);
  await expect(restored(page)).toContainText(sentence('ar', 'copy.no-room'));
  await setFull(page, false);
  await bringBack(page, text);
  await expect(restored(page), 'what is not kept yet is no old acquaintance').toHaveText(counted('ar', 'copy.taken', 12));
  expect(await levelStores(page)).toEqual(HEARD);
  await expect(page.locator('[data-action="save-again"]')).toHaveCount(0);
});

test('what was set aside because it cannot be read travels in the copy, and is named on the other device', async ({ device }) => {
  const key = `${PROFILE}e/00000000000000ef-1`;
  const [one, two] = [await device(), await device()];
  await plant(one, { [key]: 'kaputt' });
  await open(one, meAddress('ar'));
  const { text } = await saveCopy(one);
  await open(two, meAddress('ar'));
  await bringBack(two, text);
  await expect(restored(two)).toContainText(counted('ar', 'copy.taken', 0));
  await open(two, meAddress('ar'));
  await expect(two.locator('main')).toContainText('sanad/open/broken/e/00000000000000ef-1');
  expect(await inLocalStorage(two)).toMatchObject({ 'sanad/open/broken/e/00000000000000ef-1': 'kaputt' });
});

test('a copy saved after midnight in Baghdad bears that day, though it is still yesterday in Greenwich', async ({ page }) => {
  await page.clock.setFixedTime('2026-11-24T22:30:00Z');
  await plant(page, HEARD);
  await open(page, meAddress('ar'));
  expect((await saveCopy(page)).name).toBe('sanad-2026-11-25.sanad-backup');
});
