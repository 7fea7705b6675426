import { expect, test } from 'vitest';
import { nearest } from '../../cli/nearest.js';

const words = [
  'recenter-relu/odd-point-appears',
  'recenter-relu/odd-point-is-uniform',
  'contrasts/relu-alone-collapses',
];

test.each([
  ['odd-point-appears', [words[0]]],
  ['recenter-relu/odd-point-apears', [words[0], words[1]]],
  ['Contrasts/ReLU-alone-colapses', [words[2]]],
  ['odd-point', [words[0], words[1]]],
  ['riemann', []],
  ['', []],
  ['x'.repeat(1_000_000), []],
])('%s may stand for %j', (typed, found) => {
  expect(nearest(typed, words)).toEqual(found);
});
