// Tests the page in headless Chromium, over the pipe of its DevTools protocol: no package is needed.
//   node examples/web/test.mjs [folder that examples/web/build.sh made] [folder for pictures of the page]
// CHROMIUM names the browser, if it is not called `chromium`.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const folder = path.resolve(process.argv[2] ?? path.join(here, '..', '..', 'target', 'web'));
const pictures = path.resolve(process.argv[3] ?? path.join(here, '..', '..', 'target', 'web-pictures'));
const LIMIT = 30_000;

/** Serves the folder below a path, to see that the page does not need the root of a server. */
async function serve() {
  const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.wasm': 'application/wasm' };
  const server = createServer(async (request, response) => {
    const name = new URL(request.url, 'http://localhost').pathname.replace(/\/$/, '/index.html');
    try {
      if (!name.startsWith('/digits/') || name.includes('..')) throw new Error('elsewhere');
      const body = await readFile(path.join(folder, name.slice('/digits/'.length)));
      response.writeHead(200, { 'content-type': types[path.extname(name)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, address: `http://127.0.0.1:${server.address().port}/digits/` };
}

/** The browser: `send` commands, and `heard`, the events so far. */
async function browse() {
  const profile = await mkdtemp(path.join(tmpdir(), 'page-'));
  const options = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'];
  const child = spawn(
    process.env.CHROMIUM ?? 'chromium',
    [...options, '--remote-debugging-pipe', `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const [, , , commands, replies] = child.stdio;
  const waiting = new Map();
  const heard = [];
  let ended = null;
  const end = (why) => {
    ended ??= new Error(why);
    waiting.forEach(({ fail }) => fail(ended));
  };
  child.on('error', (error) => end(`the browser does not start: ${error.message}`));
  child.on('exit', (code) => end(`the browser ended with ${code}`));
  commands.on('error', () => {});
  let number = 0;
  let text = '';
  replies.setEncoding('utf8').on('data', (part) => {
    // Messages end with a zero byte.
    const all = (text + part).split('\0');
    text = all.pop();
    for (const message of all.map((one) => JSON.parse(one))) {
      if (message.id === undefined) heard.push(message);
      else if (message.error) waiting.get(message.id).fail(new Error(JSON.stringify(message.error)));
      else waiting.get(message.id).done(message.result);
    }
  });
  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((done, fail) => {
      if (ended) return fail(ended);
      waiting.set(++number, { done, fail });
      commands.write(`${JSON.stringify({ id: number, method, params, sessionId })}\0`);
    });
  const close = async () => {
    await send('Browser.close').catch(() => {});
    child.kill();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { send, heard, close };
}

/** A page that is open. */
class Page {
  constructor(browser, session) {
    this.browser = browser;
    this.session = session;
  }
  static async open(browser, address, { width, height, touch = false }) {
    const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page(browser, sessionId);
    const metrics = { width, height, deviceScaleFactor: touch ? 2 : 1, mobile: touch };
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await page.send(`${domain}.enable`);
    await page.send('Emulation.setDeviceMetricsOverride', metrics);
    await page.send('Emulation.setTouchEmulationEnabled', { enabled: touch });
    await page.send('Page.navigate', { url: address });
    const loaded = `document.getElementById('why')?.textContent !== 'Loading …' && document.getElementById('equal').textContent !== ''`;
    await page.until(`document.readyState === 'complete' && ${loaded}`);
    return page;
  }
  send(method, params) {
    return this.browser.send(method, params, this.session);
  }
  /** The value of an expression in the page. */
  async value(expression) {
    const reply = await this.send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
    assert.equal(reply.exceptionDetails, undefined, `${expression}: ${JSON.stringify(reply.exceptionDetails)}`);
    return reply.result.value;
  }
  async until(condition) {
    const start = Date.now();
    while (!(await this.value(condition).catch(() => false))) {
      assert.ok(Date.now() - start < LIMIT, `waited in vain for ${condition}; ${this.complaints().join('\n')}`);
      await new Promise((later) => setTimeout(later, 50));
    }
  }
  text(id) {
    return this.value(`document.getElementById('${id}').innerText`);
  }
  /** Errors and warnings of the page, and what could not be fetched. */
  complaints() {
    return this.browser.heard.filter((event) => event.sessionId === this.session).flatMap(({ method, params }) => {
      if (method === 'Runtime.exceptionThrown') return [params.exceptionDetails.exception?.description ?? 'exception'];
      if (method === 'Runtime.consoleAPICalled' && params.type !== 'log') return [JSON.stringify(params.args)];
      if (method === 'Log.entryAdded' && params.entry.level !== 'info') return [params.entry.text];
      if (method === 'Network.loadingFailed') return [params.errorText];
      return [];
    });
  }
  async click(id) {
    const [x, y] = await this.value(`(() => {
      const box = document.getElementById('${id}');
      box.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = box.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    })()`);
    await this.mouse('mousePressed', [x, y]);
    await this.mouse('mouseReleased', [x, y]);
  }
  mouse(type, [x, y]) {
    const held = type === 'mouseMoved' ? { buttons: 1 } : { clickCount: 1 };
    return this.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', ...held });
  }
  finger(type, point) {
    const touchPoints = point ? [{ x: point[0], y: point[1] }] : [];
    return this.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
  /** Draws strokes, given in hundredths of the paper, as a hand would. */
  async draw(strokes, touch = false) {
    await this.click('clear');
    await this.until(`document.getElementById('answer').textContent === '?'`);
    const [left, top, side] = await this.value(`(() => {
      const pad = document.getElementById('pad');
      pad.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width } = pad.getBoundingClientRect();
      return [left, top, width];
    })()`);
    for (const stroke of strokes) {
      const points = stroke.map(([x, y]) => [left + (x / 100) * side, top + (y / 100) * side]);
      const [first, ...others] = points;
      await (touch ? this.finger('touchStart', first) : this.mouse('mousePressed', first));
      for (const point of others) await (touch ? this.finger('touchMove', point) : this.mouse('mouseMoved', point));
      await (touch ? this.finger('touchEnd') : this.mouse('mouseReleased', points.at(-1)));
    }
    // The last of the drawing is asked for before the next picture on the screen.
    await this.value('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))');
    return this.text('answer');
  }
  async picture(name) {
    const { data } = await this.send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true });
    await writeFile(path.join(pictures, `${name}.png`), Buffer.from(data, 'base64'));
  }
}

/** A part of an ellipse, in turns from the right end clockwise. */
function arc(x, y, a, b, from, to) {
  return Array.from({ length: 25 }, (_, i) => {
    const turn = (from + ((to - from) * i) / 24) * 2 * Math.PI;
    return [x + a * Math.cos(turn), y + b * Math.sin(turn)];
  });
}
/** A line through points, with steps between them. */
function line(...corners) {
  return corners.flatMap((corner, i) => {
    const next = corners[i + 1] ?? corner;
    return Array.from({ length: 6 }, (_, k) => corner.map((x, axis) => x + ((next[axis] - x) * k) / 6));
  });
}
/** Each digit as one may draw it. */
const DIGITS = [
  // Round, as a mouse draws it, and not as high as the paper.
  [arc(50, 50, 30, 33, 0.75, 1.75)],
  [line([52, 12], [50, 88])],
  [[...arc(50, 32, 20, 20, 0.5, 1.1), ...line([64, 46], [30, 86], [74, 86])]],
  [[...arc(48, 32, 20, 19, 0.6, 1.2), ...arc(48, 69, 22, 19, 0.8, 1.4)]],
  [line([48, 12], [28, 54], [72, 54]), line([63, 34], [56, 90])],
  [[...line([70, 14], [36, 14], [33, 45]), ...arc(48, 65, 23, 22, 0.65, 1.4)]],
  [[...line([58, 10], [36, 48]), ...arc(50, 66, 19, 21, 0.5, 1.6)]],
  [line([30, 16], [70, 16], [46, 88]), line([38, 52], [68, 49])],
  [[...arc(50, 31, 15, 18, 0.25, -0.75), ...arc(50, 69, 18, 20, -0.25, 0.75)]],
  [[...arc(48, 32, 19, 20, 0, -1), ...line([67, 32], [58, 88])]],
];

async function drawsAll(page, touch) {
  for (const [digit, strokes] of DIGITS.entries()) {
    const answer = await page.draw(strokes, touch);
    const labels = await page.value(`[...document.querySelectorAll('#nearest strong')].map((label) => label.textContent)`);
    assert.equal(answer, String(digit), `drawn a ${digit}, whose nearest are ${labels}`);
    assert.equal(labels.length, 6);
    const cosines = await page.value(`[...document.querySelectorAll('#nearest span')].map((cosine) => +cosine.textContent)`);
    assert.ok(cosines.every((x, i) => x > 0.7 && x <= 1 && x <= (cosines[i - 1] ?? 1)), `${cosines}`);
    assert.match(await page.text('why'), new RegExp(`are an? ${digit}\\.$`));
    const best = await page.value(`[...document.querySelectorAll('#scores tr.best')].map((row) => row.innerText.trim()).join()`);
    assert.match(best, new RegExp(`^${digit}\\s`));
  }
}

/** The digest as it stands in the repository. */
async function golden() {
  const source = await readFile(path.join(here, '..', '..', 'golden', 'src', 'golden', 'mod.rs'), 'utf8');
  return source.match(/pub const ALL: u64 = (0x[0-9a-f_]+);/)[1].replaceAll('_', '');
}

async function proves(page, build) {
  await page.until(`document.getElementById('speed').textContent !== ''`);
  const [computed, committed] = [await page.text('computed'), await page.text('committed')];
  assert.match(computed, /^0x[0-9a-f]{16}$/);
  assert.equal(computed, committed);
  assert.equal(committed, await golden());
  const equal = await page.text('equal');
  assert.match(equal, { simd128: /Equal, bit for bit; .* with simd128/, scalar: /Equal, bit for bit; .* with no vectors/ }[build]);
  assert.equal(await page.text('build'), { simd128: 'with simd128.', scalar: 'without simd128.' }[build]);
  const fetched = page.browser.heard
    .filter(({ method, sessionId }) => method === 'Network.requestWillBeSent' && sessionId === page.session)
    .map(({ params }) => params.request.url);
  const builds = fetched.filter((url) => url.endsWith('digits_bg.wasm'));
  assert.deepEqual(builds, [`${address}${build}/digits_bg.wasm`]);
  const speed = await page.text('speed');
  assert.match(speed, /; 574 are recognised/);
  console.log(`${build}: ${computed} ${equal}\n  ${speed}`);
}

/** The digest of a frame as it stands in the repository. */
async function firstLight() {
  const source = await readFile(path.join(here, '..', 'orbit', 'src', 'lib.rs'), 'utf8');
  return source.match(/pub const DIGEST: u64 = (0x[0-9a-f_]+);/)[1].replaceAll('_', '');
}

/** Looks at the orbit: its digest, that the camera moves by hand and by itself. */
async function orbits(page, build) {
  await page.until(`document.getElementById('equal').textContent.startsWith('✓')`);
  assert.equal(await page.text('computed'), await page.text('committed'));
  assert.equal(await page.text('committed'), await firstLight());
  assert.equal(await page.text('build'), { simd128: 'with simd128.', scalar: 'without simd128.' }[build]);
  const colours = await page.value(`(() => {
    const canvas = document.getElementById('frame');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return new Set(Array.from({ length: data.length / 4 }, (_, i) => data.slice(4 * i, 4 * i + 3).join())).size;
  })()`);
  assert.ok(colours > 1000, `${colours} colours`);
  const at = (degrees) => page.value(`(() => {
    const turn = document.getElementById('turn');
    turn.value = ${degrees};
    turn.dispatchEvent(new Event('input'));
    return document.getElementById('digest').textContent;
  })()`);
  const [first, second, again] = [await at(36), await at(200), await at(36)];
  assert.notEqual(first, second);
  assert.equal(first, again);
  await page.click('play');
  await page.until(`Number(document.getElementById('degrees').textContent) > 40`);
  await page.click('play');
  const stopped = await page.text('degrees');
  await new Promise((later) => setTimeout(later, 200));
  assert.equal(await page.text('degrees'), stopped);
  assert.match(await page.text('speed'), /^400 × 300 pixels .* in [0-9.]+ ms\.$/);
  console.log(`orbit, ${build}: ${first} at 36°; ${await page.text('speed')}`);
  await at(36);
  return first;
}

const { server, address } = await serve();
let browser;
try {
  await mkdir(pictures, { recursive: true });
  browser = await browse();
  const desktop = { width: 1100, height: 900 };

  const page = await Page.open(browser, address, desktop);
  assert.equal(await page.text('answer'), '?');
  await proves(page, 'simd128');
  await page.picture('desktop-empty');
  await drawsAll(page, false);
  await page.draw(DIGITS[3]);
  await page.picture('desktop');
  assert.equal(await page.value(`document.getElementById('hint').checkVisibility()`), false);
  // The first digit that is not among the known ones.
  const labels = await readFile(path.join(here, '..', 'data', 'digits_labels.npy'));
  await page.draw([]);
  await page.click('other');
  await page.until(`document.querySelectorAll('#nearest li').length === 6`);
  assert.equal(await page.text('answer'), String(labels.at(1200 - 1797)));
  await page.picture('desktop-other');
  // A stroke on top of it starts anew.
  await page.draw(DIGITS[1]);
  assert.equal(await page.text('answer'), '1');
  await page.draw([]);
  assert.equal(await page.value(`document.querySelectorAll('#nearest li').length`), 0);
  assert.equal(await page.value(`document.getElementById('hint').checkVisibility()`), true);
  assert.deepEqual(page.complaints(), []);

  const plain = await Page.open(browser, `${address}?simd=0`, desktop);
  await proves(plain, 'scalar');
  await drawsAll(plain, false);
  assert.deepEqual(plain.complaints(), []);

  const phone = await Page.open(browser, address, { width: 360, height: 740, touch: true });
  await proves(phone, 'simd128');
  await drawsAll(phone, true);
  const tooWide = await phone.value('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  assert.equal(tooWide, 0, 'the page is wider than a phone');
  await phone.draw(DIGITS[8], true);
  await phone.picture('phone');
  assert.deepEqual(phone.complaints(), []);
  await phone.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: 'dark' }] });
  await phone.picture('phone-dark');

  const orbit = await Page.open(browser, `${address}orbit.html`, desktop);
  const digest = await orbits(orbit, 'simd128');
  await orbit.picture('orbit');
  assert.deepEqual(orbit.complaints(), []);
  const plainOrbit = await Page.open(browser, `${address}orbit.html?simd=0`, { width: 360, height: 740, touch: true });
  assert.equal(await orbits(plainOrbit, 'scalar'), digest);
  await plainOrbit.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: 'dark' }] });
  await plainOrbit.picture('orbit-phone-dark');
  const beyond = await plainOrbit.value('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  assert.equal(beyond, 0, 'the page is wider than a phone');
  assert.deepEqual(plainOrbit.complaints(), []);

  console.log(`all digits are recognised, by mouse and finger, in both builds; pictures in ${pictures}`);
} finally {
  await browser?.close();
  server.close();
}
