// How long a learner waits on a slow line with a slow machine, as a ratio to a plain page with the same text: until the
// first paragraph is painted, and until the first answer is marked; and how long at the second visit and without a network,
// where the device answers by itself. It prints and judges nothing: machines differ.
// `node ratio.mjs [--json]`

import { chromium } from '@playwright/test';

import { BROWSER } from './browser.mjs';
import { serve } from './server.mjs';
import { DIST, items, lessonAddress, text } from './site.mjs';

const LANG = 'ar';
const ROUNDS = 5;
const LINE = { offline: false, latency: 150, downloadThroughput: (1600 * 1000) / 8, uploadThroughput: (1600 * 1000) / 8 };
const FAR = { ...LINE, latency: 400 };
const SLOWER = 4;

const first = items(LANG).find((it) => it.kind === 'choice');
const right = first.interaction.choice.choices.find((it) => it.right).id;

const site = await serve(DIST, { brotli: true, extra: { 'plain.html': plainPage() } });
const browser = await chromium.launch(BROWSER);
try {
  const times = { site: [], plain: [] };
  for (let n = 0; n < ROUNDS; n += 1) {
    times.site.push(await measure(`${site.url}${lessonAddress(LANG)}`));
    times.plain.push(await measure(`${site.url}plain.html`));
  }
  const again = { second: [], offline: [], plain: [] };
  for (let n = 0; n < ROUNDS; n += 1) await visitAgain(again);
  report(times, again);
} finally {
  await browser.close();
  await site.close();
}

/** The lesson's text as a page that somebody wrote by hand: native radio buttons, and a few lines that mark the first. */
function plainPage() {
  const source = text(`${lessonAddress(LANG)}index.html`);
  const body = source.match(/<main[\s\S]*<\/main>/)[0];
  const bare = body
    .replace(/<(script|style|svg|noscript)[\s\S]*?<\/\1>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\s(class|id|tabindex|aria-[a-z]+|data-(?!item|choice|action)[a-z-]+|role|href)="[^"]*"/g, '');
  const marking = `const box = document.querySelector('[data-item="${first.id}"]');
box.querySelector('[data-action=check]').onclick = () => {
  const picked = box.querySelector('input:checked');
  if (!picked) return;
  const right = picked.value === '${right}';
  box.dataset.outcome = right ? 'correct' : 'incorrect';
  box.append(right ? 'صحيح' : 'ليس بعد');
};
document.documentElement.dataset.ready = '';`;
  return `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>x</title><link rel="icon" href="data:,">${bare}<script>${marking}</script></html>`;
}

/** Opens a page for the first time, and answers its first item as soon as the page takes an answer. */
async function measure(address) {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', LINE);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(quickLearner, first.id);
  await page.goto(address, { waitUntil: 'commit', timeout: 90_000 });
  await page.waitForFunction(() => window.times?.painted && window.times.marked, null, { timeout: 90_000 });
  const { painted, marked } = await page.evaluate(() => window.times);
  await context.close();
  return { painted, marked };
}

/** The lesson where it is on the device already, with the server and without; the plain page from the server. */
async function visitAgain(again) {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  await page.goto(`${site.url}${lessonAddress(LANG)}`);
  await page.locator('html[data-offline=ready]').waitFor({ state: 'attached' });
  await page.close();
  const painted = async (context, address) => {
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', FAR);
    await page.goto(address, { timeout: 90_000 });
    // The largest piece of text on the first screen; watching the page come would cost more than it measures.
    const readable = await page.evaluate(() => new Promise((done) => {
      new PerformanceObserver((list) => setTimeout(() => done(list.getEntries().at(-1).startTime), 500)).observe({ type: 'largest-contentful-paint', buffered: true });
    }));
    await page.close();
    return { painted: readable };
  };
  again.second.push(await painted(context, `${site.url}${lessonAddress(LANG)}`));
  await site.stop();
  again.offline.push(await painted(context, `${site.url}${lessonAddress(LANG)}`));
  await site.start();
  await context.close();
  // Without a worker: a worker's own requests are not slowed down, and would bring the plain page at once.
  const bare = await browser.newContext({ viewport: { width: 360, height: 640 }, serviceWorkers: 'block' });
  const warm = await bare.newPage();
  await warm.goto(`${site.url}404.html`);
  await warm.close();
  again.plain.push(await painted(bare, `${site.url}plain.html`));
  await bare.close();
}

/** Runs inside the page, so that nothing outside adds to the time. */
function quickLearner(item) {
  window.times = {};
  const find = (selector) => document.querySelector(`[data-item="${item}"] ${selector}`);
  const watch = new MutationObserver(look);
  watch.observe(document, { subtree: true, childList: true, attributes: true });
  let pressed = null;
  let paints = false;
  function look() {
    const paragraph = [...document.querySelectorAll('main p')].find((it) => it.textContent.trim().length > 60);
    if (paragraph && !paints) {
      paints = true;
      new PerformanceObserver((list) => {
        const [paint] = list.getEntriesByName('first-contentful-paint');
        // A frame after both: there is a paragraph, and something is painted.
        if (paint) requestAnimationFrame(() => setTimeout(() => (window.times.painted = Math.max(paint.startTime, window.times.there))));
      }).observe({ type: 'paint', buffered: true });
      requestAnimationFrame(() => (window.times.there = performance.now()));
    }
    if (document.documentElement.dataset.ready === undefined) return;
    if (document.querySelector(`[data-item="${item}"]`).dataset.outcome) {
      window.times.marked ??= performance.now();
      watch.disconnect();
      return;
    }
    if (!find('input:checked')) {
      find('[data-choice] input').click();
    }
    // Once for the answer, and once more when it is asked how sure one is.
    const now = find('input[type=range]') ? 'sure' : 'answer';
    if (find('input:checked') && pressed !== now) {
      pressed = now;
      setTimeout(() => find('[data-action=check]').click());
    }
  }
}

function report(times, again) {
  const median = (all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)];
  const figures = ['painted', 'marked'].map((what) => {
    const [ours, plain] = [times.site, times.plain].map((all) => median(all.map((it) => it[what])));
    return { what, ours: Math.round(ours), plain: Math.round(plain), ratio: Number((ours / plain).toFixed(2)) };
  });
  for (const what of ['second', 'offline']) {
    const [ours, plain] = [again[what], again.plain].map((all) => median(all.map((it) => it.painted)));
    figures.push({ what, ours: Math.round(ours), plain: Math.round(plain), ratio: Number((ours / plain).toFixed(2)) });
  }
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify(figures));
    return;
  }
  const names = { painted: 'first paragraph painted', marked: 'first answer marked', second: 'second visit, readable', offline: 'without a network' };
  const goals = { painted: 1.3, marked: 3.5, second: 0.6, offline: 0.6 };
  console.log(`against a plain page with the same text: 1600 kbit/s, 150 ms, processor slowed ${SLOWER} times, median of ${ROUNDS}`);
  for (const { what, ours, plain, ratio } of figures) {
    if (what === 'second') console.log('kept on the device, against the plain page from a server 400 ms away, processor as it is');
    console.log(`  ${names[what].padEnd(26)} ${String(ours).padStart(6)} ms  plain ${String(plain).padStart(6)} ms  ${ratio.toFixed(2)}×  (meant: ${goals[what]}×)`);
  }
}
