// Which build of the wasm runs here, and the loading of it.

/**
 * The smallest module that needs simd128: one function that returns a vector.
 * A browser without it does not find this valid.
 */
const needsSimd = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // "\0asm", version 1
  ...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b], // types: one, a function of nothing that returns a v128
  ...[0x03, 0x02, 0x01, 0x00], // functions: one, of type 0
  ...[0x0a, 0x08, 0x01, 0x06, 0x00], // code: one body of 6 bytes without locals:
  ...[0x41, 0x00, 0xfd, 0x0f, 0x0b], // i32.const 0, i8x16.splat, end
);

/** Whether the browser has simd128. */
const hasSimd = globalThis.WebAssembly?.validate(needsSimd) ?? false;

/** The build for a search string: `?simd=0` asks for the one without simd128, to compare. */
export function buildFor(search) {
  return hasSimd && new URLSearchParams(search).get('simd') !== '0' ? 'simd128' : 'scalar';
}

/** What a module of a build exports, ready to be called: `digits`, `golden` or `orbit`. */
export async function load(build, module) {
  const wasm = await import(`./${build}/${module}.js`);
  await wasm.default();
  return wasm;
}

/** Says which build runs, and links the other one. */
export function showBuild(build, name, other) {
  name.textContent = { simd128: 'with simd128.', scalar: 'without simd128.' }[build];
  if (hasSimd) {
    const [href, text] = build === 'simd128' ? ['?simd=0', 'Try the one without'] : ['?', 'Try the one with simd128'];
    Object.assign(other, { href, textContent: `${text}.`, hidden: false });
  }
}
