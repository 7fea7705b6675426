import fc from 'fast-check';
import type { Layer } from '../../src/network/layer.js';
import type { Stage } from '../../src/network/stage.js';
import { observed } from '../../src/theory/source.js';

const nothing: Stage = { name: 'nothing', onBatchInto: () => undefined, onRows: (law) => law, degree: 1 };
/** A layer that does nothing: for claims that are not about networks. */
export const still: Layer = { recenter: nothing, rescale: nothing, activate: nothing };

/** What every toy claim says of itself. */
export const stated = {
  says: 'A toy.',
  formula: 'p',
  source: observed('here'),
  uses: [],
  assumes: {},
  layer: () => still,
};

export interface Coin {
  readonly sides: number;
}

export const coins: fc.Arbitrary<Coin> = fc.record({ sides: fc.integer({ min: 2, max: 6 }) });
