import { cosineGap } from '../src/geometry/cosines.js';
import { norms } from '../src/geometry/norms.js';
import { orthogonalityGap } from '../src/geometry/orthogonality-gap.js';
import { spectrum } from '../src/geometry/spectrum.js';
import { type Layer, stagesOf } from '../src/network/layer.js';
import { batchNormRelu, linear, recenterRelu, reluAlone } from '../src/network/layers.js';
import { type LayerState, type Network, uniformNetwork } from '../src/network/network.js';
import { rescale } from '../src/network/stages.js';
import type { WeightLaw } from '../src/network/weight-law.js';
import { gaussian } from '../src/network/weights.js';
import type { BatchChoice } from './batch-choice.js';

/** A network of equal layers on a chosen batch, and the number that is read off its output. */
export interface SmallNetwork extends BatchChoice {
  /** A key of `kinds`. */
  readonly layers: string;
  readonly width: number;
  readonly depth: number;
  /** A key of `observables`. */
  readonly observable: string;
}

/** The layers of the paper, by name. */
export const kinds: Readonly<Record<string, Layer>> = {
  'recenter and relu': recenterRelu,
  'batch norm and relu': batchNormRelu,
  relu: reluAlone,
  rescale: { ...linear, rescale },
  linear,
};

/** What the inner products of a batch determine, one number each. */
export const observables: Readonly<Record<string, (state: LayerState) => number>> = {
  'norm of the first point': ({ factor }) => norms(factor)[0] ?? NaN,
  'gap between the first two': ({ factor }) => cosineGap(factor, 0, 1),
  'orthogonality gap': ({ factor }) => orthogonalityGap(factor),
  'second singular value': ({ factor }) => spectrum(factor)[1] ?? NaN,
  scale: ({ logScale }) => logScale,
};

/** The number, rounded to 1e-6 so that values with atoms do not differ by rounding; -1 where there is none (a dead point). */
export function observed(state: LayerState, observable: string): number {
  const value = observables[observable]?.(state) ?? NaN;
  return Number.isFinite(value) ? Math.round(1e6 * value) / 1e6 : -1;
}

/** The network. */
export function networkOf({ width, depth }: SmallNetwork, layer: Layer, weights: WeightLaw = gaussian): Network {
  return uniformNetwork({ stages: stagesOf(layer), width, depth, weights });
}

/** The layer that an instance names. @throws RangeError when there is none of that name */
export function layerOf({ layers }: SmallNetwork): Layer {
  const found = kinds[layers];
  if (found === undefined) throw new RangeError(`layerOf: needs one of ${Object.keys(kinds).join()}; came ${layers}.`);
  return found;
}
