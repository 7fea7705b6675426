import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { Claim } from '../src/theory/claim.js';
import { BadInput } from './bad-input.js';
import { nearest } from './nearest.js';
import { quoted } from './options.js';

/** Compiled or not, the files beside this one have its ending. */
const ENDING = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** The ids that a folder of claims holds: `chapter/name` for every file in a chapter. Files beside the chapters are vocabulary. */
export function idsIn(folder: 'theorems' | 'properties'): readonly string[] {
  const root = fileURLToPath(new URL(`../${folder}/`, import.meta.url));
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: chapter }) =>
      readdirSync(join(root, chapter))
        .filter((file) => file.endsWith(ENDING) && !file.endsWith(`.d${ENDING}`))
        .map((file) => `${chapter}/${file.slice(0, -ENDING.length)}`),
    )
    .sort();
}

/** The first thing wrong with how theorems and evidence pair up, in words; undefined when each has the other. */
export function unpaired(theorems: readonly string[], properties: readonly string[]): string | undefined {
  const untried = theorems.find((id) => !properties.includes(id));
  if (untried !== undefined) return `theorems/${untried} has no evidence: write properties/${untried}.`;
  const unstated = properties.find((id) => !theorems.includes(id));
  return unstated === undefined ? undefined : `properties/${unstated} has no theorem: write theorems/${unstated}.`;
}

/** The claim that an evidence file exports. @throws Error when it exports none, or one whose id is not its path */
export function claimIn(loaded: unknown, id: string): Claim {
  const claim = claimOf(loaded);
  if (claim === undefined) throw new Error(`properties/${id}: needs \`export default evidence({...})\`; found none.`);
  if (claim.theorem.id === id) return claim;
  throw new Error(`properties/${id}: is evidence for ${claim.theorem.id}; the id must be the path.`);
}

/**
 * Every claim of the suite, by reading the folder: there is no list to keep.
 *
 * @throws Error when theorems and evidence do not pair up
 */
export async function loadClaims(): Promise<readonly Claim[]> {
  const ids = idsIn('properties');
  const problem = unpaired(idsIn('theorems'), ids);
  if (problem !== undefined) throw new Error(problem);
  return Promise.all(ids.map(imported));
}

/** One claim alone, a hundredth of the work. @throws RangeError when there is none of this id, which may be any text */
export async function loadClaim(id: string): Promise<Claim> {
  if (idsIn('properties').includes(id)) return imported(id);
  throw new RangeError(`loadClaim: needs the id of a claim; came ${quoted(id)}.`);
}

async function imported(id: string): Promise<Claim> {
  const loaded: unknown = await import(new URL(`../properties/${id}${ENDING}`, import.meta.url).href);
  return claimIn(loaded, id);
}

function claimOf(loaded: unknown): Claim | undefined {
  if (typeof loaded !== 'object' || loaded === null || !('default' in loaded)) return undefined;
  return isClaim(loaded.default) ? loaded.default : undefined;
}

function isClaim(value: unknown): value is Claim {
  return typeof value === 'object' && value !== null && 'theorem' in value && 'examining' in value;
}

/** The claims with these ids, in the order of the suite; all when none is named. @throws BadInput when one does not exist */
export function select(claims: readonly Claim[], ids: readonly string[]): readonly Claim[] {
  const known = claims.map(({ theorem }) => theorem.id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    const near = nearest(unknown, known);
    const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'See `bnd list`.';
    throw new BadInput(`claim: needs the id of one of ${known.length} claims; came ${quoted(unknown)}. ${hint}`);
  }
  return ids.length === 0 ? claims : claims.filter(({ theorem }) => ids.includes(theorem.id));
}
