import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, recenter } from '../../src/network/stages.js';
import { cos } from '../../src/portable/cos.js';
import { evidence } from '../../src/theory/claim.js';
import { suchThat } from '../../src/theory/filtering.js';
import { countedBy, type FewPoints, signsCountTheAngle } from '../../theorems/law/signs-count-the-angle.js';
import { whole } from '../arbitraries.js';

const point = fc.tuple(whole(-9, 9), whole(-9, 9), whole(-9, 9));

export default evidence<FewPoints>({
  theorem: signsCountTheAngle,
  given: suchThat(
    fc.record({ points: fc.array(point, { minLength: 2, maxLength: 5 }), width: whole(1, 12) }),
    ({ points }) => [points[0], points.at(-1)].every((ends) => ends?.some((x) => x !== 0)),
  ),
  instances: 6,
  draws: 500,
  control: 500,
  regimes: {
    'a point between the two': { when: ({ points }) => points.length >= 3, atLeast: 0.5 },
    'one neuron': ({ width }) => width === 1,
  },
  survives: {
    'points of other lengths': {
      instead: {
        sample: (instance, layer, key) => {
          const points = instance.points.map((coordinates, i) => coordinates.map((x) => (i + 1) * x));
          return signsCountTheAngle.sample({ ...instance, points }, layer, key);
        },
      },
    },
  },
  breaks: {
    'a chance of half of 1 - cosine': { instead: countedBy((turn) => (1 - cos(Math.PI * turn)) / 2) },
    'a chance of 1/2': { instead: countedBy(() => 1 / 2) },
    'more than signs': { activate: activate(identity) },
    recentering: { recenter },
  },
});
