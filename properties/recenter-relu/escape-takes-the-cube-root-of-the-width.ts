import fc from 'fast-check';
import { keep, rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  cubeRoot,
  escapeTakesTheCubeRootOfTheWidth,
  escapingAfter,
  type WideNetwork,
} from '../../theorems/recenter-relu/escape-takes-the-cube-root-of-the-width.js';
import { geometric, whole } from '../arbitraries.js';
import { beyond } from '../beyond.js';

export default evidence<WideNetwork>({
  theorem: escapeTakesTheCubeRootOfTheWidth,
  given: fc.record({ points: whole(16, 24), width: geometric(64, 512, 12) }),
  pooled: 210,
  instances: 0,
  draws: 210,
  control: 200,
  regimes: {
    'width 64 to 100': ({ width }) => width <= 100,
    '300 neurons or more': ({ width }) => width >= 300,
    'sixteen to twenty points': ({ points }) => points <= 20,
  },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'a quarter of the growth': { instead: escapingAfter((network) => cubeRoot(network) / 4) },
    'four times the growth': { instead: escapingAfter((network) => 4 * cubeRoot(network)) },
    'six points': beyond(escapeTakesTheCubeRootOfTheWidth, ({ width }) => ({ points: 6, width })),
    'seven points in layers of 4 n^3 neurons': beyond(escapeTakesTheCubeRootOfTheWidth, () => ({
      points: 7,
      width: 4 * 7 * 7 * 7,
    })),
  },
});
