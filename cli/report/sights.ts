import { z } from 'zod';
import { isSynthetic } from '../named-batch.js';
import type { Claim } from '../../src/theory/claim.js';
import type { Outcome } from '../../src/theory/outcome.js';
import { farthestPointBecomesOdd } from '../../theorems/recenter-relu/farthest-point-becomes-odd.js';
import type { Replayed } from '../corpus.js';
import type { Sight } from './run-document.js';

/** Fields of a link into the explorer, by their names in it: web/state/link.ts reads them. */
type Fields = Readonly<Record<string, string | number | boolean>>;

/** Instances that are points of their own, through wide layers: the explorer gets the points as a table, and shows the very run. */
const somePoints = z.object({ places: z.array(z.array(z.number())).min(2).max(128) });
/** Layers that the claims about such points look through. */
const WIDE_LAYERS = 600;

/** Instances that are a network and the family of its batch: the explorer draws such a network, with weights of its own. */
const network = z.object({
  points: z.number().int().min(2).max(128),
  width: z.number().int().min(1).max(16384),
  depth: z.number().int().min(1).max(2000),
  data: z.string().refine(isSynthetic).default('gaussian'),
  weights: z.string().default('gaussian'),
});

/** The instances of a run that the explorer can show: what refuted a claim, what came nearest, and stored counterexamples. */
export function sightsOf(
  claims: readonly Claim[],
  outcomes: readonly Outcome[],
  corpus: readonly Replayed[],
): readonly Sight[] {
  const seen = [
    ...outcomes.flatMap(({ claim, counterexample, witness }) => [
      { claim, of: 'counterexample', instance: counterexample?.instance },
      { claim, of: 'nearest', instance: witness?.instance },
    ]),
    ...corpus.map(({ file, entry }) => ({ claim: entry.claim, of: file, instance: entry.instance })),
  ];
  return seen.flatMap(({ claim: id, of, instance }) => {
    const claim = claims.find(({ theorem }) => theorem.id === id);
    const sight = claim === undefined ? undefined : sightOf(claim, instance);
    return sight === undefined ? [] : [{ claim: id, of, ...sight }];
  });
}

/** A link that shows an instance, or undefined when it is no network that the explorer can run. */
export function sightOf(claim: Claim, instance: unknown): Pick<Sight, 'link' | 'same'> | undefined {
  if (claim.subject.outside(instance) !== undefined) return undefined;
  const layer = layerOf(claim.subject.stages(instance).map(({ name }) => name));
  if (layer === undefined) return undefined;
  if (claim.theorem.id === farthestPointBecomesOdd.id) {
    const { places } = somePoints.parse(instance);
    const table = places.map((place) => place.join(',')).join('\n');
    const sizes = { points: places.length, width: 'infinite', depth: WIDE_LAYERS, layer: WIDE_LAYERS };
    return { link: linkOf({ ...layer, ...sizes, data: 'counterexample.csv', table }), same: true };
  }
  const found = network.safeParse(instance);
  if (!found.success || claim.theorem.kind === 'exact' || claim.theorem.kind === 'limit') return undefined;
  return { link: linkOf({ ...layer, ...found.data, layer: found.data.depth }), same: false };
}

/** RC, RS and NL as the explorer has them; undefined for a layer that has other pieces, or these in another order. */
function layerOf(stages: readonly string[]): Fields | undefined {
  const acting = stages.filter((name) => name !== 'keep' && name !== 'identity');
  const recenter = acting[0] === 'recenter';
  const rest = recenter ? acting.slice(1) : acting;
  const rescale = rest[0] === 'rescale';
  const [activation, ...more] = rescale ? rest.slice(1) : rest;
  if (more.length > 0 || activation === 'recenter' || activation === 'rescale') return undefined;
  return { recenter, rescale, activate: activation !== undefined, activation: activation ?? 'relu' };
}

/** Every field is named, so that a link means the same whatever the explorer opens with. */
function linkOf(fields: Fields): string {
  const link = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) link.set(name, String(value));
  return link.toString();
}
