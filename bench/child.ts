// node dist/bench/child.js POINTS WIDTH LAYERS: what one chain costs a new process, as JSON. Started by new-process.ts.
import { kernelEngine } from '../src/chain/kernel.js';
import { kernelFor } from '../src/chain/kernel-instance.js';
import runChain from './run-chain.js';

const [points = 0, width = 0, layers = 0] = process.argv.slice(2).map(Number);
const milliseconds = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const chain = (): unknown => runChain({ points, width, layers, seed: 1 });
const compile = milliseconds(kernelEngine);
const first = milliseconds(chain);
const again = Array.from({ length: 9 }, () => milliseconds(chain));
const kernelBytes = kernelFor(points)?.memory.buffer.byteLength ?? 0;
const peakBytes = 1024 * process.resourceUsage().maxRSS; // in kilobytes
console.log(JSON.stringify({ compile, first, warm: again.at(-1), kernelBytes, peakBytes }));
