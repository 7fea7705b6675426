import { rank } from '../../src/geometry/spectrum.js';
import { applyLayer } from '../../src/network/direct.js';
import { build } from '../../src/linalg/matrix.js';
import { stagesOf } from '../../src/network/layer.js';
import { reluAlone } from '../../src/network/layers.js';
import { gaussian } from '../../src/network/weights.js';
import { cos } from '../../src/portable/cos.js';
import { sin } from '../../src/portable/sin.js';
import { paper } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';

/** Points of a plane, at angles that are whole multiples of a twelfth of a turn. */
export interface PlanePoints {
  readonly points: number;
  /** Steps of pi/12 from each point to the next: no two of them are on one line when the sum stays below 12. */
  readonly step: number;
  readonly width: number;
}

/** Why: on every line orthogonal to a point its ReLU feature has a kink that no other feature has, so no combination of them vanishes. */
export const reluGrowsTheRank = theorem<PlanePoints>({
  id: 'paper/relu-grows-the-rank',
  kind: 'probable',
  says: 'A random ReLU layer grows the rank of a batch: 3 to 12 points of a plane, no two on one line, become linearly independent.',
  formula: String.raw`\mathrm{rank}\,X = 2 \Rightarrow P\big(\mathrm{rank}\,\mathrm{relu}(WX) = n\big) \ge 0.9`,
  source: paper(
    'arXiv:2412.02843v1, abstract; here for angles of at least pi/12 and width 64 to 256; at width 32 6 of 100 batches of twelve points fail',
  ),
  covers: ['contrasts L4'],
  uses: [],
  assumes: {
    '3 to 12 points': ({ points }) => points >= 3 && points <= 12,
    'no two on one line': ({ points, step }) => step >= 1 && (points - 1) * step < 12,
    'width 64 to 256': ({ width }) => width >= 64 && width <= 256,
  },
  layer: () => reluAlone,
  probability: 0.9,
  indifference: 0.2,
  event: ({ points, step, width }, layer, key) => {
    const batch = build<'neuron', 'point'>(2, points, (k, i) => {
      const angle = (i * step * Math.PI) / 12;
      return k === 0 ? cos(angle) : sin(angle);
    });
    const after = applyLayer(stagesOf(layer), gaussian.draw(key, width, 2), batch);
    return { 'full rank': rank(after) - points, 'a plane before': 2 - rank(batch) };
  },
});
