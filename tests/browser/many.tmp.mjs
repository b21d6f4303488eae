import { chromium } from '@playwright/test';
import { BROWSER } from './browser.mjs';
import { serve } from './server.mjs';
import { DIST } from './site.mjs';
const site = await serve(DIST);
const browser = await chromium.launch(BROWSER);
const items=['adult-elements','amal-first-line','sort-the-words'];
for (const N of [0, 10000, 0, 10000]) {
  const context = await browser.newContext({ baseURL: site.url, viewport:{width:1366,height:768} });
  const page = await context.newPage();
  await page.goto('/ar/trafficking-law/act-means-purpose/'); await page.waitForSelector('html[data-ready]');
  await page.evaluate(async ([N])=>{
    const items=[...document.querySelectorAll('[data-item]')].map(e=>e.dataset.item);
    const db=await new Promise(r=>{const q=indexedDB.open('sanad');q.onsuccess=()=>r(q.result)});
    const t=db.transaction('events','readwrite'); const s=t.objectStore('events');
    for(let n=1;n<=N;n++){ const item=items[n%items.length]; const fact = n%4? {drafted:{item,response:{choice:'own-will'}}}:{answered:{item,response:{choice:'own-will'},outcome:'incorrect',score:{got:0,possible:1},confidence:80,objective:'elements'}};
      const k=`sanad/open/e/${(Math.floor(n/40)).toString(16).padStart(16,'0')}-${n}`, v=JSON.stringify({v:1,at:1795519327525,fact}); localStorage.setItem(k,v); s.put(v,k);} 
    await new Promise(r=>t.oncomplete=r); db.close();
  },[N]);
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate',{rate:4});
  const times=[];
  for(let i=0;i<5;i++){ await page.goto('about:blank'); await page.goto('/ar/trafficking-law/act-means-purpose/'); await page.waitForSelector('html[data-ready]',{state:'attached'}); times.push(await page.evaluate(()=>performance.now())); }
  console.log(N, times.map(t=>t.toFixed(0)).join(' '));
  await context.close();
}
await browser.close(); await site.close();
