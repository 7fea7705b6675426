import fc from 'fast-check';
import { squaredNorm } from '../../src/limit/block-gram.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { stagesOf } from '../../src/network/layer.js';
import { keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { suchThat } from '../../src/theory/filtering.js';
import { outlierIsFarther } from '../../theorems/recenter-relu/outlier-is-n-minus-one-times-farther.js';
import { differ, type TwoGroupsGram, twoGroupsGram } from '../../theorems/two-groups-limit.js';
import { centringLoss, twoGroupsGrams } from '../instances.js';

// Rescaling leaves the claim true as well, but cannot be tried: it is not Lipschitz at a centred batch of rank one, where it
// turns a rounding error u into sqrt(u). The exact claim about two groups survives it.
export default evidence<TwoGroupsGram>({
  theorem: outlierIsFarther,
  given: suchThat(fc.record(twoGroupsGrams(fc.constant(1))), differ),
  cases: 400,
  allowance: roundoff(
    (batch) => batch.cluster * (centringLoss(batch) + 20),
    'half the relative errors of both centred variances, and twenty roundings of kernel, roots and quotient, times the ratio n - 1',
  ),
  regimes: {
    'two points': ({ cluster }) => cluster === 1,
    'a hundred points': ({ cluster }) => cluster >= 100,
    'antipodal places': ({ cosine, oddNorm, clusterNorm }) => cosine < -0.9 && oddNorm > 0 && clusterNorm > 0,
    'one place at the origin': ({ oddNorm, clusterNorm }) => oddNorm === 0 || clusterNorm === 0,
  },
  breaks: {
    'no recentering': { recenter: keep },
    'n for n - 1': {
      instead: {
        margins: (batch, layer) => {
          const { gram } = limitLayer(stagesOf(layer))({ gram: twoGroupsGram(batch) });
          return {
            'norm ratio': -Math.abs(Math.sqrt(squaredNorm(gram, 0) / squaredNorm(gram, 1)) - batch.cluster - 1),
          };
        },
      },
    },
    'two odd points': {
      instead: { margins: (batch, layer) => outlierIsFarther.margins({ ...batch, odd: 2 }, layer) },
    },
  },
});
