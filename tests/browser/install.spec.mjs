// Installing: each language's manifest as the browser reads it, and the icons it names.

import { DIR, DIST, LANGS, NAME, expect, files, json, kept, mapAddress, open, pages, test, text } from './offline.mjs';

/** Width and height of a PNG, from its head. */
const size = (bytes) => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];

for (const lang of LANGS) {
  test(`the ${NAME[lang]} manifest says its name, direction and start, and its icons are there`, async ({ page, request, site }) => {
    await open(page, mapAddress(lang));
    const client = await page.context().newCDPSession(page);
    const { url, errors } = await client.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(url).toBe(`${site.url}${lang}/manifest.webmanifest`);
    const manifest = json(`${lang}/manifest.webmanifest`);
    expect(manifest).toMatchObject({ lang, dir: DIR[lang], display: 'standalone', theme_color: '#17616b', background_color: '#f6f4ee' });
    expect(text(`${lang}/index.html`)).toContain(manifest.name);
    const at = (address) => new URL(address, url).href;
    expect(at(manifest.start_url)).toBe(`${site.url}${lang}/`);
    expect(at(manifest.scope)).toBe(site.url);
    expect(manifest.icons.map((it) => `${it.sizes} ${it.purpose}`).sort()).toEqual(['192x192 any', '512x512 any', '512x512 maskable', 'any any']);
    for (const icon of manifest.icons) {
      const body = await (await request.get(at(icon.src))).body();
      expect(body.length, icon.src).toBeLessThan(10_000);
      if (icon.type === 'image/png') expect(size(body).join('x')).toBe(icon.sizes);
    }
  });
}

test('every page of the course names the manifest of its language and the icon', () => {
  for (const { file, source, kind, lang } of pages()) {
    if (['not-found', 'calendar'].includes(kind)) continue;
    expect(source, file).toContain(`<link rel="manifest" href="${lang}/manifest.webmanifest">`);
    const [, icon] = source.match(/<link rel="icon" href="([^"]+)">/);
    expect(files('.svg', DIST), file).toContain(icon);
  }
});

test.describe('with the worker', () => {
  test.use({ serviceWorkers: 'allow' });
  test('the browser finds nothing that stands against installing, under a path too', async ({ page, host }) => {
    const server = await host(DIST, { prefix: '/a/b/' });
    await open(page, `${server.url}en/`);
    await kept(page);
    const client = await page.context().newCDPSession(page);
    const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
    // A test's window is like a private one, which cannot install anything.
    expect(installabilityErrors.map((it) => it.errorId).filter((it) => it !== 'in-incognito')).toEqual([]);
  });
});
