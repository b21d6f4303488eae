// How long the program works from the press on "check" to the outcome, for an item of 24 parts on a machine slowed four
// times. One frame is 16 ms. It prints and judges nothing: machines differ. `node frame.mjs [--json]`

import { chromium } from '@playwright/test';

import { BROWSER } from './browser.mjs';
import { openChanged } from './helpers.mjs';
import { action, box, give, rightResponse } from './answers.mjs';
import { serve } from './server.mjs';
import { TEN_KINDS, ten } from './site.mjs';

const LANG = 'ar';
const PARTS = 24;
const ROUNDS = 9;
const SLOWER = 4;

const numbers = Array.from({ length: PARTS }, (_, n) => n);
const id = (n) => `part-${n}`;
const part = (n) => ({ id: id(n), text: `العبارة رقم <bdi>${n + 1}</bdi>`, feedback: `<p>سبب العبارة رقم <bdi>${n + 1}</bdi>.</p>` });
const choice = (n) => ({ ...part(n), right: n % 2 === 0 });
const places = ['act', 'means', 'purpose'].map((it) => ({ id: it, text: it }));
const placed = Object.fromEntries(numbers.map((n) => [id(n), places[n % 3].id]));
const menu = (n) => places.map((it, at) => ({ ...it, right: at === n % 3 }));

/** Each kind of several parts, with 24 of them. */
const MANY = {
  multiple: { choices: numbers.map(choice) },
  matching: {
    rows: numbers.map(part),
    choices: numbers.toReversed().map((n) => ({ id: `to-${n}`, text: `ما يقابل رقم ${n + 1}` })),
    key: Object.fromEntries(numbers.map((n) => [id(n), `to-${n}`])),
  },
  ordering: { parts: [...numbers.slice(1), 0].map(part), key: numbers.map(id) },
  categories: { categories: places, statements: numbers.map(part), key: placed },
  gaps: { paragraphs: [numbers.flatMap((n) => [{ text: 'ثم ' }, { gap: { id: id(n), fill: { menu: menu(n) } } }])] },
  'hot-text': { paragraphs: [numbers.flatMap((n) => [{ phrase: choice(n) }, { text: '، ثم ' }])] },
};

const site = await serve(TEN_KINDS);
const browser = await chromium.launch(BROWSER);
try {
  const figures = [];
  for (const [kind, many] of Object.entries(MANY)) figures.push(await measure(kind, many));
  report(figures);
} finally {
  await browser.close();
  await site.close();
}

/** Checks the same right response again and again. */
async function measure(kind, many) {
  const item = { ...ten(LANG, kind), interaction: { [kind]: many }, tries: null, note: null, confidence: false };
  const context = await browser.newContext({ baseURL: site.url, viewport: { width: 360, height: 640 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await openChanged(page, LANG, (it) => (it.id === item.id ? item : it));
  await give(page, item, rightResponse(item));
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const times = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    times.push(await box(page, item).evaluate(pressCheck));
    await action(page, item, 'retry').click();
    await action(page, item, 'check').waitFor();
  }
  await context.close();
  const sorted = (what) => times.map((it) => it[what]).sort((a, b) => a - b);
  const median = (what) => sorted(what)[Math.floor(ROUNDS / 2)];
  return { kind, first: times[0].scripting, fastest: sorted('scripting')[0], scripting: median('scripting'), painted: median('painted') };
}

/** Runs inside the page. The outcome is in the page when the observer hears of it: no other task comes between. */
function pressCheck(item) {
  return new Promise((resolve) => {
    const start = performance.now();
    new MutationObserver((_, observer) => {
      if (!item.dataset.outcome) return;
      observer.disconnect();
      const scripting = performance.now() - start;
      requestAnimationFrame(() => setTimeout(() => resolve({ scripting, painted: performance.now() - start })));
    }).observe(item, { attributes: true, attributeFilter: ['data-outcome'] });
    item.querySelector('[data-action="check"]').click();
  });
}

function report(figures) {
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify(figures));
    return;
  }
  console.log(`from the press on check to the outcome: ${PARTS} parts, processor slowed ${SLOWER} times, median of ${ROUNDS} (meant: 16 ms of scripting)`);
  for (const { kind, first, fastest, scripting, painted } of figures) {
    console.log(`  ${kind.padEnd(12)} ${scripting.toFixed(1).padStart(6)} ms of scripting (fastest ${fastest.toFixed(1)}, at the first press ${first.toFixed(1)}), painted after ${painted.toFixed(1)} ms`);
  }
}
