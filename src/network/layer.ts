import type { Stage } from './stage.js';

/** The three pieces of a batch-normalised layer, each in its own slot so that a control can swap one of them. */
export interface Layer {
  readonly recenter: Stage;
  readonly rescale: Stage;
  readonly activate: Stage;
}

/** The stages in the order in which they act: RC, RS, NL. */
export function stagesOf(layer: Layer): readonly Stage[] {
  return [layer.recenter, layer.rescale, layer.activate];
}
