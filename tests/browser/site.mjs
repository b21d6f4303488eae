// What the finished site holds, read from its files: addresses, documents, words. No browser is needed for it.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));

export const ROOT = resolve(HERE, '../..');
export const DIST = resolve(process.env.SANAD_DIST ?? join(ROOT, 'dist'));
/** A course with one lesson in which every kind of item occurs, as a site of its own. */
export const TEN_KINDS = resolve(process.env.SANAD_TEN_KINDS ?? join(ROOT, 'target/ten-kinds'));
/** The same course as it was built later: with other words, with one item less. */
export const REWORDED = resolve(process.env.SANAD_REWORDED ?? join(ROOT, 'target/ten-kinds-reworded'));
export const SHORTENED = resolve(process.env.SANAD_SHORTENED ?? join(ROOT, 'target/ten-kinds-shortened'));
export const LANGS = ['ar', 'en'];
export const DIR = { ar: 'rtl', en: 'ltr' };
export const NAME = { ar: 'Arabic', en: 'English' };
export const MODULE = 'trafficking-law';
export const LESSON = 'act-means-purpose';

export const other = (lang) => (lang === 'ar' ? 'en' : 'ar');
export const mapAddress = (lang) => `${lang}/`;
export const moduleAddress = (lang) => `${lang}/${MODULE}/`;
export const lessonAddress = (lang) => `${lang}/${MODULE}/${LESSON}/`;
export const meAddress = (lang) => `${lang}/me/`;
export const glossaryAddress = (lang) => `${lang}/glossary/`;
export const aboutAddress = (lang) => `${lang}/about/`;
export const tenModuleAddress = (lang) => `${lang}/preparing/`;
export const tenAddress = (lang) => `${lang}/preparing/room-and-greeting/`;

function built(folder) {
  if (existsSync(join(folder, 'index.html'))) return;
  throw new Error(
    folder === DIST
      ? `There is no site to test in ${DIST}: run \`cargo xtask build\`, or set SANAD_DIST to one.`
      : `There is no site with every kind of item in ${folder}: run \`cargo xtask test --only browser\`, or set SANAD_TEN_KINDS to one.`,
  );
}

export function text(path, folder = DIST) {
  built(folder);
  return readFileSync(join(folder, path), 'utf8');
}

export function json(path, folder = DIST) {
  return JSON.parse(text(path, folder));
}

/** Where a file of the folder's build lies. */
export const ofBuild = (address, folder = DIST) => `at/${buildOf(folder)}/${address}`;
export const buildOf = (folder = DIST) => text('index.html', folder).match(/data-build="([^"]+)"/)[1];

export function lessonDocument(lang, module = MODULE, lesson = LESSON) {
  return json(ofBuild(`doc/${lang}/${module}/${lesson}.json`));
}

/** The interface's text of a key, as far as its first place for a value. */
export function word(lang, key) {
  const words = json(ofBuild(`words/${lang}.json`));
  const found = (words.texts ?? words)[key];
  if (found === undefined) throw new Error(`words/${lang}.json has no ${key}`);
  return found.split('{')[0].trim();
}

/** The interface's text of a key with its places filled, as a person reads it. */
export function sentence(lang, key, values = {}) {
  const words = json(ofBuild(`words/${lang}.json`));
  return Object.entries(values).reduce((text, [place, value]) => text.replaceAll(`{${place}}`, value), (words.texts ?? words)[key]);
}

/** A counted text, in the form that the language has for the number. */
export const counted = (lang, key, n) => sentence(lang, `${key}.${new Intl.PluralRules(lang).select(n)}`, { n });

/** All files of the site whose name has this end, from its root. */
export function files(end, folder = DIST) {
  built(folder);
  const all = readdirSync(folder, { recursive: true, withFileTypes: true });
  const names = all.filter((it) => it.isFile()).map((it) => relative(folder, join(it.parentPath ?? it.path, it.name)));
  return names.map((it) => it.replaceAll('\\', '/')).filter((it) => it.endsWith(end)).sort();
}

/** Every page: its file, its address from the site's root, its kind and its language as they stand in the file. */
export function pages() {
  return files('.html').map((file) => {
    const source = text(file);
    return {
      file,
      source,
      address: file.replace(/(^|\/)index\.html$/, '$1'),
      kind: source.match(/<main[^>]*\sdata-page="([^"]+)"/)?.[1] ?? 'none',
      lang: source.match(/<html[^>]*\slang="([^"]+)"/)?.[1] ?? 'none',
    };
  });
}

/** One page of each kind and language, and the two pages that have no language of their own. */
export function kindsOfPages() {
  const one = (lang) => [
    { name: `map, ${lang}`, address: mapAddress(lang), kind: 'map', lang },
    { name: `module, ${lang}`, address: moduleAddress(lang), kind: 'module', lang },
    { name: `lesson, ${lang}`, address: lessonAddress(lang), kind: 'lesson', lang },
    { name: `about, ${lang}`, address: aboutAddress(lang), kind: 'about', lang },
    { name: `glossary, ${lang}`, address: glossaryAddress(lang), kind: 'glossary', lang },
    { name: `me, ${lang}`, address: meAddress(lang), kind: 'me', lang },
  ];
  return [
    { name: 'language', address: '', kind: 'language', lang: 'ar' },
    ...LANGS.flatMap(one),
    { name: 'not found', address: '404.html', kind: 'not-found', lang: 'ar' },
  ];
}

/** The items of a lesson in their order, also those inside callouts and folds. */
export function itemsOf(document) {
  const walk = (blocks) =>
    blocks.flatMap((block) => {
      if (block.item) return [block.item];
      const inner = block.callout?.blocks ?? block.role?.blocks;
      return inner ? walk(inner) : [];
    });
  return walk(document.blocks).map((item) => ({ ...item, kind: Object.keys(item.interaction)[0] }));
}

export const items = (lang) => itemsOf(lessonDocument(lang));
export const ofKind = (lang, kind) => items(lang).filter((item) => item.kind === kind);

/** The lesson in which every kind occurs: its document, its items, and the item of a kind. */
export const tenDocument = (lang) => json(ofBuild(`doc/${tenAddress(lang).slice(0, -1)}.json`, TEN_KINDS), TEN_KINDS);
export const tenItems = (lang) => itemsOf(tenDocument(lang));
export const ten = (lang, kind) => tenItems(lang).find((item) => item.kind === kind);
