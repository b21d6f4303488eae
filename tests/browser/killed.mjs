// A browser of one's own with a folder that stays, and the end of it as on a machine that loses power: the process is
// killed from outside, a moment after the page said that it has saved.

import { readFileSync, readdirSync } from 'node:fs';

import { chromium } from '@playwright/test';

import { BROWSER } from './browser.mjs';

/** Starts a browser on a folder; what was kept there before is there again. */
export async function startBrowser(folder, baseURL, watch, serviceWorkers = 'block') {
  const context = await chromium.launchPersistentContext(folder, { ...BROWSER, baseURL, serviceWorkers, viewport: { width: 1366, height: 768 } });
  await watch.over(context);
  const pid = mainProcess(folder);
  const [page] = context.pages();
  const gone = new Promise((resolve) => context.once('close', resolve));

  /**
   * Does one thing and kills the browser as soon as the page says that it is saved; gives the milliseconds between.
   * The page tells the moment itself, by the clock that this process reads too.
   */
  async function killWhenSaved(act) {
    const killed = new Promise((resolve) => {
      context.exposeBinding('tellSaved', (_, at) => {
        process.kill(pid, 'SIGKILL');
        resolve(Date.now() - at);
      });
    });
    await page.waitForFunction(() => 'tellSaved' in window);
    await page.evaluate(() => {
      const note = (all) => {
        const ended = all.some((it) => it.oldValue === 'saving') && document.documentElement.dataset.saved === 'yes';
        if (ended) window.tellSaved(Date.now());
      };
      new MutationObserver(note).observe(document.documentElement, { attributes: true, attributeOldValue: true, attributeFilter: ['data-saved'] });
    });
    // The browser may be gone before the press is reported back.
    const acted = act(page).catch((error) => {
      if (!/closed|crashed/i.test(error.message)) throw error;
    });
    const [after] = await Promise.all([killed, acted]);
    await gone;
    return after;
  }

  return { context, page, killWhenSaved };
}

/** The browser's own process: the one with this folder that is no helper of another. */
function mainProcess(folder) {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const found = numbers.filter((number) => {
    try {
      const words = readFileSync(`/proc/${number}/cmdline`, 'utf8').split('\0');
      return words.includes(`--user-data-dir=${folder}`) && !words.some((it) => it.startsWith('--type='));
    } catch {
      // It ended while we looked.
      return false;
    }
  });
  if (found.length !== 1) throw new Error(`${found.length} processes have the folder ${folder}`);
  return Number(found[0]);
}
