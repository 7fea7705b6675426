import type { WideLayer } from '../src/limit/dense-step.js';
import type { Layer } from '../src/network/layer.js';
import { keep, recenter } from '../src/network/stages.js';

/**
 * A layer without rescaling as `wideSteps` takes it, for many layers of a batch whose points are all different.
 *
 * @throws RangeError when a stage has no such form
 */
export function wideLayerOf({ recenter: first, rescale, activate }: Layer): WideLayer {
  const slope = activate.activation?.slope;
  if (slope === undefined || rescale !== keep || (first !== keep && first !== recenter)) {
    throw new RangeError(
      `wideLayerOf: needs recenter or keep, keep, and a leaky ReLU; came ${first.name}, ${rescale.name}, ${activate.name}. Use limitLayer.`,
    );
  }
  return { slope, recenter: first === recenter };
}
