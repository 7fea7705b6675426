import { describe, expect, it } from 'vitest';
import { kernelFor } from '../../src/chain/kernel-instance.js';
import type { KernelExports } from '../../src/chain/kernel-exports.js';
import { readUpper, writeSquare } from '../../src/chain/kernel-square.js';
import { addBlockInto, multiplyRowsInto } from '../../src/chain/reference-block.js';
import { stageProgram } from '../../src/chain/stage-program.js';
import { stepCode } from '../../src/chain/step-code.js';
import { parseStages } from '../../src/network/parse-stage.js';
import { derive, rootKey } from '../../src/random/key.js';
import { fillNormals } from '../../src/random/normal.js';
import { Stream } from '../../src/random/stream.js';

const root = rootKey('pieces of the kernel');
const POINTS = 200;
const COUNT = POINTS * 64;
/** Numbers from one point's rows to the next one's: STRIDE of kernel/memory.ts. */
const STRIDE = 72;

function kernel(): KernelExports {
  const found = kernelFor(POINTS);
  if (found === undefined) throw new Error('This engine has no WebAssembly SIMD.');
  return found;
}

function block(): Float64Array {
  const { memory, blockAt } = kernel();
  return new Float64Array(memory.buffer, blockAt(POINTS), COUNT);
}

/** The 64 rows of every point, without the gaps between them. */
function rows(points = POINTS): Float64Array {
  const { memory, blockAt } = kernel();
  const all = new Float64Array(memory.buffer, blockAt(points), points * STRIDE);
  return Float64Array.from({ length: points * 64 }, (_, m) => all[Math.floor(m / 64) * STRIDE + (m % 64)] ?? NaN);
}

/** Where two arrays differ in more than the sign of a zero. */
function differences(a: Float64Array, b: Float64Array): number[] {
  return [...a.keys()].filter((i) => a[i] !== b[i] && !Object.is(a[i], b[i]));
}

describe('the kernel', () => {
  it('draws the normals of src/random, tails and rejections included', () => {
    const expected = new Float64Array(COUNT);
    for (let draw = 0; draw < 40; draw++) {
      const key = derive(root, draw);
      kernel().normals(POINTS, POINTS, key.high, key.low);
      fillNormals(key, expected);
      expect(differences(rows(), expected)).toEqual([]);
    }
    expect(
      expected.some((x) => Math.abs(x) > 3.852046150368391),
      'the tail was visited',
    ).toBe(true);
    fillNormals(derive(root, 0), expected);
    expect(differences(rows(), expected).length, 'another key').toBeGreaterThan(COUNT * 0.99);
  });

  it.each(
    'leaky(0.3),leaky(-2),relu,abs,square,relu^0.5,relu^1.5,relu^3,relu^2.2,relu^40,tanh,sigmoid,gelu,silu,softplus,elu,sin'.split(
      ',',
    ),
  )('applies %s with the bits of src/network', (name) => {
    const step = stageProgram(parseStages(name))?.steps[0];
    if (step === undefined) throw new Error(`${name} is not in the catalogue`);
    const stream = new Stream(derive(root, name));
    // Sizes from 1e-20 to 1e6, where all branches of the polynomials begin and end, and what lies outside of them.
    const inputs = Float64Array.from(
      { length: COUNT },
      () => (stream.uniform() - 0.5) * 10 ** (26 * stream.uniform() - 20),
    );
    const edges = [
      0,
      -0,
      Infinity,
      -Infinity,
      NaN,
      5e-324,
      -5e-324,
      1e308,
      -1e308,
      700,
      -700,
      710,
      -710,
      -745,
      -746,
      40,
      -40,
    ];
    const special = [...edges, 0.5, -0.5, 1, -1, 2 ** 20, 2 ** 20 + 1, 38.6, -38.6, 1e-17, -1e-17, -0.25, 0.4, 7.4e-9];
    inputs.set(special);
    block().set(inputs);
    kernel().activate(POINTS, step.code, step.parameter, COUNT);
    expect(differences(block(), inputs.map(step.at))).toEqual([]);
    const otherCode = step.code === stepCode.tanh ? stepCode.elu : stepCode.tanh;
    block().set(inputs);
    kernel().activate(POINTS, otherCode, step.parameter, COUNT);
    expect(differences(block(), inputs.map(step.at)).length, 'another activation').toBeGreaterThan(100);
  });

  // From 65 to 160 points the product goes through the block in parts.
  it.each([21, 64, 65, 160, POINTS])(
    'multiplies the block of %d points by a triangle, and sums its Gram matrix, with the bits of the reference',
    (points) => {
      const { stateAt, factorAt, normals, multiplyBlock, sumBlock } = kernel();
      const numbers = new Float64Array(points * points);
      fillNormals(derive(root, 'factor'), numbers);
      const upper = numbers.map((x, m) => (m % points < Math.floor(m / points) ? 0 : x / points));
      const expected = new Float64Array(points * 64);
      fillNormals(derive(root, 'rows'), expected);
      const { high, low } = derive(root, 'rows');
      writeSquare(kernel(), factorAt(points), upper, points);
      normals(points, points, high, low);
      for (const times of [1, 2]) {
        multiplyBlock(points, times);
        for (let t = 0; t < times; t++) multiplyRowsInto(expected, upper, points);
        expect(differences(rows(points), expected)).toEqual([]);
        sumBlock(points, times);
        const sums = { even: new Float64Array(points * points), odd: new Float64Array(points * points) };
        for (let t = 0; t < times; t++) addBlockInto(sums, expected, points, 64);
        const gram = sums.even.map((x, m) => x + (sums.odd[m] ?? NaN));
        expect(differences(readUpper(kernel(), stateAt(points), points), gram)).toEqual([]);
      }
      expect(expected.some((x) => Math.abs(x) > 1e-9)).toBe(true);
    },
  );
});
