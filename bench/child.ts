// node dist/bench/child.js POINTS WIDTH LAYERS [BALLAST]: what one chain costs a new process, as JSON. Started by new-process.ts.
// BALLAST: bytes held beside, by which a test sees that memory is measured.
import { kernelEngine } from '../src/chain/kernel.js';
import { kernelFor } from '../src/chain/kernel-instance.js';
import { peakMemory } from './peak-memory.js';
import runChain from './run-chain.js';

const [points = 0, width = 0, layers = 0, ballast = 0] = process.argv.slice(2).map(Number);
const milliseconds = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const chain = (): unknown => runChain({ points, width, layers, seed: 1 });
const compile = milliseconds(kernelEngine);
const first = milliseconds(chain);
const again = Array.from({ length: 9 }, () => milliseconds(chain));
new Uint8Array(ballast).fill(1);
const kernelBytes = kernelFor(points)?.memory.buffer.byteLength ?? 0;
console.log(JSON.stringify({ compile, first, warm: again.at(-1), kernelBytes, peakBytes: peakMemory() }));
