// Waits for the next build, then loads the page again. Served by `cargo xtask serve` alone.
// One tab waits and tells the others: a browser keeps six connections to a server, so that a seventh tab would not load.
const pause = ms => new Promise(done => setTimeout(done, ms));
const number = async seen => (await fetch(`/__live${seen ? `?seen=${seen}` : ''}`, { cache: 'no-store' })).text();

let seen = await number().catch(() => undefined);
const hear = now => {
  if (seen && now !== seen) location.reload();
  seen = now;
};

const others = new BroadcastChannel('sanad-live');
others.onmessage = ({ data }) => hear(data);

navigator.locks.request('sanad-live', async () => {
  for (;;) {
    try {
      const now = await number(seen);
      others.postMessage(now);
      hear(now);
    } catch {
      await pause(1000); // The server is being started again.
    }
  }
});
