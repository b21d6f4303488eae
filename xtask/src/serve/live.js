// Waits for the next build, then loads the page again. Served by `cargo xtask serve` alone.
const pause = ms => new Promise(done => setTimeout(done, ms));
const number = async seen => (await fetch(`/__live${seen ? `?seen=${seen}` : ''}`, { cache: 'no-store' })).text();

let seen;
for (;;) {
  try {
    const now = await number(seen);
    if (seen && now !== seen) location.reload();
    seen = now;
  } catch {
    await pause(1000); // The server is being started again.
  }
}
