import { type ExplorerState, opening } from './explorer-state.js';

/** A run worth seeing, and what to look for. */
export interface Preset {
  readonly name: string;
  readonly shows: string;
  readonly state: ExplorerState;
}

const preset = (name: string, shows: string, change: Partial<ExplorerState>): Preset => ({
  name,
  shows,
  state: { ...opening, ...change },
});

/** RC + ReLU, what each of its pieces does, and the states that it passes or stays in. */
export const presets: readonly Preset[] = [
  preset('RC + ReLU: one odd point', 'A cluster forms, and one point leaves it in an orthogonal direction.', {}),
  preset('Full BN: no odd point', 'With rescaling, cosines settle alike near 1/π; no point leaves.', {
    points: 10,
    rescale: true,
  }),
  preset('ReLU alone: collapse', 'Without recentering all points fall into one direction; no point leaves.', {
    recenter: false,
  }),
  preset('RC alone: antipodes', 'Linear layers collapse to a line, at a depth of the order of the width.', {
    points: 16,
    width: 64,
    activate: false,
  }),
  preset('RS alone: orthogonal', 'Rescaling a linear network turns points orthogonal, here nearly parallel ones.', {
    points: 12,
    recenter: false,
    rescale: true,
    activate: false,
    data: 'near-collinear(0.3)',
  }),
  preset('RC + RS, linear: simplex', 'Batch normalisation without a non-linearity: every cosine goes to -1/(n-1).', {
    points: 8,
    rescale: true,
    activate: false,
    data: 'clusters(3)',
  }),
  preset('Symmetric fixed point', 'Orthogonal points of equal norm at infinite width: all stay alike for ever.', {
    points: 16,
    width: Infinity,
    depth: 100,
    data: 'one-hot',
  }),
  preset('Three odd points fall to one', 'A saddle: three points leave together, and in the end one is left.', {
    points: 24,
    depth: 400,
    data: 'odd-points(3)',
  }),
  preset(
    'Full BN, n = 64: a mild odd point',
    'From 52 points on, full batch normalisation too has an odd-point state.',
    {
      points: 64,
      width: 2048,
      depth: 400,
      rescale: true,
      seed: '3', // with some seeds it takes 500 layers
    },
  ),
];
