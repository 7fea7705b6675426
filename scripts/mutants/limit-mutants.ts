import type { Mutant } from './mutant.js';

const ROW_LAW = 'src/limit/row-law.ts';
const ARC_COSINE = 'src/limit/arc-cosine.ts';
const WIDE_STEP = 'kernel/wide-step.ts';

/** Infinite width: blocks and their tangents, the dense step of the kernel, and the formulas written out by hand. */
export const limitMutants: readonly Mutant[] = [
  {
    name: 'limit-without-centring',
    wrong: 'at infinite width recentering leaves the covariance as it is',
    patches: [
      {
        file: 'src/limit/block-gram.ts',
        from: '(gram.between[at] ?? NaN) - ((rowMeans[b] ?? NaN) + (rowMeans[c] ?? NaN)) + mean;',
        to: '(gram.between[at] ?? NaN) + 0 * mean;',
      },
    ],
    expected: ['recenter-relu/indicative-model-is-exact', 'recenter-relu/symmetric-state-is-fixed'],
  },
  {
    name: 'limit-kernel-without-centring',
    wrong: 'the dense step of the kernel leaves recentering out',
    patches: [{ file: WIDE_STEP, from: 'if (recentred) centre(points);', to: 'if (recentred > 1) centre(points);' }],
    expected: ['paper/configuration-is-stable', 'recenter-relu/odd-point-survives-other-norms'],
  },
  {
    name: 'limit-kernel-never-normalises',
    wrong: 'the dense step of the kernel does not scale to trace n',
    patches: [{ file: WIDE_STEP, from: 'trace > 0 ? <f64>points / trace : NaN', to: 'trace > 0 ? 1.0 : NaN' }],
    expected: ['paper/configuration-is-stable'],
  },
  {
    name: 'limit-leaky-relu',
    wrong: 'ReLU at infinite width lets through 1 % of what is negative',
    patches: [
      {
        file: ROW_LAW,
        from: 'radialAverage(movingOf(law), slope) : rectifiedMoment(movingOf(law), slope)',
        to: 'radialAverage(movingOf(law), slope || 0.01) : rectifiedMoment(movingOf(law), slope || 0.01)',
      },
    ],
    expected: ['recenter-relu/indicative-model-is-exact', 'recenter-relu/symmetric-state-is-fixed'],
  },
  {
    name: 'limit-without-rescaling',
    wrong: 'at infinite width rescaling leaves the law of a row as it is',
    patches: [{ file: ROW_LAW, from: "return { ...law, kind: 'unit' };", to: 'return law;' }],
    expected: [
      'contrasts/rescaled-relu-settles-near-one-half',
      'rescale-linear/orthogonality-returns-at-n-over-n-plus-two',
    ],
  },
  {
    name: 'limit-kernel-of-degree-0',
    wrong: 'the arc-cosine kernel is that of degree 0, which counts neurons, not what they say',
    patches: [
      {
        file: ARC_COSINE,
        from: 'const gap = near - sineExcess(angle, near) / Math.PI;',
        to: 'const gap = angle / Math.PI;',
      },
      {
        file: ARC_COSINE,
        from: 'const value = sineExcess(angle, far) / Math.PI;',
        to: 'const value = angle / Math.PI;',
      },
    ],
    expected: ['relu-depth/cosine-concentrates', 'relu-depth/cosine-map-has-a-power-series'],
  },
  {
    name: 'limit-tangent-without-norms',
    wrong: 'the derivative of a layer forgets that norms move',
    patches: [
      {
        file: 'src/limit/rectified-moment.ts',
        from: '(scale * sine * (da / a + squaredNorm(tangent, c) / end)) / 2',
        to: '(0 * scale * sine * (da / a + squaredNorm(tangent, c) / end)) / 2',
      },
    ],
    expected: ['recenter-relu/symmetric-state-is-stable', 'recenter-relu/several-odd-points-are-saddles'],
  },
  {
    name: 'limit-tangent-without-trace',
    wrong: 'the derivative of a layer forgets that the layer is scaled to trace n',
    patches: [
      {
        file: 'src/limit/limit-map.ts',
        from: 'tangent: combination(scale, next.tangent, -scale * share, next.gram),',
        to: 'tangent: combination(scale, next.tangent, -0 * scale * share, next.gram),',
      },
    ],
    expected: ['recenter-relu/symmetric-state-is-stable'],
  },
  {
    name: 'limit-radial-density',
    wrong: 'the integral over the radius of a row takes one eigenvalue of each block for all of them',
    patches: [
      {
        file: 'src/limit/resolvent.ts',
        from: 'sum += ((sizes[b] ?? NaN) - 1) * logOnePlus(2 * t * (this.inner[b] ?? NaN));',
        to: 'sum += logOnePlus(2 * t * (this.inner[b] ?? NaN));',
      },
    ],
    expected: ['contrasts/rescaled-relu-settles-near-one-half', 'contrasts/rescaled-relu-has-four-rates'],
  },
  {
    name: 'limit-odd-point-n-times',
    wrong: 'one angle gives the odd point the norm n cos, not (n - 1) cos',
    patches: [
      { file: 'src/limit/odd-angle.ts', from: 'normRatio: others / secant,', to: 'normRatio: points / secant,' },
    ],
    expected: ['recenter-relu/one-angle-describes-the-odd-point', 'paper/simplified-model-shows-the-evolution'],
  },
  {
    name: 'limit-reduced-model-mean',
    wrong: 'the indicative model forgets the grand mean between two points of the cluster',
    patches: [
      {
        file: 'src/limit/reduced-model.ts',
        from: 'const pair = rho - (2 * rowSum) / points + mean;',
        to: 'const pair = rho - (2 * rowSum) / points;',
      },
    ],
    expected: ['recenter-relu/indicative-model-is-exact'],
  },
  {
    name: 'limit-odd-state-rates',
    wrong: 'directions within a block are taken for those of one point against another',
    patches: [
      {
        file: 'src/limit/sectors.ts',
        from: '(size * (size - 3)) / 2',
        to: '(size * (size - 1)) / 2',
      },
    ],
    expected: ['contrasts/rescaled-relu-has-four-rates'],
  },
];
