import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { claimIn, claimsIn, idsIn } from '../api/claim-files.js';
import type { Claim } from '../src/theory/claim.js';
import { BadInput } from './bad-input.js';
import { nearest } from './nearest.js';
import { quoted } from './options.js';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
/** Compiled or not, the claims have the ending of this file. */
const ENDING = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/**
 * Every claim of the suite.
 *
 * @throws Error when theorems and evidence do not pair up
 */
export async function loadClaims(): Promise<readonly Claim[]> {
  return claimsIn(ROOT, ENDING, async (_, url): Promise<unknown> => import(url));
}

/** One claim alone, a hundredth of the work. @throws RangeError when there is none of this id, which may be any text */
export async function loadClaim(id: string): Promise<Claim> {
  if (!idsIn(join(ROOT, 'properties'), ENDING).includes(id))
    throw new RangeError(`loadClaim: needs the id of a claim; came ${quoted(id)}.`);
  const loaded: unknown = await import(new URL(`../properties/${id}${ENDING}`, import.meta.url).href);
  return claimIn(loaded, id);
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
