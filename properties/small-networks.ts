import fc from 'fast-check';
import { kinds, observables, type SmallNetwork } from '../theorems/small-network.js';
import { seeds, whole } from './arbitraries.js';

/** Four times as many neurons as `smallNetworks` has points, and more: where a chain carries the Gram matrix itself. */
export const WIDE = whole(20, 24);

/** Networks of one to three layers, of every kind, on batches that are far from orthogonal; and every observable. */
export function smallNetworks(width = whole(4, 10)): {
  readonly [Field in keyof SmallNetwork]: fc.Arbitrary<SmallNetwork[Field]>;
} {
  return {
    family: fc.constantFrom('gaussian', 'clusters(1)', 'clusters(2)'),
    inputs: whole(2, 6),
    points: whole(3, 5),
    data: seeds(),
    layers: fc.constantFrom(...Object.keys(kinds)),
    width,
    depth: whole(1, 3),
    observable: fc.constantFrom(...Object.keys(observables)),
  };
}
