import type { LayerMeasures } from '../../src/simulation/measure-layer.js';

/** What the page draws of one layer. */
export interface Frame {
  readonly measures: LayerMeasures;
  /** Row by row, n × n. */
  readonly cosines: Float32Array;
  /** Shares of the trace, largest first. */
  readonly eigenvalues: Float32Array;
}
