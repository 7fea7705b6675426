import type { Mutant } from './mutant.js';

const STAGES = 'src/network/stages.ts';
const DIRECT = 'src/network/direct.ts';
const RECENTER = 'export function recenterInto(z: Batch): void {\n  const { rows, cols: points, values } = z;\n';

/** The network as it is defined, and the stages that every engine but the kernel shares. */
export const directMutants: readonly Mutant[] = [
  {
    name: 'stages-without-centring',
    wrong: 'recentering subtracts 0',
    patches: [{ file: STAGES, from: 'const mean = sum / points;', to: 'const mean = 0 * sum;' }],
    expected: ['identities/recentred-rows-sum-to-zero', 'identities/recentering-erases-a-constant-row'],
  },
  {
    name: 'stages-centred-over-neurons',
    wrong: 'recentering subtracts from each point its mean over the neurons',
    patches: [
      {
        file: STAGES,
        from: RECENTER,
        to: `${RECENTER}  for (let i = 0; i < points; i++) {
    let total = 0;
    for (let k = 0; k < rows; k++) total += values[k * points + i] ?? NaN;
    for (let k = 0; k < rows; k++) values[k * points + i] = (values[k * points + i] ?? NaN) - total / rows;
  }
  if (rows >= 0) return;
`,
      },
    ],
    expected: ['identities/recentred-rows-sum-to-zero', 'identities/recentering-erases-a-constant-row'],
  },
  {
    name: 'stages-mean-over-n-minus-1',
    wrong: 'the mean of a neuron is its sum over n - 1',
    patches: [{ file: STAGES, from: 'const mean = sum / points;', to: 'const mean = sum / (points - 1);' }],
    expected: ['identities/recentred-rows-sum-to-zero', 'identities/recentering-is-idempotent'],
  },
  {
    name: 'stages-variance-over-n-minus-1',
    wrong: 'rescaling divides by the root of the sum of squares over n - 1',
    patches: [{ file: STAGES, from: 'Math.sqrt(squares / points)', to: 'Math.sqrt(squares / (points - 1))' }],
    expected: ['identities/rescaled-neurons-have-mean-square-one', 'identities/batch-norm-fixes-the-trace'],
  },
  {
    name: 'stages-in-another-order',
    wrong: 'RS comes before RC in every layer',
    patches: [
      {
        file: 'src/network/layer.ts',
        from: 'return [layer.recenter, layer.rescale, layer.activate];',
        to: 'return [layer.rescale, layer.recenter, layer.activate];',
      },
    ],
    expected: ['identities/batch-norm-fixes-the-trace', 'contrasts/batch-norm-keeps-the-symmetric-state'],
  },
  {
    name: 'stages-leaky-relu',
    wrong: 'ReLU lets through 1 % of what is negative',
    patches: [
      {
        file: 'src/network/activations.ts',
        from: "name: 'relu', at: (z) => Math.max(z, 0)",
        to: "name: 'relu', at: (z) => (z > 0 ? z : 0.01 * z)",
      },
    ],
    expected: ['identities/relu-leaves-no-obtuse-angle', 'recenter-relu/two-groups-turn-orthogonal'],
  },
  {
    name: 'direct-one-matrix-for-all-layers',
    wrong: 'every layer of the direct network multiplies by the same W',
    patches: [{ file: DIRECT, from: 'derive(key, t + 1)', to: 'derive(key, 1)' }],
    expected: ['rescale-linear/volume-without-rescaling'],
  },
  {
    name: 'direct-scaled-by-neurons',
    wrong: 'weights are divided by the root of the number of neurons, not of inputs',
    patches: [
      {
        file: 'src/network/weight-law.ts',
        from: 'const scale = 1 / Math.sqrt(inputs);',
        to: 'const scale = 1 / Math.sqrt(neurons);',
      },
    ],
    expected: ['law/gram-chain-is-the-network'],
  },
  {
    name: 'direct-norm-forgotten',
    wrong: 'the direct network keeps the scale of one layer only',
    patches: [{ file: DIRECT, from: 'logScale += normaliseInto(z);', to: 'logScale = normaliseInto(z);' }],
    expected: ['law/gram-chain-is-the-network', 'rescale-linear/volume-without-rescaling'],
  },
  {
    name: 'direct-stale-normalisation',
    wrong: 'a layer of the direct network is scaled by the norm of the layer before, which was scaled already',
    patches: [{ file: DIRECT, from: 'logScale += normaliseInto(z);', to: 'logScale += normaliseInto(batch);' }],
    expected: ['law/gram-chain-is-the-network', 'rescale-linear/volume-without-rescaling'],
  },
  {
    name: 'weights-biased-coin',
    wrong: 'three of four Rademacher weights are positive',
    patches: [
      {
        file: 'src/network/weights.ts',
        from: '(coins & 1) === 0 ? -1 : 1',
        to: '(coins & 3) === 0 ? -1 : 1',
      },
    ],
    expected: ['recenter-relu/outlier-ratio-for-any-symmetric-weights'],
  },
];
