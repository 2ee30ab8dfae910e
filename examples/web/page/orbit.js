// The page of the renderer: a camera that orbits, and the digests of what it sees.

import { buildFor, load, showBuild } from './wasm.js';

const $ = (id) => document.getElementById(id);
const hexadecimal = (digest) => `0x${digest.toString(16).padStart(16, '0')}`;
/** Milliseconds for a whole turn. */
const TURN = 12_000;
/** So many frames are remembered, of which the middle one's time is shown. */
const TIMES = 15;

const build = buildFor(location.search);
start().catch((error) => {
  $('equal').textContent = `This does not work here: ${error.message ?? error}`;
  $('equal').classList.add('no');
  throw error;
});

async function start() {
  const wasm = await load(build, 'orbit');
  const canvas = $('frame');
  const context = canvas.getContext('2d');
  const picture = new wasm.Picture(canvas.width, canvas.height);
  const times = [];

  const draw = () => {
    const degrees = Number($('turn').value);
    const started = performance.now();
    picture.render(degrees / 360);
    times.unshift(performance.now() - started);
    times.length = Math.min(times.length, TIMES);
    context.putImageData(new ImageData(picture.rgba(), canvas.width, canvas.height), 0, 0);
    $('degrees').textContent = degrees;
    $('digest').textContent = hexadecimal(picture.digest());
    const middle = times.toSorted((a, b) => a - b)[times.length >> 1];
    $('speed').textContent = `${canvas.width} × ${canvas.height} pixels of four samples each in ${middle.toFixed(1)} ms.`;
  };

  // The frame before this one, while it plays.
  let last = null;
  let turn = 0;
  const play = (now) => {
    if (last === null) return;
    turn = (turn + ((now - last) / TURN) * 360) % 360;
    last = now;
    $('turn').value = Math.floor(turn);
    draw();
    requestAnimationFrame(play);
  };
  const setPlaying = (playing) => {
    last = playing ? performance.now() : null;
    turn = Number($('turn').value);
    $('play').textContent = playing ? 'Pause' : 'Play';
    $('play').setAttribute('aria-pressed', playing);
    if (playing) requestAnimationFrame(play);
  };
  $('play').addEventListener('click', () => setPlaying(last === null));
  $('turn').addEventListener('input', () => {
    if (last !== null) setPlaying(false);
    draw();
  });
  draw();

  const [computed, committed] = [wasm.computed(), wasm.committed()].map(hexadecimal);
  $('computed').textContent = computed;
  $('committed').textContent = committed;
  const equal = computed === committed;
  $('equal').textContent = equal ? '✓ Equal, bit for bit.' : '✗ Not equal: please report this browser.';
  $('equal').classList.add(equal ? 'yes' : 'no');
  showBuild(build, $('build'), $('switch'));
}
