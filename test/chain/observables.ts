import { clusterCosine } from '../../src/geometry/cluster.js';
import { cosineGap } from '../../src/geometry/cosines.js';
import { normRatio } from '../../src/geometry/odd-point.js';
import { orthogonalityGap } from '../../src/geometry/orthogonality-gap.js';
import type { LayerState } from '../../src/network/network.js';
import { ksDistance } from '../../src/statistics/kolmogorov-smirnov.js';

/** What is compared between two engines: one number a draw each, none of them a function of the others. */
export const observables: Readonly<Record<string, (state: LayerState) => number>> = {
  'norm ratio': ({ factor }) => normRatio(factor),
  'mean cosine of the cluster': ({ factor }) => clusterCosine(factor).mean,
  'orthogonality gap': ({ factor }) => orthogonalityGap(factor),
  // Rounded, because after rescaling it is a constant, of which two engines may have other last bits.
  scale: ({ logScale }) => Math.fround(logScale),
  'gap of one pair': ({ factor }) => cosineGap(factor, 0, 1),
};

/**
 * The distance between two samples of states, by observable.
 *
 * A dead point has no cosine. Such draws count as infinity: two engines of one law have as many of them.
 */
export function distances(a: readonly LayerState[], b: readonly LayerState[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(observables).map(([name, of]) => {
      const defined = (state: LayerState): number => (Number.isNaN(of(state)) ? Infinity : of(state));
      return [name, ksDistance(a.map(defined), b.map(defined))];
    }),
  );
}
