// The built site as any static host serves it, on a free port of this machine: which file an address means, of which
// type, and `404.html` where there is none. It can lie under a path, answer slowly, and send what was pressed beforehand;
// it can stop and start again, show another build, and spoil its answers.

import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
};

// What a font or a picture would not get smaller by.
const PRESSED = new Set(['.html', '.js', '.mjs', '.css', '.json', '.wasm', '.svg', '.txt', '.csv', '.webmanifest']);

/**
 * Serves a folder. `prefix` is the path it lies under (`/a/b/`), `throttle` is `{ delay, bytesPerSecond }` in milliseconds
 * and bytes for every answer, `brotli` sends what is pressed at the highest level, `extra` is files that are not in the
 * folder (`{ 'plain.html': text }`). `asked` in what it gives is every address that was asked for, from the site's root.
 *
 * `show(folder)` puts another build in place; `spoil(change)` hands each answer to `change(name, answer)` before it is sent:
 * it gives another answer, `'cut'` to break off in the middle, or nothing to leave it as it is.
 */
export async function serve(folder, { prefix = '/', throttle, brotli = false, extra = {} } = {}) {
  const pressed = new Map();
  const asked = [];
  let spoiled;
  const answer = async (request, response) => {
    try {
      const name = request.url.split(/[?#]/)[0].slice(prefix.length);
      asked.push(name);
      const found = await find(folder, prefix, request.url, extra);
      const instead = await spoiled?.(name, found);
      if (instead === 'cut') {
        response.writeHead(200, { 'content-type': found.type, 'content-length': found.body.length });
        response.write(found.body.subarray(0, found.body.length / 2), () => response.destroy());
        return;
      }
      await send(request, response, instead ?? found, { throttle, brotli, pressed });
    } catch (error) {
      response.writeHead(500, { 'content-type': TYPES['.txt'] });
      response.end(String(error));
    }
  };
  let server;
  const start = (port) => {
    server = createServer(answer);
    return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  };
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  await start(0);
  const { port } = server.address();
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    url: origin + prefix,
    asked,
    show: (other) => (folder = other),
    spoil: (change) => (spoiled = change),
    stop,
    start: () => start(port),
    close: stop,
  };
}

async function find(folder, prefix, url, extra) {
  const [path] = url.split(/[?#]/);
  const rest = url.slice(path.length);
  if (!path.startsWith(prefix)) {
    return path + '/' === prefix ? { status: 301, location: prefix + rest } : { status: 404, type: TYPES['.txt'], body: Buffer.from('outside') };
  }
  let name;
  try {
    name = decodeURIComponent(path.slice(prefix.length));
  } catch {
    return missing(folder);
  }
  if (name in extra) {
    return { status: 200, type: TYPES[extname(name)], body: Buffer.from(extra[name]), name };
  }
  const file = normalize(join(folder, name));
  const inside = file === normalize(folder) || file.startsWith(normalize(folder + sep));
  const there = inside && !name.split('/').some((part) => part.startsWith('.')) ? await stat(file).catch(() => null) : null;
  if (there?.isDirectory()) {
    if (name !== '' && !name.endsWith('/')) {
      return { status: 301, location: `${path}/${rest}` };
    }
    return read(join(file, 'index.html'), folder);
  }
  return there && !name.endsWith('/') ? read(file, folder) : missing(folder);
}

async function read(file, folder) {
  const body = await readFile(file).catch(() => null);
  return body ? { status: 200, type: TYPES[extname(file)] ?? 'application/octet-stream', body, name: file } : missing(folder);
}

async function missing(folder) {
  const body = await readFile(join(folder, '404.html')).catch(() => Buffer.from('not found'));
  return { status: 404, type: TYPES['.html'], body };
}

async function send(request, response, answer, { throttle, brotli, pressed }) {
  if (answer.location) {
    response.writeHead(answer.status, { location: answer.location });
    response.end();
    return;
  }
  let { body } = answer;
  const headers = { 'content-type': answer.type, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' };
  if (brotli && answer.name && PRESSED.has(extname(answer.name))) {
    if (!pressed.has(answer.name)) {
      pressed.set(answer.name, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    }
    body = pressed.get(answer.name);
    headers['content-encoding'] = 'br';
  }
  headers['content-length'] = body.length;
  if (throttle?.delay) {
    await later(throttle.delay);
  }
  response.writeHead(answer.status, headers);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const speed = throttle?.bytesPerSecond;
  if (!speed) {
    response.end(body);
    return;
  }
  // Ten pieces a second, as a slow line brings them.
  const piece = Math.max(1, Math.round(speed / 10));
  for (let at = 0; at < body.length && !response.destroyed; at += piece) {
    response.write(body.subarray(at, at + piece));
    await later(100);
  }
  response.end();
}

function later(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
