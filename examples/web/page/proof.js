// A worker, for what takes longer than a stroke: the digest, and the time of many comparisons.

import { load } from './wasm.js';

onmessage = async ({ data: build }) => {
  const golden = await load(build, 'golden');
  const hexadecimal = (digest) => `0x${digest.toString(16).padStart(16, '0')}`;
  const started = performance.now();
  const computed = hexadecimal(golden.computed());
  postMessage({
    computed,
    committed: hexadecimal(golden.committed()),
    path: golden.instruction_set(),
    milliseconds: performance.now() - started,
  });

  const wasm = await load(build, 'digits');
  const database = new wasm.Database();
  const times = [];
  let right = 0;
  // The first runs are not yet compiled as well as the browser can.
  for (let i = 0; i < 15; i++) {
    const start = performance.now();
    right = database.right_of_others();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  postMessage({ right, of: wasm.other_digits(), known: wasm.known_digits(), milliseconds: times[7] });
};
