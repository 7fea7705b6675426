import type { KernelExports } from '../src/chain/kernel-exports.js';
import { kernelFor } from '../src/chain/kernel-instance.js';
import { writeSquare } from '../src/chain/kernel-square.js';
import { stepCode } from '../src/chain/step-code.js';
import type { Core } from './core.js';
import { median } from './median.js';
import { onWholeCore } from './on-whole-core.js';
import type { BenchResults } from './results.js';
import { FLOPS, roofLoop } from './roof.js';
import runChain from './run-chain.js';
import { secondsInTurns } from './seconds.js';

/** Rows that the kernel draws at a time. */
const BLOCK = 64;
const WIDTH = 4096;
const TURNS = 1e5;
/**
 * Layers of a chain, so that making its first matrix and its key and entering the kernel do not show: of the algebra of 16 layers
 * at n = 32 they take 3 %.
 */
const layersOf = (points: number): number => Math.max(16, Math.round(4096 / points));

/** Times that a piece goes over one block in a call: enough that packing the factor and writing the sums do not show. */
const TIMES = 64;

/**
 * Flops of the algebra of a layer against the measured roof, in turns; and of its two pieces, each alone on one block.
 *
 * No turn repeats the draws of another: the processor learns which of them are rejected, and a layer that is measured with
 * other draws than the normals taken off it would come out too fast or too slow.
 */
export async function algebraShares(
  core: Core,
  pointsOf: readonly number[],
  rounds: number,
  enough: number,
): Promise<BenchResults['roof'][number][]> {
  const roof = roofLoop();
  const results: BenchResults['roof'][number][] = [];
  for (const points of pointsOf) {
    let draw = 0;
    const round = (_: number, look: () => void): Shares => {
      const kernel = kernelOn(points, draw++);
      const pieces = secondsInTurns(
        [
          () => roof(TURNS),
          () => {
            kernel.multiplyBlock(points, TIMES);
          },
          () => {
            kernel.sumBlock(points, TIMES);
          },
        ],
        enough,
      );
      look();
      const whole = secondsInTurns(
        [
          () => roof(TURNS),
          () => withoutAlgebra(points, draw++),
          () => runChain({ points, width: WIDTH, layers: layersOf(points), seed: draw++ }),
        ],
        enough,
      );
      return sharesOf(points, pieces, whole);
    };
    const { counted, whole, tried } = await onWholeCore(core, rounds, round);
    const middle = (of: (row: Shares) => number): number => median(counted.map(of));
    results.push({
      points,
      width: WIDTH,
      algebra: middle((row) => row.algebra),
      roof: middle((row) => row.roof),
      share: middle((row) => row.share),
      product: middle((row) => row.product),
      sums: middle((row) => row.sums),
      whole,
      tried,
    });
  }
  return results;
}

type Shares = Record<'algebra' | 'roof' | 'share' | 'product' | 'sums', number>;

/** From the seconds of the roof, the product and the sums, and of the roof, a layer without its algebra and a chain. */
export function sharesOf(points: number, pieces: readonly number[], whole: readonly number[]): Shares {
  const [roof = NaN, product = NaN, sums = NaN] = pieces;
  const [loop = NaN, rest = NaN, chain = NaN] = whole;
  const atRoof = TURNS * FLOPS;
  const ofTriangle = triangle(points) * BLOCK * TIMES;
  const algebra = (flopsPerNeuron(points) * WIDTH) / (chain / layersOf(points) - rest);
  return {
    roof: atRoof / loop / 1e9,
    algebra: algebra / 1e9,
    share: (algebra * loop) / atRoof,
    product: ((ofTriangle / product) * roof) / atRoof,
    sums: ((ofTriangle / sums) * roof) / atRoof,
  };
}

/** A product and a sum for each entry of a triangle: what the triangular product and the Gram sums do to one row. */
const triangle = (points: number): number => points * (points + 1);

/**
 * A product and a sum for each entry of the factor of the recentred batch (a triangle on n - 1 points, and a last row), and for
 * each entry of the upper triangle of the Gram matrix. Padding to tiles is not counted: it is work that nobody asked for.
 */
const flopsPerNeuron = (points: number): number => (points - 1) * (points + 2) + triangle(points);

/** The normals and the ReLU of one layer, by the same code as in the layer. */
function withoutAlgebra(points: number, draw: number): void {
  const kernel = kernelFor(points);
  for (let b = 0; b < WIDTH / BLOCK; b++) {
    kernel?.normals(points, points - 1, draw, b);
    kernel?.activate(points, stepCode.relu, 0, BLOCK * points);
  }
}

/** The kernel with normals in the block, and as factor the identity: rows are the same after any number of products. */
function kernelOn(points: number, draw: number): KernelExports {
  const kernel = kernelFor(points);
  if (kernel === undefined) throw new Error('bench: needs WebAssembly SIMD.');
  const identity = Float64Array.from({ length: points * points }, (_, m) => (m % (points + 1) === 0 ? 1 : 0));
  writeSquare(kernel, kernel.factorAt(points), identity, points);
  kernel.normals(points, points, draw, 0);
  return kernel;
}
