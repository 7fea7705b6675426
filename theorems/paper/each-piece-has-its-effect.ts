import { cosines } from '../../src/geometry/cosines.js';
import { clusterCosine, crossCosine } from '../../src/geometry/cluster.js';
import { normRatio } from '../../src/geometry/odd-point.js';
import type { Batch, Factor } from '../../src/linalg/matrix.js';
import { identity, relu } from '../../src/network/activations.js';
import { activate, keep, recenter, rescale } from '../../src/network/stages.js';
import { observed } from '../../src/theory/source.js';
import { type Margins, type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import { batchNormReturnsToSymmetry } from '../contrasts/batch-norm-returns-to-symmetry.js';
import { reluAloneCollapses } from '../contrasts/relu-alone-collapses.js';
import { rescaledReluSettlesNearOneHalf } from '../contrasts/rescaled-relu-settles-near-one-half.js';
import type { DeepNetwork } from '../deep-network.js';
import { endOfNetwork } from '../end-of-network.js';
import { inBand } from '../odd-point-state.js';
import { oddPointAppears } from '../recenter-relu/odd-point-appears.js';

/** Which of the three pieces a layer has. */
export interface Pieces {
  readonly recenters: boolean;
  readonly rescales: boolean;
  readonly bends: boolean;
}

const POINTS = 16;

/** Linear layers without rescaling take more layers than neurons to show anything, so that row is narrow and deep. */
function sizeOf({ recenters, rescales, bends }: Pieces): Omit<DeepNetwork, 'points'> {
  if (!rescales && !bends) return { width: 8, depth: 300 };
  return { width: 256, depth: recenters && bends && !rescales ? 200 : 60 };
}

/** What the last batch must look like: the row of the table. */
function rowOf({ recenters, rescales, bends }: Pieces, end: Batch | Factor): Margins {
  const points = end.cols;
  const { least, most, mean, flattest } = pairsOf(end);
  if (!bends && !rescales) {
    return recenters
      ? { 'one line': flattest - 0.9, 'on both sides of the mean': -0.9 - least }
      : { 'one line': flattest - 0.9 };
  }
  if (!bends) {
    const spread = Math.max(-least, most);
    return {
      'nearly orthogonal': 0.7 - spread,
      mean: recenters ? inBand(mean + 1 / (points - 1), -0.02, 0.02) : inBand(mean, -0.04, 0.04),
    };
  }
  if (!recenters) return rescales ? { 'half way': inBand(mean, 0.44, 0.6) } : { 'one direction': least - 0.9 };
  if (rescales) return { 'all alike': inBand(mean, 0.25, 0.32), 'no odd point': 2 - normRatio(end) };
  return {
    'one odd point, far': normRatio(end) / (points - 1) - 0.5,
    'and orthogonal': 0.15 - crossCosine(end).max,
    'one cluster': clusterCosine(end).mean - 0.5,
  };
}

/** The table for so many points, and perhaps another depth, so that false ones can be put in its place. */
export function tableOf(points: number, depth?: number): Pick<ProbableTheorem<Pieces>, 'event'> {
  return {
    event: (pieces, layer, key) => {
      const size = sizeOf(pieces);
      return rowOf(pieces, endOfNetwork({ ...size, points, depth: depth ?? size.depth }, layer, key));
    },
  };
}

/** Smallest, largest and mean cosine of two points, and the smallest absolute one. */
function pairsOf(end: Batch | Factor): Readonly<Record<'least' | 'most' | 'mean' | 'flattest', number>> {
  const { values, cols } = cosines(end);
  const pairs = [...values].filter((_, at) => at % cols < Math.floor(at / cols));
  return {
    least: Math.min(...pairs),
    most: Math.max(...pairs),
    mean: pairs.reduce((sum, x) => sum + x, 0) / pairs.length,
    flattest: Math.min(...pairs.map(Math.abs)),
  };
}

/** Why: recentering takes away what all share, rescaling evens what each row weighs, and ReLU pulls together; only without rescaling does one point win. */
export const eachPieceHasItsEffect = theorem<Pieces>({
  id: 'paper/each-piece-has-its-effect',
  kind: 'probable',
  says: 'Recentering with ReLU alone makes one cluster and one odd point; with rescaling too all stay alike, without recentering all meet (ReLU) or stop half way (both); linear layers end on a line, or orthogonal if rescaled.',
  formula: String.raw`\begin{array}{ll} \emptyset, RC & |\cos| \to 1 \\ RS & \cos \to 0 \\ RC{+}RS & \cos \to \frac{-1}{n-1} \\ NL & \cos \to 1 \\ RS{+}NL & \cos \to 0.51 \\ RC{+}RS{+}NL & \cos \to c^* \\ RC{+}NL & \text{one cluster, one orthogonal odd point} \end{array}`,
  source: observed(
    '10 networks for each of the eight subsets; 16 points, width 256 and 60 or 200 layers, or width 8 and 300 layers',
  ),
  covers: ['RC+ReLU C1', 'RC+ReLU C2', 'RC+ReLU C3', 'RC+ReLU C4', 'RC+ReLU C5'],
  uses: [oddPointAppears, reluAloneCollapses, batchNormReturnsToSymmetry, rescaledReluSettlesNearOneHalf],
  assumes: {},
  layer: ({ recenters, rescales, bends }) => ({
    recenter: recenters ? recenter : keep,
    rescale: rescales ? rescale : keep,
    activate: activate(bends ? relu : identity),
  }),
  probability: 0.95,
  indifference: 0.35,
  ...tableOf(POINTS),
});
