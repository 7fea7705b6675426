import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import {
  concat,
  div,
  matMul,
  mean,
  mul,
  randomNormal,
  ready,
  relu,
  setBackend,
  sqrt,
  square,
  sub,
  sum,
  type Tensor2D,
  tidy,
} from '@tensorflow/tfjs-core';
import { matrix } from '../src/linalg/matrix.js';
import { type Contender, here } from './contender.js';
import { TFJS } from './peers.js';

/** Entries of W held at a time, as in bench/peers.py: width 16384 would need 1 GB. */
const SLAB = 2 ** 22;

/** The direct way on TensorFlow.js: its WebAssembly backend has one thread in Node, f32, and normals drawn in JavaScript. */
export async function tfjs(): Promise<Contender> {
  setWasmPaths(`${dirname(fileURLToPath(import.meta.resolve('@tensorflow/tfjs-backend-wasm')))}/`);
  if (!(await setBackend('wasm'))) throw new Error('bench: the WebAssembly backend of TensorFlow.js does not start.');
  await ready();
  return here(TFJS, ({ points, width, layers, seed }) => {
    let call = 0;
    // Every call starts a stream of its own: a seed used twice would draw the same weights twice.
    const draw = (rows: number, cols: number): Tensor2D =>
      randomNormal([rows, cols], 0, 1, 'float32', seed * 1e6 + call++);
    const rows = Math.max(1, Math.floor(SLAB / width));
    const slabs = Array.from({ length: Math.ceil(width / rows) }, (_, s) => Math.min(rows, width - s * rows));
    const layer = (x: Tensor2D): Tensor2D => {
      const z = concat(slabs.map((count) => tidy(() => matMul<Tensor2D>(draw(count, width), x))));
      const active = relu(sub(z, mean(z, 1, true)));
      return mul(active, sqrt(div(points, sum(square(active)))));
    };
    let x = draw(width, points);
    for (let t = 0; t < layers; t++) {
      const next = tidy(() => layer(x));
      x.dispose();
      x = next;
    }
    const values = Float64Array.from(x.dataSync());
    x.dispose();
    return matrix<'neuron', 'point'>(width, points, values);
  });
}
