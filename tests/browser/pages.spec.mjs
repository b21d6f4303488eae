// Every address of the site: what stands in its file before any script runs, that it works under any path, without
// scripts and on a slow line, and that moving between pages treats focus, title and language as one page would.

import { createHash } from 'node:crypto';

import {
  DIR, LANGS, LESSON, MODULE, NAME, aboutAddress, action, arrived, box, entries, expect, files, give, glossaryAddress, inDatabase, inLocalStorage, items,
  lessonAddress, lessonDocument, mapAddress, meAddress, moduleAddress, ofKind, open, other, pages, ready, rightResponse, ofBuild, saving, stands, test, text,
  word, wrongResponse,
} from './helpers.mjs';

const html = (page) => page.locator('html');
const all = pages();
const NO_LANGUAGE = ['language', 'not-found', 'calendar'];
/** Pages beside the course: they say nothing of it, and lead nowhere. */
const APART = ['not-found', 'calendar'];
/** `404.html` is shown at addresses of any depth, so it cannot start the program; the calendar is to know nothing of it. */
const alive = all.filter((it) => !['404.html', 'calendar/index.html'].includes(it.file));

test('every kind of page is there in every language', () => {
  const expected = LANGS.flatMap((lang) => [mapAddress(lang), moduleAddress(lang), lessonAddress(lang), aboutAddress(lang), meAddress(lang), glossaryAddress(lang)]);
  expect(all.map((it) => it.address)).toEqual(expect.arrayContaining(['', '404.html', ...expected]));
  expect(all.filter((it) => it.kind === 'none').map((it) => it.file), 'pages without main[data-page]').toEqual([]);
});

test('every file begins with the charset and a policy that lets nothing inline and nothing from elsewhere run', () => {
  for (const { file, source } of all) {
    const head = source.slice(source.indexOf('<head'));
    const tags = head.match(/<(?!head)[a-z][^>]*>/g);
    expect(tags[0], `${file}: first`).toMatch(/^<meta charset="?utf-8"?\s*\/?>$/i);
    expect(tags[1], `${file}: second`).toMatch(/http-equiv="?Content-Security-Policy"?/i);
    const policy = Object.fromEntries(
      tags[1].match(/content="([^"]+)"/)[1].split(';').map((it) => it.trim().split(/\s+/)).filter(([name]) => name).map(([name, ...values]) => [name, values]),
    );
    expect(policy['default-src'], file).toEqual(["'none'"]);
    expect(policy['base-uri'], file).toBeDefined();
    expect(policy['form-action'], file).toEqual(["'none'"]);
    for (const [name, values] of Object.entries(policy)) {
      for (const value of values) expect(value, `${file}: ${name}`).toMatch(/^('none'|'self'|'wasm-unsafe-eval'|'sha256-[A-Za-z0-9+/=]+'|data:)$/);
    }
    expect(policy['script-src'] ?? [], file).not.toContain('data:');
    const styles = [...source.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, style]) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    for (const hash of styles) expect(policy['style-src'], `${file}: its inline style`).toContain(hash);
  }
});

test('no file holds an inline script, a style attribute or an event attribute', () => {
  for (const { file, source } of all) {
    const body = source.replace(/<style[\s\S]*?<\/style>/g, '');
    expect(body.match(/<script(?![^>]*\ssrc=)[^>]*>/g), `${file}: script without src`).toBeNull();
    expect(body.match(/<[a-z][^>]*\sstyle=/g), `${file}: style attribute`).toBeNull();
    expect(body.match(/<[a-z][^>]*\son[a-z]+=/g), `${file}: event attribute`).toBeNull();
    expect(body.match(/(?:href|src)="(?:https?:)?\/\/[^"]*"/g), `${file}: address of another host`).toBeNull();
  }
});

test('every page has language, direction, its own title and description, one heading, a skip link and main', async ({ page, watch }) => {
  test.setTimeout(180_000);
  watch.allow(/status of 404/);
  const titles = new Map();
  for (const { file, address, kind, lang } of all) {
    await page.goto(address);
    const found = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
      title: document.title,
      description: document.querySelector('meta[name="description"]')?.content ?? '',
      viewport: document.querySelector('meta[name="viewport"]')?.content ?? '',
      headings: document.querySelectorAll('h1').length,
      heading: document.querySelector('main h1')?.textContent.trim() ?? '',
      mains: document.querySelectorAll('main').length,
      kind: document.querySelector('main')?.dataset.page,
      skip: document.body.querySelector('a')?.hash,
      skipLeadsHere: new URL(document.body.querySelector('a')?.href ?? 'about:blank').pathname === location.pathname,
      target: !!document.querySelector('main#main'),
    }));
    expect(found, file).toMatchObject({ lang, dir: DIR[lang], headings: 1, mains: 1, kind });
    expect(found.title.length, `${file}: title`).toBeGreaterThan(3);
    expect(found.heading.length, `${file}: heading in main`).toBeGreaterThan(2);
    expect(found.viewport, file).toContain('width=device-width');
    if (!NO_LANGUAGE.includes(kind)) expect(address.startsWith(`${lang}/`), file).toBe(true);
    if (!APART.includes(kind)) {
      expect(found.description.length, `${file}: description`).toBeGreaterThan(20);
      expect(found, `${file}: the first link skips to main`).toMatchObject({ skip: '#main', skipLeadsHere: true, target: true });
      expect(titles.get(found.title), `${file}: the same title`).toBeUndefined();
      titles.set(found.title, file);
    }
  }
});

test('every link of every page leads to a page that is there, and every fragment to an element', async ({ page, site, watch }) => {
  test.setTimeout(180_000);
  watch.allow(/status of 404/);
  const known = new Set(all.map((it) => it.address));
  const links = [];
  const ids = new Map();
  for (const { address } of all) {
    await page.goto(address);
    ids.set(address, new Set(await page.locator('[id]').evaluateAll((them) => them.map((it) => it.id))));
    for (const href of await page.locator('a[href]').evaluateAll((them) => them.map((it) => it.href))) links.push([address, href]);
  }
  const lost = links.filter(([, href]) => {
    const url = new URL(href);
    const target = url.href.startsWith(site.url) ? decodeURI(url.pathname.slice(1)) : null;
    return !known.has(target) || (url.hash && !ids.get(target).has(decodeURIComponent(url.hash.slice(1))));
  });
  expect(lost).toEqual([]);
});

test('the language page has one link for each language, named in that language', async ({ page }) => {
  await open(page, '');
  for (const lang of LANGS) {
    const link = page.locator(`main a[hreflang="${lang}"]`);
    await expect(link).toHaveCount(1);
    expect(await link.evaluate((it) => it.closest('[lang]').lang)).toBe(lang);
    await expect(link).toHaveText({ ar: 'العربية', en: 'English' }[lang]);
  }
  await page.locator('main a[hreflang="en"]').click();
  await arrived(page, 'map');
  await expect(html(page)).toHaveAttribute('dir', 'ltr');
  await expect(page.locator('h1')).toBeFocused();
});

test('marks for tests are in the file before any script runs', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: site.url });
  const page = await context.newPage();
  await page.goto(mapAddress('ar'));
  await expect(page.locator(`[data-module="${MODULE}"]`)).toHaveAttribute('data-completion', 'not-started');
  await page.goto(moduleAddress('ar'));
  await expect(page.locator(`[data-lesson="${LESSON}"]`)).toHaveAttribute('data-success', 'unknown');
  await page.goto(lessonAddress('ar'));
  const marks = await page.locator('[data-item]').evaluateAll((them) => them.map((it) => [it.dataset.item, it.dataset.kind, it.querySelectorAll('[data-feedback]').length]));
  expect(marks).toEqual(items('ar').map((it) => [it.id, it.kind, 1]));
  await context.close();
});

for (const lang of LANGS) {
  test(`without scripts the ${NAME[lang]} lesson can be read whole, and a sentence says what needs them`, async ({ browser, site, watch }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: site.url });
    await watch.over(context);
    const page = await context.newPage();
    await page.goto(lessonAddress(lang));
    // Matchers of text pass over what stands in `noscript`.
    await expect(page.locator('noscript p')).toBeVisible();
    expect(await page.locator('noscript p').innerText()).toBe(word(lang, 'no-script'));
    const document = lessonDocument(lang);
    await expect(page.locator('h1')).toHaveText(document.title);
    for (const section of document.sections) await expect(page.locator(`h2#${section.id}, h3#${section.id}`)).toBeVisible();
    for (const item of items(lang)) await expect(box(page, item).locator('.prompt, legend').first()).toBeVisible();
    for (const choice of await page.locator('[data-item] label.option').all()) await expect(choice).toBeVisible();
    await expect(page.locator('.sources li').first()).toBeVisible();
    await page.locator('[data-action="language"]:visible').first().click();
    await expect(html(page)).toHaveAttribute('lang', other(lang));
    await context.close();
  });
}

for (const [where, address] of [['at the root', (site) => site.url], ['two levels deep', (_, below) => below.url]]) {
  test(`an unknown address ${where} is answered by a page in both languages that leads back`, async ({ page, site, siteBelow, watch }) => {
    watch.allow(/status of 404/);
    const requests = [];
    page.on('request', (it) => requests.push(it.url()));
    for (const unknown of ['nothing-here', 'ar/nothing/here/at/all/', `en/${MODULE}/nothing/`]) {
      requests.length = 0;
      const response = await page.goto(address(site, siteBelow) + unknown);
      expect(response.status()).toBe(404);
      await expect(page.locator('main')).toHaveAttribute('data-page', 'not-found');
      for (const lang of LANGS) await expect(page.locator('body')).toContainText(word(lang, 'not-found.title'));
      const parts = await page.locator('[lang]').evaluateAll((them) => them.map((it) => `${it.lang} ${it.closest('[dir]')?.dir}`));
      expect(parts).toEqual(expect.arrayContaining(['ar rtl', 'en ltr']));
      expect(requests.filter((it) => !it.startsWith('data:')), 'it holds all it needs').toHaveLength(1);
    }
  });
}

test('an unknown address that a link inside the site leads to says so without leaving the site', async ({ page }) => {
  await open(page, mapAddress('en'));
  await page.evaluate(() => {
    history.pushState(null, '', 'en/there/is/nothing/');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await arrived(page, 'not-found');
  await page.locator('main a').first().click();
  await arrived(page, 'map');
});

for (const { address, kind } of alive) {
  test(`the page ${address || '/'} works under /a/b/, also after a reload and a switch of language`, async ({ page, siteBelow }) => {
    await open(page, siteBelow.url + address);
    await page.reload();
    await ready(page);
    await expect(page.locator('main')).toHaveAttribute('data-page', kind);
    const urls = await page.locator('a[href]').evaluateAll((them) => them.map((it) => it.href));
    expect(urls.filter((it) => !it.startsWith(siteBelow.url)), 'links that lead out').toEqual([]);
    const lang = await html(page).getAttribute('lang');
    await page.locator('[data-action="language"]:visible').first().click();
    await expect(html(page)).toHaveAttribute('lang', other(lang));
    expect(page.url().startsWith(siteBelow.url)).toBe(true);
    await page.reload();
    await ready(page);
    await expect(html(page)).toHaveAttribute('lang', other(lang));
  });
}

test('the way from map to lesson and back works under /a/b/, and what was answered there stays', async ({ page, siteBelow }) => {
  const [item] = ofKind('ar', 'choice');
  await open(page, `${siteBelow.url}ar/`);
  await page.locator(`[data-module="${MODULE}"] a`).click();
  await arrived(page, 'module');
  await page.locator(`[data-lesson="${LESSON}"] a`).click();
  await arrived(page, 'lesson');
  expect(page.url()).toBe(siteBelow.url + lessonAddress('ar'));
  await saving(page, () => give(page, item, rightResponse(item)));
  await page.reload();
  await ready(page);
  await expect.poll(() => stands(page, item)).toBe(rightResponse(item));
});

test('after each move inside the site the focus is on its heading, the page is at its top, and going back works', async ({ page }) => {
  await open(page, mapAddress('ar'));
  await page.evaluate(() => (window.sameDocument = true));
  const came = async (kind) => {
    await arrived(page, kind);
    await expect(page.locator('h1')).toBeFocused();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    expect(await page.evaluate(() => window.sameDocument)).toBe(true);
  };
  await page.locator(`[data-module="${MODULE}"] a`).click();
  await came('module');
  await page.locator(`[data-lesson="${LESSON}"] a`).click();
  await came('lesson');
  await page.locator('[data-action="next"]').click();
  await expect(page).not.toHaveURL(new RegExp(`/${LESSON}/$`));
  await came('lesson');
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`/${LESSON}/$`));
  await expect(html(page)).toHaveAttribute('data-ready', '');
  await page.goBack();
  await arrived(page, 'module');
  await page.goBack();
  await arrived(page, 'map');
  await page.goForward();
  await came('module');
  expect(await page.title()).toContain(await page.locator('h1').innerText());
  await page.locator(`[data-lesson="${LESSON}"] a`).click();
  await came('lesson');
  await page.locator('[data-action="previous"]').click();
  await came('module');
});

test('a link to a section and the skip link move the focus there, without loading the page anew', async ({ page }) => {
  await open(page, lessonAddress('en'));
  await page.evaluate(() => (window.sameDocument = true));
  await page.keyboard.press('Tab');
  await expect(page.locator('a.skip')).toBeFocused();
  await expect(page.locator('a.skip')).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  const { id } = lessonDocument('en').sections.at(-1);
  await page.locator('.toc a').last().click();
  await expect(page.locator(`#${id}`)).toBeInViewport();
  expect(page.url()).toBe(`${new URL(page.url()).origin}/${lessonAddress('en')}#${id}`);
  expect(await page.evaluate(() => window.sameDocument)).toBe(true);
});

test('the menu of a phone leads on and is closed afterwards', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await open(page, mapAddress('ar'));
  const menu = page.locator('.topbar details');
  await menu.locator('summary').click();
  await menu.locator(`a[href="${meAddress('ar')}"]`).click();
  await arrived(page, 'me');
  await expect(page.locator('h1')).toBeFocused();
  await expect(menu, 'it would lie over the page').not.toHaveAttribute('open');
});

test('an address that names its index.html is the same page', async ({ page, siteBelow }) => {
  const [item] = ofKind('en', 'choice');
  await open(page, `${siteBelow.url}${lessonAddress('en')}index.html`);
  await give(page, item, rightResponse(item));
  await page.locator('[data-action="previous"]').click();
  await arrived(page, 'module');
});

for (const lang of LANGS) {
  test(`language, direction and title change together, from ${NAME[lang]}`, async ({ page }) => {
    await open(page, lessonAddress(lang));
    const title = await page.title();
    await page.evaluate(() => {
      const root = document.documentElement;
      const now = () => `${root.lang} ${root.dir} ${document.title}`;
      window.states = [now()];
      const note = () => window.states.at(-1) === now() || window.states.push(now());
      new MutationObserver(note).observe(root, { attributes: true, subtree: true, childList: true, characterData: true, attributeFilter: ['lang', 'dir'] });
    });
    await page.locator('[data-action="language"]:visible').first().click();
    await expect(html(page)).toHaveAttribute('lang', other(lang));
    await expect(page.locator('h1')).toHaveText(lessonDocument(other(lang)).title);
    const states = await page.evaluate(() => window.states);
    expect(states).toEqual([`${lang} ${DIR[lang]} ${title}`, `${other(lang)} ${DIR[other(lang)]} ${await page.title()}`]);
    expect(await page.title()).toContain(lessonDocument(other(lang)).title);
    await page.goBack();
    await expect(html(page)).toHaveAttribute('lang', lang);
    await expect(html(page)).toHaveAttribute('dir', DIR[lang]);
    expect(await page.title()).toBe(title);
  });
}

test('what is picked and typed before the program has come is still there when it has, and is kept', async ({ page }) => {
  let release;
  const gate = new Promise((resolve) => (release = resolve));
  await page.route('**/*.wasm*', async (route) => {
    await gate;
    await route.continue();
  });
  const [choice] = ofKind('ar', 'choice');
  const [gaps] = ofKind('ar', 'gaps');
  const [reflection] = ofKind('ar', 'reflection');
  await page.goto(lessonAddress('ar'), { waitUntil: 'commit' });
  await give(page, choice, wrongResponse(choice));
  await give(page, gaps, wrongResponse(gaps));
  await give(page, reflection, 'كتبتُ قبل أن يصل البرنامج');
  await expect(html(page)).not.toHaveAttribute('data-ready');
  release();
  await ready(page);
  await expect.poll(() => stands(page, choice)).toBe(wrongResponse(choice));
  await expect.poll(() => stands(page, gaps)).toEqual(wrongResponse(gaps));
  await expect.poll(() => stands(page, reflection)).toBe('كتبتُ قبل أن يصل البرنامج');
  await expect(html(page)).toHaveAttribute('data-saved', 'yes');
  await expect.poll(async () => Object.values((await inDatabase(page)) ?? {}).join()).toContain('كتبتُ قبل أن يصل البرنامج');
  expect(entries(await inLocalStorage(page))).toEqual(entries(await inDatabase(page)));
  await page.reload();
  await ready(page);
  await expect.poll(() => stands(page, choice)).toBe(wrongResponse(choice));
  await expect.poll(() => stands(page, gaps)).toEqual(wrongResponse(gaps));
  await action(page, choice, 'check').click();
  await expect(box(page, choice).locator('[data-feedback]')).not.toBeEmpty();
});

test('what is picked before the program has come wins over what was kept earlier', async ({ page }) => {
  const [choice] = ofKind('ar', 'choice');
  await open(page, lessonAddress('ar'));
  await saving(page, () => give(page, choice, rightResponse(choice)));
  let release;
  const gate = new Promise((resolve) => (release = resolve));
  await page.route('**/*.wasm*', async (route) => {
    await gate;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await give(page, choice, wrongResponse(choice));
  release();
  await ready(page);
  await expect.poll(() => stands(page, choice)).toBe(wrongResponse(choice));
});

test('when the program does not come the page stays readable and says so', async ({ page, watch }) => {
  watch.allow(/Failed to load resource|Failed to fetch|NetworkError/);
  await page.route(/\/doc\/.*\.json/, (route) => route.abort());
  await page.goto(lessonAddress('en'));
  await expect(page.locator('#asleep')).toBeVisible();
  await expect(page.locator('#asleep')).toHaveText(word('en', 'asleep'));
  await expect(page.locator('h1')).toHaveText(lessonDocument('en').title);
});

test('when the next page does not come the old one stays, and it can be tried again', async ({ page, watch }) => {
  watch.allow(/Failed to load resource|Failed to fetch|NetworkError/);
  await open(page, mapAddress('en'));
  const lost = (route) => route.abort();
  await page.route(/\/doc\/.*\.json/, lost);
  await page.locator(`[data-module="${MODULE}"] a`).click();
  const alert = page.getByRole('alert').filter({ hasText: word('en', 'page.failed') });
  await expect(alert).toBeVisible();
  await expect(page.locator('main')).toHaveAttribute('data-page', 'map');
  await page.unroute(/\/doc\/.*\.json/, lost);
  await alert.locator('a, button').click();
  await arrived(page, 'module');
});

test('light and dark are chosen on the page of one\'s own, at once and for every page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, meAddress('ar'));
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  const setting = page.locator('select[data-setting="theme"]');
  await setting.selectOption('dark');
  await expect(html(page)).toHaveAttribute('data-theme', 'dark');
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await open(page, lessonAddress('en'));
  await expect(html(page)).toHaveAttribute('data-theme', 'dark');
  expect(await background()).toBe(dark);
  await open(page, meAddress('en'));
  await expect(setting).toHaveValue('dark');
  await page.emulateMedia({ colorScheme: 'dark' });
  await setting.selectOption('light');
  await expect.poll(background).toBe(light);
  await setting.selectOption('system');
  await expect(html(page)).toHaveAttribute('data-theme', 'system');
  await expect.poll(background).toBe(dark);
});

test('the paragraph for one\'s own line of work is open after it was chosen', async ({ page }) => {
  await open(page, meAddress('en'));
  await page.locator('select[data-setting="role"]').selectOption('health');
  await open(page, lessonAddress('en'));
  await expect(page.locator('details.role[open]')).toHaveCount(1);
  await expect(page.locator('details.role[open] summary')).toHaveText(word('en', 'role.health'));
});

test('nothing is fetched twice on the way to the first answer, and no font holds the text back', async ({ page }) => {
  const requests = [];
  page.on('request', (it) => requests.push(it.url()));
  const [item] = ofKind('ar', 'choice');
  await open(page, lessonAddress('ar'));
  await give(page, item, rightResponse(item));
  await action(page, item, 'check').click();
  const fetched = requests.filter((it) => !it.startsWith('data:'));
  expect(fetched.filter((it, n) => fetched.indexOf(it) !== n), 'twice').toEqual([]);
  expect(fetched.filter((it) => !it.includes('.woff2')).length, fetched.join('\n')).toBeLessThanOrEqual(10);
  const faces = files('.css').concat('index.html');
  expect(faces.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => [...document.fonts].map((it) => it.display))).toEqual(expect.arrayContaining(['swap']));
  expect(await page.evaluate(() => [...document.fonts].filter((it) => it.display !== 'swap').length)).toBe(0);
});

test('a module or a lesson that is only planned is shown and not linked, on map and module page', async ({ page }) => {
  for (const lang of LANGS) {
    await open(page, mapAddress(lang));
    const known = new Set(all.filter((it) => it.kind === 'module').map((it) => it.address));
    const cards = await page.locator('[data-module]').evaluateAll((them) => them.map((it) => ({ title: it.innerText.trim(), links: it.querySelectorAll('a').length, words: it.querySelector('.foot-line').innerText })));
    const planned = cards.filter((it) => it.links === 0);
    expect(cards.length).toBeGreaterThan(planned.length);
    expect(planned.length, 'modules still to be written').toBeGreaterThan(0);
    for (const { words, title } of planned) expect(words, title).toContain(word(lang, 'state.planned'));
    // Its page is a file all the same, and leads to no lesson.
    for (const address of [...known].filter((it) => it.startsWith(`${lang}/`))) {
      await page.goto(address);
      const rows = await page.locator('[data-lesson]').evaluateAll((them) => them.map((it) => [it.classList.contains('is-planned'), it.querySelectorAll('a').length]));
      for (const [isPlanned, links] of rows) expect(links, address).toBe(isPlanned ? 0 : 1);
    }
  }
});

test('the glossary has each word with its meaning in both languages, each marked as what it is', async ({ page }) => {
  for (const lang of LANGS) {
    await open(page, glossaryAddress(lang));
    const { terms } = JSON.parse(text(ofBuild(`doc/${lang}/glossary.json`)));
    const found = await page.locator('main .word').evaluateAll((them) => them.map((it) => ({
      id: it.id,
      here: it.querySelectorAll('dl')[0].innerText.trim().length,
      other: [it.querySelectorAll('dl')[1].lang, it.querySelectorAll('dl')[1].dir],
      direction: getComputedStyle(it.querySelectorAll('dl')[1]).direction,
    })));
    expect(found.map((it) => it.id)).toEqual(terms.map((it) => it.id));
    for (const { id, here, other: [tag, dir], direction } of found) {
      expect(here, id).toBeGreaterThan(5);
      expect([tag, dir, direction], id).toEqual([other(lang), DIR[other(lang)], DIR[other(lang)]]);
    }
    // An address with the word's id leads to the word, also after the switch of language.
    const { id } = terms.at(-1);
    await open(page, `${glossaryAddress(lang)}#${id}`);
    await expect(page.locator(`#${id}`)).toBeInViewport();
  }
});
