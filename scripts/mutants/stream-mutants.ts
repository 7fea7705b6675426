import type { Mutant } from './mutant.js';

const NORMAL = 'src/random/normal.ts';
const KERNEL = 'kernel/random.ts';

/** Random numbers: the sources and the kernel, which make the same. */
export const streamMutants: readonly Mutant[] = [
  {
    name: 'normals-with-a-mean',
    wrong: 'normals have a mean of about 0.1',
    patches: [
      { file: NORMAL, from: '* SHARE_UNIT - 1;', to: '* SHARE_UNIT - 0.9;' },
      { file: KERNEL, from: 'f64x2.splat(4)), f64x2.splat(5));', to: 'f64x2.splat(4)), f64x2.splat(4.9));' },
    ],
    expected: ['identities/batch-normed-pairs-toss-a-coin'],
  },
  {
    name: 'normals-too-narrow',
    wrong: 'normals have the standard deviation 0.85',
    patches: [
      {
        file: NORMAL,
        from: 'return share * (edge[layer] ?? NaN);',
        to: 'return 0.85 * share * (edge[layer] ?? NaN);',
      },
      {
        file: KERNEL,
        from: 'v128.store(out, f64x2.mul(share, i64x2.shuffle(even, odd, 0, 2)));',
        to: 'v128.store(out, f64x2.mul(f64x2.mul(share, f64x2.splat(0.85)), i64x2.shuffle(even, odd, 0, 2)));',
      },
    ],
    expected: ['rescale-linear/volume-without-rescaling'],
  },
  {
    name: 'normals-in-equal-pairs',
    wrong: 'each odd normal repeats the even one before it',
    patches: [
      {
        file: NORMAL,
        from: 'stateWord(key, 4 * i + 2 * half) | 0',
        to: 'stateWord(key, 4 * i) | 0',
      },
      {
        file: NORMAL,
        from: 'stateWord(key, 4 * i + 2 * half + 1) | 0',
        to: 'stateWord(key, 4 * i + 1) | 0',
      },
      {
        file: KERNEL,
        from: 'let a = stateWords(key, i32x4(1, 2, 3, 4));',
        to: 'let a = stateWords(key, i32x4(1, 2, 1, 2));',
      },
      {
        file: KERNEL,
        from: 'let b = stateWords(key, i32x4(5, 6, 7, 8));',
        to: 'let b = stateWords(key, i32x4(5, 6, 5, 6));',
      },
      {
        file: KERNEL,
        from: 'let c = stateWords(key, i32x4(9, 10, 11, 12));',
        to: 'let c = stateWords(key, i32x4(9, 10, 9, 10));',
      },
      {
        file: KERNEL,
        from: 'v128.or(stateWords(key, i32x4(13, 14, 15, 16)), i32x4.splat(1))',
        to: 'v128.or(stateWords(key, i32x4(13, 14, 13, 14)), i32x4.splat(1))',
      },
    ],
    expected: ['law/gram-chain-is-the-network'],
  },
  {
    name: 'streams-of-neighbours-coincide',
    wrong: 'parts 2k and 2k + 1 of a key have one stream: layers, blocks and draws repeat each other in pairs',
    patches: [
      { file: 'src/random/key.ts', from: '      absorb(part);\n', to: '      absorb(part & -2);\n' },
      { file: KERNEL, from: 'high = mix((high ^ part) +', to: 'high = mix((high ^ (part & 0xfffffffe)) +' },
      { file: KERNEL, from: '((part << 16) | (part >> 16))', to: '(((part & 0xfffffffe) << 16) | (part >> 16))' },
    ],
    expected: ['recenter-relu/width-delays-the-odd-point', 'rescale-linear/volume-without-rescaling'],
  },
  {
    name: 'chi-square-one-degree-short',
    wrong: 'chi-square numbers have one degree of freedom less',
    patches: [
      {
        file: 'src/random/chi-square.ts',
        from: 'const d = degrees / 2 - 1 / 3;',
        to: 'const d = (degrees - 1) / 2 - 1 / 3;',
      },
    ],
    expected: ['rescale-linear/angle-without-rescaling', 'rescale-linear/volume-without-rescaling'],
  },
];
