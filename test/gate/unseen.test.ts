import { expect, test } from 'vitest';
import { unseen } from '../../src/gate/unseen.js';
import { clopperPearson } from '../statistics/clopper-pearson.js';

test.each([1, 2, 10, 59, 400, 100_000])(
  'What was never seen in %i cases is as rare as Clopper and Pearson say',
  (cases) => {
    for (const level of [0.5, 0.05, 1e-6]) {
      const { upper } = clopperPearson(0, cases, level);
      // 1 - exp(x) loses what x has beyond 2^-53.
      expect(Math.abs(unseen(cases, level) - upper)).toBeLessThanOrEqual(4 * 2 ** -53);
    }
  },
);

test('Of no cases nothing is known', () => {
  expect(unseen(0, 0.05)).toBe(1);
});
