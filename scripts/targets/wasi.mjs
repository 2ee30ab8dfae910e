// Runs a program of wasm32-wasip1: node wasi.mjs program.wasm [argument...]
import { readFile } from 'node:fs/promises';
import { WASI } from 'node:wasi';
const [path, ...rest] = process.argv.slice(2);
const wasi = new WASI({ version: 'preview1', args: [path, ...rest], env: process.env, returnOnExit: true });
const module = await WebAssembly.compile(await readFile(path));
// Two functions of threads that an old C library lacks. None are started.
const env = { pthread_join: () => 58, pthread_detach: () => 58 };
process.exitCode = wasi.start(await WebAssembly.instantiate(module, { ...wasi.getImportObject(), env }));
