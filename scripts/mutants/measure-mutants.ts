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
    expected: ['paper/one-cluster-and-one-odd-point'],
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
    expected: ['rescale-linear/soft-rank-dominates-stable-rank'],
  },
  {
    name: 'measure-only-the-last-cosine',
    wrong: 'the least cosine of the cluster is that of its last pair',
    patches: [{ file: 'src/geometry/cluster.ts', from: 'min = Math.min(min, cosine);', to: 'min = cosine;' }],
    expected: [],
  },
];
