// Put before the site's service worker by `cargo xtask serve` alone: what this server has goes first, so that a change is seen
// at once; the worker's own answers come when the server is gone, so that the site can be tried without a network here too.
const own = [];
const listen = self.addEventListener.bind(self);
self.addEventListener = (type, listener, options) => (type === 'fetch' ? own.push(listener) : listen(type, listener, options));

const fromServer = ({ request }) =>
  request.mode === 'navigate' ? fetch(request.url, { headers: { 'Sanad-Page': 'opened' }, redirect: 'manual' }) : fetch(request);

const fromWorker = event =>
  new Promise((answer, nothing) => {
    const { request, clientId, resultingClientId, preloadResponse } = event;
    const waitUntil = promise => event.waitUntil(promise);
    let answered = false;
    const respondWith = response => {
      answered = true;
      answer(response);
    };
    for (const listener of own) listener({ type: 'fetch', request, clientId, resultingClientId, preloadResponse, waitUntil, respondWith });
    if (!answered) nothing(new TypeError('neither the server nor the worker has it'));
  });

listen('fetch', event => {
  if (event.request.method === 'GET') event.respondWith(fromServer(event).catch(() => fromWorker(event)));
});

