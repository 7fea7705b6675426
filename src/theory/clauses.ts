import type { Layer } from '../network/layer.js';
import type { StreamKey } from '../random/key.js';
import type { Allowance } from './allowance.js';
import type { ClauseReading } from './outcome.js';
import { readings } from './reading.js';
import type { Margins } from './theorem.js';

/** The clauses of a claim on one instance, in a layer, in the draw that the key names. */
export type Clauses<Instance> = (instance: Instance, layer: Layer, key: StreamKey) => readonly ClauseReading[];

/** Of margins with an allowance: of what is exact, of a limit, of what exists. */
export function marginClauses<Instance>(
  theorem: { margins(instance: Instance, layer: Layer, key: StreamKey): Margins },
  allowance: Allowance<Instance>,
): Clauses<Instance> {
  return (instance, layer, key) =>
    readings(theorem.margins(instance, layer, key), (clause) => allowance.of(instance, clause));
}

/** Of an event, which happens or does not. */
export function eventClauses<Instance>(theorem: {
  event(instance: Instance, layer: Layer, key: StreamKey): Margins;
}): Clauses<Instance> {
  return (instance, layer, key) => readings(theorem.event(instance, layer, key), () => 0);
}
