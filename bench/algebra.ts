import { kernelFor } from '../src/chain/kernel-instance.js';
import { stepCode } from '../src/chain/step-code.js';
import { median } from './median.js';
import type { BenchResults } from './results.js';
import { FLOPS, roofLoop } from './roof.js';
import runChain from './run-chain.js';
import { repeatedSeconds } from './seconds.js';

/** Rows that the kernel draws at a time. */
const BLOCK = 64;
const WIDTH = 4096;
const TURNS = 1e6;
/** Layers of a chain, so that entering the kernel does not show. */
const LAYERS = 4;

/** Flops of the algebra of a layer against the measured roof, in turns. */
export function algebraShares(
  pointsOf: readonly number[],
  rounds: number,
  enough: number,
): BenchResults['roof'][number][] {
  const roof = roofLoop();
  return pointsOf.map((points) => {
    const rows = Array.from({ length: rounds }, () => {
      const roofRate = (TURNS * FLOPS) / repeatedSeconds(() => roof(TURNS), enough);
      const rest = repeatedSeconds(() => withoutAlgebra(points), enough);
      const layer = repeatedSeconds(() => runChain({ points, width: WIDTH, layers: LAYERS, seed: 1 }), enough) / LAYERS;
      return { roof: roofRate / 1e9, algebra: (flopsPerNeuron(points) * WIDTH) / (layer - rest) / 1e9 };
    });
    return {
      points,
      width: WIDTH,
      algebra: median(rows.map((row) => row.algebra)),
      roof: median(rows.map((row) => row.roof)),
      share: median(rows.map((row) => row.algebra / row.roof)),
    };
  });
}

/**
 * A product and a sum for each entry of the factor of the recentred batch (a triangle on n - 1 points, and a last row), and for
 * each entry of the upper triangle of the Gram matrix. Padding to tiles is not counted: it is work that nobody asked for.
 */
const flopsPerNeuron = (points: number): number => (points - 1) * (points + 2) + points * (points + 1);

/** The normals and the ReLU of one layer, by the same code as in the layer. */
function withoutAlgebra(points: number): void {
  const kernel = kernelFor(points);
  for (let b = 0; b < WIDTH / BLOCK; b++) {
    kernel?.normals(points, points - 1, 1, b);
    kernel?.activate(points, stepCode.relu, 0, BLOCK * points);
  }
}
