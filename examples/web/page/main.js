// The page: paper to draw on, and what the wasm says about the drawing.

import { buildFor, load, showBuild } from './wasm.js';

const $ = (id) => document.getElementById(id);
const NUMBERS = ['None', 'One', 'Two', 'Three', 'Four', 'All five'];
/** So many neighbours are shown; the first five of them vote. */
const SHOWN = 6;
const VOTES = 5;

const build = buildFor(location.search);
start().catch((error) => {
  $('why').textContent = `This does not work here: ${error.message ?? error}`;
  $('why').classList.add('failed');
  throw error;
});

async function start() {
  const wasm = await load(build, 'digits');
  const database = new wasm.Database();
  const drawing = new wasm.Drawing();
  const rows = makeScores();

  const ask = (pixels) => show(wasm, pixels && database.search(pixels), pixels, rows);
  const clear = () => {
    drawing.clear();
    paper.clear();
    ask(undefined);
  };
  const paper = makePaper($('pad'), {
    start(x, y) {
      drawing.start(x, y);
    },
    line(x, y) {
      drawing.line_to(x, y);
    },
    // At most once for each picture on the screen, however fast the pointer moves.
    changed: oncePerFrame(() => ask(drawing.pixels())),
  });
  let other = 0;
  $('clear').addEventListener('click', clear);
  $('other').addEventListener('click', () => {
    clear();
    const digit = wasm.known_digits() + (other++ % wasm.other_digits());
    const pixels = wasm.image(digit);
    paper.show(pixels);
    ask(pixels);
  });
  ask(undefined);
  prove();
}

/** Shows what a search found, or that nothing is asked. */
function show(wasm, found, pixels, rows) {
  $('hint').hidden = pixels !== undefined;
  picture($('seen'), pixels ?? new Float32Array(64));
  const answer = found?.answer();
  const nearest = found?.nearest(SHOWN) ?? [];
  $('answer').textContent = answer ?? '?';
  if (answer === undefined) {
    $('why').textContent = 'Draw on the paper, and see.';
  } else {
    const votes = nearest.slice(0, VOTES).filter((near) => near.label === answer).length;
    $('why').textContent = `${NUMBERS[votes]} of the ${votes === VOTES ? '' : 'five '}nearest ${votes === 1 ? 'is' : 'are'} ${answer === 8 ? 'an' : 'a'} ${answer}.`;
  }
  $('nearest').replaceChildren(...nearest.map((near) => card(near, wasm.image(near.digit), answer)));
  rows.forEach((row, label) => {
    const cosine = found?.cosine_of(label) ?? 0;
    row.bar.style.width = `${100 * cosine}%`;
    row.cosine.textContent = found ? cosine.toFixed(3) : '';
    row.all.classList.toggle('best', label === answer);
  });
  nearest.forEach((near) => near.free());
  found?.free();
}

/** A neighbour: its picture, what it is, its cosine. */
function card(near, pixels, answer) {
  const canvas = Object.assign(document.createElement('canvas'), { className: 'digit', width: 8, height: 8 });
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', `Known digit ${near.digit}`);
  picture(canvas, pixels);
  const [label, cosine] = [document.createElement('strong'), document.createElement('span')];
  label.textContent = near.label;
  cosine.textContent = near.cosine.toFixed(3);
  const line = document.createElement('p');
  line.append(label, cosine);
  const item = document.createElement('li');
  item.classList.toggle('no', near.label !== answer);
  item.append(canvas, line);
  return item;
}

/** Draws 8 x 8 counts of ink, from 0 to 16. */
function picture(canvas, pixels) {
  const context = canvas.getContext('2d');
  const image = context.createImageData(8, 8);
  pixels.forEach((ink, i) => image.data.set([27, 31, 39, (ink / 16) * 255], 4 * i));
  context.putImageData(image, 0, 0);
}

/** The rows of the ten digits. */
function makeScores() {
  return Array.from({ length: 10 }, (_, label) => {
    const all = $('scores').insertRow();
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = label;
    const bar = document.createElement('span');
    bar.className = 'bar';
    all.append(head);
    all.insertCell().append(bar);
    return { all, bar, cosine: all.insertCell() };
  });
}

/** Paper: tells of what is drawn on it, in its own pixels. */
function makePaper(canvas, { start, line, changed }) {
  const context = canvas.getContext('2d');
  // What the drawing is, is decided by its lines; this width is for the eye.
  Object.assign(context, { lineWidth: 42, lineCap: 'round', lineJoin: 'round', strokeStyle: '#1b1f27' });
  let pointer = null;
  let last = null;
  let printed = false;

  const clear = () => {
    context.clearRect(0, 0, canvas.width, canvas.height);
    pointer = null;
    printed = false;
  };
  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    // The border belongs to the box, and not to the paper.
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    const x = ((event.clientX - box.left - canvas.clientLeft) / width) * canvas.width;
    const y = ((event.clientY - box.top - canvas.clientTop) / height) * canvas.height;
    return [x, y];
  };
  const draw = (from, to) => {
    context.beginPath();
    context.moveTo(...from);
    context.lineTo(...to);
    context.stroke();
  };

  canvas.addEventListener('pointerdown', (event) => {
    if (pointer !== null || !event.isPrimary || event.button !== 0) return;
    if (printed) clear();
    pointer = event.pointerId;
    canvas.setPointerCapture(pointer);
    last = place(event);
    draw(last, last);
    start(...last);
    changed();
    event.preventDefault();
  });
  canvas.addEventListener('pointermove', (event) => {
    if (event.pointerId !== pointer) return;
    const all = event.getCoalescedEvents?.() ?? [];
    for (const one of all.length > 0 ? all : [event]) {
      const at = place(one);
      draw(last, at);
      line(...at);
      last = at;
    }
    changed();
  });
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) {
    canvas.addEventListener(end, (event) => {
      if (event.pointerId === pointer) pointer = null;
    });
  }

  return {
    clear,
    /** Fills the paper with a digit of 8 x 8 pixels, over which the next stroke starts anew. */
    show(pixels) {
      clear();
      printed = true;
      const side = canvas.width / 8;
      pixels.forEach((ink, i) => {
        context.fillStyle = `rgb(27 31 39 / ${ink / 16})`;
        context.fillRect((i % 8) * side, Math.floor(i / 8) * side, side, side);
      });
    },
  };
}

/** The function, called at most once before each picture on the screen. */
function oncePerFrame(f) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      f();
    });
  };
}

/** The digest and the times, by a worker, so that one can draw meanwhile. */
function prove() {
  showBuild(build, $('build'), $('switch'));
  const worker = new Worker(new URL('proof.js', import.meta.url), { type: 'module' });
  worker.onerror = (event) => {
    verdict(false, `The digest could not be computed: ${event.message ?? 'the worker failed'}`);
  };
  worker.onmessage = ({ data }) => {
    if ('computed' in data) {
      $('computed').textContent = data.computed;
      $('committed').textContent = data.committed;
      const equal = data.computed === data.committed;
      const time = `computed in ${data.milliseconds.toFixed(0)} ms with ${data.path === 'scalar' ? 'no vectors' : data.path}`;
      verdict(equal, equal ? `✓ Equal, bit for bit; ${time}.` : '✗ Not equal: please report this browser.');
    } else {
      const many = (data.of * data.known).toLocaleString('en');
      $('speed').textContent = `${data.of} digits of other writers, each compared with all ${data.known.toLocaleString('en')}: `
        + `${many} cosines in ${data.milliseconds.toFixed(1)} ms; ${data.right} are recognised by their nearest one.`;
      worker.terminate();
    }
  };
  worker.postMessage(build);
}

function verdict(good, text) {
  $('equal').textContent = text;
  $('equal').classList.add(good ? 'yes' : 'no');
}
