import type { Mutant } from './mutant.js';

const LAYERS = 'kernel/layers.ts';
const FACTOR_LAYERS = 'kernel/factor-layers.ts';
const MODE = 'src/chain/chain-mode.ts';
const ROWS_LEFT = 'const rows = <i32>min(<f64>ROWS, width - <f64>b * <f64>ROWS);';
const PACKED = 'factorAt(points), points, gain / sqrt(fanIn));\n';

/** Turns the factor over its other diagonal: still upper triangular, its transpose with the points in opposite order. */
const TURNED = `    for (let i = 0; i < points; i++) {
      for (let j = i; j < points - 1 - i; j++) {
        const here = factorAt(points) + ((<usize>(i * padded(points) + j)) << 3);
        const there = factorAt(points) + ((<usize>((points - 1 - j) * padded(points) + points - 1 - i)) << 3);
        const x = load<f64>(here);
        store<f64>(here, load<f64>(there));
        store<f64>(there, x);
      }
    }
`;

/** The same change in both modes of the kernel. */
const inBoth = (from: string, to: string): Mutant['patches'] =>
  [LAYERS, FACTOR_LAYERS].map((file) => ({ file, from, to }));

/** The Gram chain: the kernel in both of its modes, Bartlett's, and the general path of stages outside the catalogue. */
export const chainMutants: readonly Mutant[] = [
  {
    name: 'chain-without-centring',
    wrong: 'a chain leaves recentering out where it is the first stage',
    patches: [
      {
        file: 'src/chain/stage-program.ts',
        from: 'return { recentred, steps };',
        to: 'return { recentred: false, steps };',
      },
    ],
    expected: ['law/gram-chain-is-the-network', 'paper/one-cluster-and-one-odd-point'],
  },
  {
    name: 'chain-last-point-mirrored',
    wrong: 'the last point of a recentred batch has the wrong sign',
    patches: [
      {
        file: 'kernel/cholesky.ts',
        from: 'store<f64>(entry(factorAt(points), size, i, last), -sum);',
        to: 'store<f64>(entry(factorAt(points), size, i, last), sum);',
      },
    ],
    expected: ['law/gram-chain-is-the-network', 'recenter-relu/odd-point-is-uniform'],
  },
  {
    name: 'chain-variance-over-n-minus-1',
    wrong: 'rescaling in the kernel divides by the root of the sum of squares over n - 1',
    patches: [
      {
        file: 'kernel/stages.ts',
        from: 'const one = f64x2.splat(1);\n  const count = f64x2.splat(<f64>points);',
        to: 'const one = f64x2.splat(1);\n  const count = f64x2.splat(<f64>(points - 1));',
      },
    ],
    expected: ['law/gram-chain-is-the-network'],
  },
  {
    name: 'chain-rescales-by-the-largest',
    wrong: 'rescaling in the kernel takes the largest modulus of a neuron for its root-mean-square',
    patches: [
      {
        file: 'kernel/stages.ts',
        from: 'x = f64x2.add(x, f64x2.mul(z, z));\n      y = f64x2.add(y, f64x2.mul(w, w));',
        to: 'x = f64x2.max(x, f64x2.mul(f64x2.mul(z, z), count));\n      y = f64x2.max(y, f64x2.mul(f64x2.mul(w, w), count));',
      },
    ],
    expected: ['law/gram-chain-is-the-network'],
  },
  {
    name: 'chain-leaky-relu',
    wrong: 'ReLU in the kernel lets through 5 % of what is negative',
    patches: [
      {
        file: 'kernel/activations.ts',
        from: 'v128.store(p, f64x2.pmax(v128.load(p), zero));',
        to: 'v128.store(p, f64x2.pmax(v128.load(p), f64x2.mul(v128.load(p), f64x2.splat(0.05))));',
      },
    ],
    expected: ['paper/each-piece-has-its-effect', 'recenter-relu/odd-point-appears'],
  },
  {
    name: 'chain-one-matrix-for-all-layers',
    wrong: 'every layer of a chain draws the same normals',
    patches: [
      ...inBoth('derive(key, first + <u32>t)', 'derive(key, 1)'),
      { file: 'src/chain/bartlett.ts', from: 'derive(key, first + t)', to: 'derive(key, 1)' },
    ],
    expected: ['law/gram-chain-is-the-network'],
  },
  {
    name: 'chain-scaled-by-neurons',
    wrong: 'rows in the kernel are divided by the root of the number of neurons, not of inputs',
    patches: inBoth('gain / sqrt(fanIn)', 'gain / sqrt(width)'),
    expected: ['law/gram-chain-is-the-network'],
  },
  {
    name: 'chain-blocks-alike',
    wrong: 'all blocks of 64 rows of a layer draw the same normals',
    patches: inBoth('derive(layerKey, b)', 'derive(layerKey, 0)'),
    expected: ['recenter-relu/width-delays-the-odd-point'],
  },
  {
    name: 'chain-blocks-in-another-order',
    wrong: 'rows are multiplied in place from the first points up, which overwrites what the others need',
    patches: [
      {
        file: 'kernel/multiply.ts',
        from: 'for (let tile = (padded(points) >> 2) - 1; tile >= 0; tile--) {',
        to: 'for (let tile = 0; tile < padded(points) >> 2; tile++) {',
      },
    ],
    expected: ['law/gram-chain-is-the-network', 'recenter-relu/odd-point-is-uniform'],
  },
  {
    name: 'chain-cholesky-transposed',
    wrong: "rows are drawn from RR' instead of R'R, the points in opposite order",
    patches: [
      { file: LAYERS, from: `    packInto(panels, ${PACKED}`, to: `${TURNED}    packInto(panels, ${PACKED}` },
      {
        file: FACTOR_LAYERS,
        from: `    packInto(panelsAt(points), ${PACKED}`,
        to: `${TURNED}    packInto(panelsAt(points), ${PACKED}`,
      },
    ],
    expected: ['law/gram-chain-is-the-network', 'recenter-relu/odd-point-is-uniform'],
  },
  {
    name: 'chain-factor-multiplied-from-the-wrong-side',
    wrong: 'what factor mode divided out is multiplied back from the left',
    patches: [
      {
        file: 'kernel/factor.ts',
        from: 'load<f64>(entry(factorAt(points), size, i, p))',
        to: 'load<f64>(entry(divisorAt(points), size, i, p))',
      },
      {
        file: 'kernel/factor.ts',
        from: 'entry(divisorAt(points), size, p, 0)',
        to: 'entry(factorAt(points), size, p, 0)',
      },
    ],
    expected: ['law/gram-chain-is-the-network'],
  },
  {
    name: 'chain-stale-normalisation',
    wrong: 'a layer of the kernel counts its scale, but does not divide by it',
    patches: [
      { file: LAYERS, from: 'scaleState(points, 1.0 / square)', to: 'scaleState(points, 1.0)' },
      { file: FACTOR_LAYERS, from: 'scaleState(points, 1.0 / sqrt(square))', to: 'scaleState(points, 1.0)' },
    ],
    expected: ['law/gram-chain-is-the-network'],
  },
  {
    name: 'chain-scale-forgotten',
    wrong: 'the kernel keeps the scale of one layer only',
    patches: inBoth('store<f64>(LOG_SCALE, scale + 0.5 * log(square));', 'store<f64>(LOG_SCALE, 0.5 * log(square));'),
    expected: ['law/gram-chain-is-the-network'],
  },
  {
    name: 'chain-full-blocks-only',
    wrong: 'the last block of a layer has 64 rows, whatever the width',
    patches: inBoth(ROWS_LEFT, 'const rows: i32 = ROWS;'),
    expected: ['law/gram-chain-is-the-network'],
  },
  {
    name: 'chain-squares-what-is-nearly-equal',
    wrong: 'a chain carries the Gram matrix where only a factor tells points apart',
    patches: [
      {
        file: MODE,
        from: "if (precise || hasNearlyEqualPoints(input)) return 'factor';",
        to: "if (precise || hasNearlyEqualPoints(input)) return 'gram';",
      },
      {
        file: MODE,
        from: "return recentres && bends && wide ? 'gram' : 'factor';",
        to: "return recentres || bends || wide ? 'gram' : 'gram';",
      },
    ],
    expected: ['law/nearly-equal-points-part-as-others-do'],
  },
  {
    name: 'chain-bartlett-degrees',
    wrong: "every row of Bartlett's factor has as many degrees of freedom as the first",
    patches: [{ file: 'src/chain/bartlett.ts', from: 'chiSquare.next(width - i)', to: 'chiSquare.next(width)' }],
    expected: ['contrasts/recentering-alone-collapses-to-a-line'],
  },
  {
    name: 'chain-general-path-in-another-order',
    wrong: 'stages outside the catalogue: rows are multiplied in place from the first point up',
    patches: [
      {
        file: 'src/chain/block.ts',
        from: 'for (let j = points - 1; j >= 0; j--) {',
        to: 'for (let j = 0; j < points; j++) {',
      },
    ],
    expected: ['law/signs-count-the-angle'],
  },
];
