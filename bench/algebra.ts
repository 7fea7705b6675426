import { kernelFor } from '../src/chain/kernel-instance.js';
import { stepCode } from '../src/chain/step-code.js';
import { median } from './median.js';
import type { BenchResults } from './results.js';
import { FLOPS, roofLoop } from './roof.js';
import runChain from './run-chain.js';
import { secondsInTurns } from './seconds.js';

/** Rows that the kernel draws at a time. */
const BLOCK = 64;
const WIDTH = 4096;
const TURNS = 1e5;
/** Layers of a chain, so that deriving a key from a seed and entering the kernel do not show: with 4 they take 5 % at n = 32. */
const LAYERS = 16;

/**
 * Flops of the algebra of a layer against the measured roof, in turns.
 *
 * No turn repeats the draws of another: the processor learns which of them are rejected, and a layer that is measured with
 * other draws than the normals taken off it would come out too fast or too slow.
 */
export function algebraShares(
  pointsOf: readonly number[],
  rounds: number,
  enough: number,
): BenchResults['roof'][number][] {
  const roof = roofLoop();
  return pointsOf.map((points) => {
    let draw = 0;
    const rows = Array.from({ length: rounds }, () => {
      const [loop = NaN, rest = NaN, chain = NaN] = secondsInTurns(
        [
          () => roof(TURNS),
          () => withoutAlgebra(points, draw++),
          () => runChain({ points, width: WIDTH, layers: LAYERS, seed: draw++ }),
        ],
        enough,
      );
      const flops = flopsPerNeuron(points) * WIDTH;
      return { roof: (TURNS * FLOPS) / loop / 1e9, algebra: flops / (chain / LAYERS - rest) / 1e9 };
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
function withoutAlgebra(points: number, draw: number): void {
  const kernel = kernelFor(points);
  for (let b = 0; b < WIDTH / BLOCK; b++) {
    kernel?.normals(points, points - 1, draw, b);
    kernel?.activate(points, stepCode.relu, 0, BLOCK * points);
  }
}
