// How the browser tests run: on the finished site, in the Chromium of this machine, without a network and without luck.
// Which reporter is used is said on the command line.

import { defineConfig } from '@playwright/test';

import { BROWSER } from './browser.mjs';

export default defineConfig({
  testDir: '.',
  outputDir: 'results',
  fullyParallel: true,
  workers: 2,
  // A test that passes at the second try has found something.
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: 'line',
  use: {
    launchOptions: BROWSER,
    viewport: { width: 1366, height: 768 },
    locale: 'ar-IQ',
    timezoneId: 'Asia/Baghdad',
    // Nothing here waits for something that is on its way for longer than this.
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    // Answers are held up and changed on their way: a worker would give its own. Who tests the worker allows it.
    serviceWorkers: 'block',
  },
});
