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
const SIGNED_WIDTH = 2048;
const INSIDE = 6144;
const HEIGHT = 8192;
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
  new Float64Array(buffer, SIGNED_WIDTH, ziggurat.signedWidth.length).set(ziggurat.signedWidth);
  new BigInt64Array(buffer, INSIDE, ziggurat.inside.length).set(Array.from(ziggurat.inside, BigInt));
  new Float64Array(buffer, HEIGHT, ziggurat.height.length).set(ziggurat.height);
  return exports;
}
