// Opens a book in a headless Chromium: time to load, time of each key of a search, errors, requests, and what axe-core objects to.
//   npm install puppeteer-core axe-core && node check.mjs /path/to/book.html
import fs from 'node:fs';
import puppeteer from 'puppeteer-core';

const book = process.argv[2];
const axe = fs.readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const browser = await puppeteer.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'], headless: true });

async function opened(scheme) {
  const page = await browser.newPage();
  const errors = [];
  const requests = [];
  page.on('console', message => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', error => errors.push(String(error)));
  page.on('request', request => request.url().startsWith('data:') || requests.push(request.url()));
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  return { page, errors, requests };
}

const { page, errors, requests } = await opened('light');
const start = Date.now();
await page.goto('file://' + book, { waitUntil: 'load' });
console.log('load', Date.now() - start, 'ms; questions', await page.$$eval('article', all => all.length));
const keys = await page.evaluate(() => {
  const search = document.querySelector('#search');
  return ['r', 're', 'res', 'resonance', 'gain volt', ''].map(typed => {
    const at = performance.now();
    search.value = typed;
    search.dispatchEvent(new Event('input'));
    document.body.getBoundingClientRect();
    return `${JSON.stringify(typed)} ${document.querySelector('output').value} ${Math.round(performance.now() - at)} ms`;
  });
});
console.log(keys.join('; '));
console.log('errors', errors, 'requests besides the file', requests.slice(1));

for (const scheme of ['light', 'dark']) {
  const { page: judged } = await opened(scheme);
  await judged.setBypassCSP(true);
  await judged.goto('file://' + book, { waitUntil: 'load' });
  await judged.evaluate(axe);
  await judged.evaluate(() => document.querySelectorAll('details').forEach((each, i) => { each.open = i < 30; }));
  const found = await judged.evaluate(async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
    .map(each => [each.id, each.impact, each.nodes.length]));
  console.log('axe', scheme, JSON.stringify(found));
}
await browser.close();
