import fc from 'fast-check';
import type { LayerChoice } from '../theorems/batch-choice.js';
import { geometric, seeds, sizes } from './arbitraries.js';
import { continuousWeights } from './instances.js';

/** Families of batches whose points are not all equal, from the generic to the nearly degenerate. */
const families: readonly string[] = [
  'gaussian',
  'low-rank(2)',
  'clusters(3)',
  'duplicated',
  'near-collinear(0.001)',
  'heavy-tailed(3)',
];

/** A batch of three points or more, three so that even pairs of equal points are not one place, and weights without atoms. */
export function layers(widest = 64): { readonly [Field in keyof LayerChoice]: fc.Arbitrary<LayerChoice[Field]> } {
  return {
    family: fc.constantFrom(...families),
    inputs: geometric(1, 32, 10),
    points: sizes(3, 32),
    data: seeds(),
    ...continuousWeights(),
    width: geometric(1, widest, 12),
  };
}

/** The parts of that domain that every claim about it must visit. */
export const layerRegimes: Readonly<Record<string, (choice: LayerChoice) => boolean>> = {
  'one input': ({ inputs }) => inputs === 1,
  'one neuron': ({ width }) => width === 1,
  'more points than neurons': ({ points, width }) => points > width,
  'equal points': ({ family }) => family === 'duplicated',
  'nearly equal points': ({ family }) => family === 'near-collinear(0.001)',
};
