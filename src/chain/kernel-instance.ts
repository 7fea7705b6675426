import { ziggurat } from '../random/ziggurat.js';
import { fromBase64 } from './base64.js';
import type { KernelExports } from './kernel-exports.js';
import { kernelBase64 } from './kernel.generated.js';

/** The part of the WebAssembly interface that is used here: every engine has it, but TypeScript files it under the browser. */
declare const WebAssembly:
  | undefined
  | {
      readonly validate: (bytes: Uint8Array) => boolean;
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object) => { readonly exports: KernelExports };
    };

/** Fixed addresses of kernel/memory.ts. */
const LAYERS = 2048;
const HEIGHT = 10240;
const PAGE = 65536;

let instance: KernelExports | null | undefined;

/**
 * The kernel, with room for so many points; undefined where the engine has no WebAssembly SIMD.
 *
 * Compiled at the first call. One instance serves all chains of a thread: a call finds nothing that an earlier one left, and
 * an instance for each chain would reserve 10 GB of addresses each time.
 */
export function kernelFor(points: number): KernelExports | undefined {
  if (instance === undefined) instance = instantiate();
  if (instance === null) return undefined;
  const { memory, bytesFor } = instance;
  const missing = bytesFor(points) - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.floor((missing + PAGE - 1) / PAGE));
  return instance;
}

function instantiate(): KernelExports | null {
  if (typeof WebAssembly === 'undefined') return null;
  const bytes = fromBase64(kernelBase64);
  if (!WebAssembly.validate(bytes)) return null; // no SIMD
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  exports.memory.grow(1);
  const { buffer } = exports.memory;
  const { edge, inside, height } = ziggurat;
  const layers = new Float64Array(buffer, LAYERS, 2 * edge.length);
  edge.forEach((x, j) => layers.set([x, inside[j] ?? NaN], 2 * j));
  new Float64Array(buffer, HEIGHT, height.length).set(height);
  return exports;
}
