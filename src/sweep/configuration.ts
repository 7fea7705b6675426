import { parseBatchFamily } from '../batches/batch-family.js';
import { parseStages } from '../network/parse-stage.js';
import { parseWeightLaw } from '../network/parse-weight-law.js';
import { derive, rootKey, type StreamKey } from '../random/key.js';

/** One cell of a map: a random network and the family of its batches, by name, so that it can be stored and sent. */
export interface Configuration {
  readonly points: number;
  readonly width: number;
  readonly depth: number;
  /** In the order in which they act, with + between them: `recenter+relu`. */
  readonly stages: string;
  readonly weights: string;
  readonly data: string;
}

/** The stages in one spelling, `recenter+relu` for `rc+relu`. @throws RangeError that lists them */
export function canonicalStages(text: string): string {
  return parseStages(text.replaceAll('+', ','))
    .map(({ name }) => name)
    .join('+');
}

/** The weight law in one spelling. @throws RangeError that lists them */
export function canonicalWeights(text: string): string {
  return parseWeightLaw(text).name;
}

/** The family of batches in one spelling. @throws RangeError that lists them */
export function canonicalData(text: string): string {
  return parseBatchFamily(text).name;
}

/** The stream of one draw of a configuration: the same whatever map it is in, whoever makes it, and in which order. */
export function drawKey(seed: string, configuration: Configuration, draw: number): StreamKey {
  const { points, width, depth, stages, weights, data } = configuration;
  return derive(rootKey(seed), 'sweep', points, width, depth, stages, weights, data, draw);
}
