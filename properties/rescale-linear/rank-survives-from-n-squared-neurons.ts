import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  rankSurvives,
  survivingAt,
  type WideOrNarrow,
} from '../../theorems/rescale-linear/rank-survives-from-n-squared-neurons.js';
import { whole } from '../arbitraries.js';

const wideWidth = (points: number): number => points * points;
const narrowWidth = (points: number): number => Math.floor((points * points) / 5);

export default evidence<WideOrNarrow>({
  theorem: rankSurvives,
  given: fc.record({ points: whole(4, 9), wide: fc.boolean() }),
  pooled: 280,
  instances: 1,
  draws: 280,
  control: 240,
  regimes: {
    'n^2 neurons': ({ wide }) => wide,
    'a fifth of n^2 neurons': ({ wide }) => !wide,
    'more neurons than points, and yet too few': ({ points, wide }) => !wide && points * points >= 6 * points,
  },
  breaks: {
    'no rescaling': { rescale: keep },
    'full rank from n neurons on': {
      instead: survivingAt((points) => points, narrowWidth),
    },
    'ten layers, too narrow': {
      instead: {
        event: (batch, layer, key) =>
          survivingAt(wideWidth, narrowWidth, 10).event({ ...batch, wide: false }, layer, key),
      },
    },
    'collapse below n^2': {
      instead: survivingAt(wideWidth, (points) => points * points - 1),
    },
  },
});
