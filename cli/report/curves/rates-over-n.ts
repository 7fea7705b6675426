import { symmetricFixedPoint, twoBlockFixedPoint } from '../../../src/limit/fixed-point.js';
import { toGram } from '../../../src/limit/block-gram.js';
import type { BlockGram } from '../../../src/limit/block-gram.js';
import { spectrum } from '../../../src/limit/spectrum.js';
import { wideSteps } from '../../../src/limit/wide-steps.js';
import type { Gram } from '../../../src/linalg/matrix.js';
import { stagesOf } from '../../../src/network/layer.js';
import { recenterRelu } from '../../../src/network/layers.js';
import { exp } from '../../../src/portable/exp.js';
import { log } from '../../../src/portable/log.js';
import { derive, type StreamKey } from '../../../src/random/key.js';
import { fillNormals } from '../../../src/random/normal.js';
import { oddPointExistsFromSeven } from '../../../theorems/recenter-relu/odd-point-exists-from-seven.js';
import { oddPointSettlesWithinNLayers } from '../../../theorems/recenter-relu/odd-point-settles-within-n-layers.js';
import { favouringRate, symmetricStateIsStable } from '../../../theorems/recenter-relu/symmetric-state-is-stable.js';
import { configurationIsStable } from '../../../theorems/paper/configuration-is-stable.js';
import type { Curve } from '../run-document.js';

const SIZES = [7, 8, 10, 12, 16, 24, 32, 48, 64];
/** Small enough that the square of the disturbance is rounding, large enough that what is left of it is not. */
const DISTURBANCE = 1e-7;
/** Of n layers each. From 12 points on, directions whose loss is up to 6 % larger are then still among what is left. */
const ROUNDS = 30;

/** How fast a disturbance dies at both states: the derivative of the map, the formulas, and a disturbed batch that is let go. */
export function ratesOverN(key: StreamKey): readonly Curve[] {
  const stages = stagesOf(recenterRelu);
  const odd = SIZES.flatMap((n) => {
    const end = twoBlockFixedPoint(stages, n);
    return end.kind === 'two-block' ? [{ n, gram: end.gram }] : [];
  });
  const symmetric = SIZES.flatMap((n) => {
    const end = symmetricFixedPoint(stages, n);
    return end.kind === 'settled' ? [{ n, gram: end.gram }] : [];
  });
  const loss = (of: (n: number, gram: BlockGram) => number, at: typeof odd): Curve['series'][number]['points'] =>
    at.map(({ n, gram }) => [n, 1 - of(n, gram)]);
  const letGo = (n: number, gram: BlockGram): number => measuredRate(toGram(gram), derive(key, n));
  const axes = {
    x: { label: 'points n', scale: 'log' as const },
    y: { label: '1 − rate per layer', scale: 'log' as const },
  };
  return [
    {
      name: 'How fast the odd-point state draws in',
      says: 'What a layer takes off a small disturbance of the state, in all directions at once: from the spectrum of the derivative, against 1/n, and measured on a batch that is disturbed and let go, over and over.',
      claims: [oddPointSettlesWithinNLayers.id, oddPointExistsFromSeven.id, configurationIsStable.id],
      ...axes,
      series: [
        { name: 'spectrum', kind: 'predicted', points: loss((_, gram) => spectrum(stages, gram).spectralRadius, odd) },
        { name: '1/n', kind: 'asymptote', points: odd.map(({ n }) => [n, 1 / n]) },
        { name: 'let go', kind: 'measured', points: loss(letGo, odd) },
      ],
    },
    {
      name: 'How fast the symmetric state draws in',
      says: 'The same where all points are alike: the closed form of the slower rate, and measured. It stays stable, ever more weakly.',
      claims: [symmetricStateIsStable.id],
      ...axes,
      series: [
        { name: 'closed form', kind: 'predicted', points: loss(favouringRate, symmetric) },
        { name: 'let go', kind: 'measured', points: loss(letGo, symmetric) },
      ],
    },
  ];
}

/**
 * The factor by which a layer shrinks a random symmetric disturbance once the slowest direction is left of it.
 *
 * Measured over n layers, after which what is left is made as large as at first: so it never sinks into rounding.
 */
function measuredRate(fixed: Gram, key: StreamKey): number {
  const n = fixed.rows;
  const noise = new Float64Array(n * n);
  fillNormals(derive(key, 'disturbance'), noise);
  let off = fixed.values.map((_, m) => {
    const [i, j] = [Math.floor(m / n), m % n];
    const scale = Math.sqrt((fixed.values[i * n + i] ?? NaN) * (fixed.values[j * n + j] ?? NaN));
    return DISTURBANCE * scale * ((noise[m] ?? NaN) + (noise[j * n + i] ?? NaN));
  });
  const size = lengthOf(off);
  let left = size;
  for (let round = 0; round < ROUNDS; round++) {
    const disturbed = { rows: n, cols: n, values: fixed.values.map((value, m) => value + (off[m] ?? NaN)) };
    const later = wideSteps(disturbed, { recenter: true, slope: 0, steps: n });
    const remains = later.values.map((value, m) => value - (fixed.values[m] ?? NaN));
    left = lengthOf(remains);
    off = remains.map((x) => x * (size / left));
  }
  return exp((log(left) - log(size)) / n);
}

function lengthOf(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, x) => sum + x * x, 0));
}
