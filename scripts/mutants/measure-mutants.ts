import type { Mutant } from './mutant.js';

/** What is read off a batch. */
export const measureMutants: readonly Mutant[] = [
  {
    name: 'measure-smallest-point-is-odd',
    wrong: 'the odd point is the one of smallest norm',
    patches: [
      {
        file: 'src/geometry/odd-point.ts',
        from: 'if (odd < 0 || norm > (norms[odd] ?? NaN)) odd = j;',
        to: 'if (odd < 0 || norm < (norms[odd] ?? NaN)) odd = j;',
      },
    ],
    expected: ['recenter-relu/odd-point-survives-at-finite-width'],
  },
  {
    name: 'measure-eigenvalues-for-singular-values',
    wrong: 'the spectrum of a factor is squared',
    patches: [
      {
        file: 'src/geometry/spectrum.ts',
        from: '(out[i] = value / largest)',
        to: '(out[i] = (value / largest) * (value / largest))',
      },
    ],
    expected: ['rescale-linear/rescaling-improves-isometry', 'rescale-linear/smallest-eigenvalue-concentrates'],
  },
  {
    name: 'measure-odd-point-in-the-cluster',
    wrong: 'the cosines within the cluster include those of the odd point',
    patches: [
      {
        file: 'src/geometry/cluster.ts',
        from: 'if (i === odd || j === odd) continue;',
        to: 'if (odd < 0) continue;',
      },
    ],
    expected: ['recenter-relu/cluster-of-32-points-is-tight-at-width-256'],
  },
  {
    name: 'measure-cross-cosine-from-another-point',
    wrong: 'cross cosines are those of a point of the cluster',
    patches: [
      {
        file: 'src/geometry/cluster.ts',
        from: 'cosinesTo(factor, odd).forEach(',
        to: 'cosinesTo(factor, odd === 0 ? 1 : 0).forEach(',
      },
    ],
    expected: ['paper/each-piece-has-its-effect', 'recenter-relu/few-points-have-no-odd-one'],
  },
];
