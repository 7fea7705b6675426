import fc from 'fast-check';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  powerRates,
  type SteepPower,
  steepPowersBreakSymmetry,
  thresholdsIn,
} from '../../theorems/contrasts/steep-powers-break-symmetry.js';
import { grid, sizes } from '../arbitraries.js';

// The layer is not among the controls: the rates are a formula, and theirs is the proof. Its networks are tried elsewhere.
export default evidence<SteepPower>({
  theorem: steepPowersBreakSymmetry,
  given: fc.record({
    points: sizes(3, 1024),
    power: fc.oneof(grid(0.5, 4, 0.01), grid(0.5, 60, 0.5), grid(1, 1.3, 0.01)),
  }),
  cases: 200,
  allowance: roundoff(
    () => 200,
    'a hundred terms of the series, and a hundred roundings of two quotients of gamma functions',
  ),
  regimes: {
    'up to four points': ({ points }) => points <= 4,
    'hundreds of points': ({ points }) => points >= 200,
    'flatter than ReLU': ({ power }) => power < 1,
    'a little steeper than ReLU': ({ power }) => power > 1 && power < 1.2,
    'very steep': ({ power }) => power > 10,
  },
  breaks: {
    'a threshold ten per cent lower': { instead: thresholdsIn(2.03, 2.26) },
    'every power above 1 breaks it': {
      instead: { margins: (batch) => ({ unstable: batch.power > 1 ? powerRates(batch).favouring - 1 : 0 }) },
    },
    'no smooth power breaks it': {
      instead: { margins: (batch) => ({ stable: 1 - powerRates(batch).favouring }) },
    },
    'the second power breaks it for every n': {
      instead: { margins: ({ points }) => ({ unstable: powerRates({ points, power: 2 }).favouring - 1 }) },
    },
    'rates without the factor of the sphere': {
      instead: {
        margins: (batch, layer) => {
          const stretched = (batch.points + 1) / (batch.points - 1);
          const margins = steepPowersBreakSymmetry.margins(batch, layer);
          return { ...margins, 'ReLU has its own rates': (1 - stretched) * powerRates(batch).balanced };
        },
      },
    },
  },
});
