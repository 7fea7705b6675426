import { clusterCosine, crossCosine } from '../geometry/cluster.js';
import { normRatio } from '../geometry/odd-point.js';
import type { Batch, Factor } from '../linalg/matrix.js';
import { rateInterval } from '../statistics/rate-interval.js';
import { medianInterval } from '../statistics/median-interval.js';
import type { Configuration } from './configuration.js';

/** One cluster and one odd point, far and orthogonal: the largest cosine across is below 0.1, the norm ratio above 0.6 (n - 1). */
export function oddEvent(factor: Batch | Factor): boolean {
  return normRatio(factor) > 0.6 * (factor.cols - 1) && crossCosine(factor).max < 0.1;
}

/** What a map says of a cell. */
export interface Estimate {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** Something that one draw has, and how draws of it are summed up. */
interface MeasureOf {
  readonly says: string;
  /** How the draws of a cell are summed up. */
  readonly summary: 'rate' | 'median';
  /** Reads it off the last layer. `hit` is the first layer with the odd event, Infinity when there was none. */
  readonly read: (last: Batch | Factor, hit: number) => number;
  /** The smallest and the largest value: what is wide is judged by it. */
  readonly range: (configuration: Configuration) => readonly [number, number];
}

const share = (): readonly [number, number] => [0, 1];

/** Everything that a map can show, by name. */
const catalogue = {
  'odd-event': {
    says: 'probability that the last layer has one far, orthogonal odd point: norm ratio above 0.6 (n - 1), largest cosine across below 0.1',
    summary: 'rate',
    read: (last) => (oddEvent(last) ? 1 : 0),
    range: share,
  },
  'far-event': {
    says: 'probability that the last layer has a point of at least twice the median norm, orthogonal or not',
    summary: 'rate',
    read: (last) => (normRatio(last) >= 2 ? 1 : 0),
    range: share,
  },
  'hitting-time': {
    says: 'median of the first layer with a far, orthogonal odd point; null: after the last layer',
    summary: 'median',
    read: (_, hit) => hit,
    range: ({ depth }) => [0, depth],
  },
  'cluster-cosine': {
    says: 'median of the mean cosine among the points of the last layer other than the one of largest norm',
    summary: 'median',
    read: (last) => clusterCosine(last).mean,
    range: () => [-1, 1],
  },
} as const satisfies Record<string, MeasureOf>;

export type Measure = keyof typeof catalogue;

export const MEASURES: Readonly<Record<Measure, MeasureOf>> = catalogue;
export const measures: readonly Measure[] = ['odd-event', 'far-event', 'hitting-time', 'cluster-cosine'];

/** The measure that a text names. @throws RangeError that lists them */
export function parseMeasure(text: string): Measure {
  const found = measures.find((name) => name === text.trim());
  if (found !== undefined) return found;
  throw new RangeError(`parseMeasure: needs one of ${measures.join(', ')}; came '${text}'. Write one of these.`);
}

/**
 * The estimate of a cell with bounds that hold at every moment at once with probability 1 - level, so that the number of draws
 * may follow from the draws. No draws: the whole range. The median of values that do not exist is NaN.
 */
export function estimateOf(
  measure: Measure,
  configuration: Configuration,
  draws: readonly number[],
  level: number,
): Estimate {
  const { summary, range } = MEASURES[measure];
  const [least, most] = range(configuration);
  if (draws.length === 0) return { estimate: NaN, lower: least, upper: most };
  if (summary === 'rate') {
    const happened = draws.reduce((sum, x) => sum + x, 0);
    return { estimate: happened / draws.length, ...rateInterval(happened, draws.length, level) };
  }
  const { estimate, lower, upper } = medianInterval(draws, level);
  // A hitting time has no upper end: the layer after the last is Infinity.
  return { estimate, lower: Math.max(lower, least), upper: measure === 'hitting-time' ? upper : Math.min(upper, most) };
}

/** How wide the interval is, as a part of its range; 0 when nothing is left to learn. */
export function relativeWidth(measure: Measure, configuration: Configuration, { lower, upper }: Estimate): number {
  const [least, most] = MEASURES[measure].range(configuration);
  return (Math.min(upper, most) - Math.min(lower, most)) / (most - least);
}
