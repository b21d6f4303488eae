// The path of each line of work: what is core, what is left, the next sitting, the own fold; changing it loses nothing.

import {
  LANGS, NAME, answer, box, expect, items, json, lessonAddress, mapAddress, moduleAddress, ofBuild, open, rightResponse, saving, test, word,
} from './helpers.mjs';

const ROLES = ['police', 'health', 'shelter', 'migration', 'committee'];
const map = (lang) => json(ofBuild(`doc/${lang}/map.json`));
const modules = (lang) => map(lang).stages.flatMap((it) => it.modules);
const isReady = (it) => it.availability === 'ready' || it.availability === undefined;

/** What is core, from the document: `all`, a list of lessons, or nothing. */
const isCore = (module, lesson, role) => {
  if (!role) return true;
  const core = module.core?.[role];
  return core === 'all' || (core?.lessons ?? core ?? []).includes(lesson.id);
};
const hasCore = (module, role) => module.lessons.some((it) => isCore(module, it, role));
const minutes = (lang, role) => modules(lang).flatMap((m) => m.lessons.filter((it) => isReady(it) && isCore(m, it, role))).reduce((sum, it) => sum + it.minutes, 0);

for (const lang of LANGS) {
  test(`each line of work has its core, its minutes and its next sitting in ${NAME[lang]}`, async ({ page }) => {
    await open(page, mapAddress(lang));
    const line = page.locator('.pathline');
    await expect(line).toHaveAttribute('data-path-minutes', String(minutes(lang)));
    for (const role of ROLES) {
      await page.locator('#role').selectOption(role);
      await expect(line).toContainText(word(lang, `role.${role}`));
      await expect(line).toHaveAttribute('data-path-modules', String(modules(lang).filter((it) => hasCore(it, role)).length));
      await expect(line).toHaveAttribute('data-path-minutes', String(minutes(lang, role)));
      for (const module of modules(lang)) {
        const card = page.locator(`[data-module="${module.id}"]`);
        await expect(card.locator('.meta .tag'), `${role}: ${module.id}`).toHaveCount(hasCore(module, role) ? 0 : 1);
      }
      const first = modules(lang).flatMap((m) => m.lessons.filter((it) => isReady(it) && isCore(m, it, role)))[0];
      await expect(page.locator('.continue h2'), role).toHaveText(first.title);
      await expect(page.locator('aside .card').first()).toContainText(first.title);
    }
  });
}

test('another path loses nothing that was done, is kept over a reload, and opens the own fold', async ({ page }) => {
  const [item] = items('ar');
  await open(page, lessonAddress('ar'));
  await saving(page, () => answer(page, item, rightResponse(item)));
  const outcome = await box(page, item).getAttribute('data-outcome');
  for (const role of ['police', 'committee']) {
    await open(page, mapAddress('ar'));
    await page.locator('#role').selectOption(role);
    await page.reload();
    await open(page, mapAddress('ar'));
    await expect(page.locator('#role')).toHaveValue(role);
    await open(page, lessonAddress('ar'));
    await expect(box(page, item)).toHaveAttribute('data-outcome', outcome);
    const folds = page.locator('details.role');
    const opened = await folds.evaluateAll((them) => them.filter((it) => it.open).map((it) => it.querySelector('summary').textContent.trim()));
    expect([...new Set(opened)]).toEqual([word('ar', `role.${role}`)]);
  }
  await open(page, mapAddress('ar'));
  await expect(page.locator('.continue [data-action="resume"]'), 'one goes on where one stopped').toHaveAttribute('href', new RegExp(`^${lessonAddress('ar')}`));
});

test('on a module page what is not core is tagged as optional', async ({ page }) => {
  await open(page, mapAddress('en'));
  for (const role of ['police', 'health']) {
    await open(page, mapAddress('en'));
    await page.locator('#role').selectOption(role);
    for (const module of modules('en').filter((it) => it.lessons.some(isReady))) {
      await page.goto(`en/${module.id}/`);
      await expect(page.locator('html[data-ready]')).toBeAttached();
      for (const lesson of module.lessons) {
        await expect(page.locator(`[data-lesson="${lesson.id}"] .meta .tag`), `${role}: ${lesson.id}`).toHaveCount(isCore(module, lesson, role) ? 0 : 1);
      }
    }
  }
});
