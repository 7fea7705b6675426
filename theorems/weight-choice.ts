import type { Weights } from '../src/linalg/matrix.js';
import { parseWeightLaw } from '../src/network/parse-weight-law.js';
import { derive } from '../src/random/key.js';

/** The weights of one layer as plain values, so that a counterexample is a value: a law by name, a width, and the draw. */
export interface WeightChoice {
  /** As `parseWeightLaw` reads it. */
  readonly weights: string;
  readonly width: number;
  /** Any 32-bit integer; stands for "every draw". */
  readonly draw: number;
}

/** The weights that a choice names. Shape: width × inputs. */
export function drawWeights({ weights, width, draw }: WeightChoice, inputs: number): Weights {
  return parseWeightLaw(weights).draw(derive({ high: 0, low: 0 }, draw), width, inputs);
}
