import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type ClaimFiles, claimsIn, idsIn, loaded } from '../api/claim-files.js';
import type { Claim } from '../src/theory/claim.js';
import { BadInput } from './bad-input.js';
import { nearest } from './nearest.js';
import { quoted } from './options.js';

const files: ClaimFiles = {
  root: fileURLToPath(new URL('../', import.meta.url)),
  // Compiled or not, the claims have the ending of this file.
  ending: import.meta.url.endsWith('.ts') ? '.ts' : '.js',
  load: async (path): Promise<unknown> => import(pathToFileURL(path).href),
};

/** The ids of the suite, from the names of its files: nothing is loaded. */
export function idsOf(folder: 'theorems' | 'properties'): readonly string[] {
  return idsIn(join(files.root, folder), files.ending);
}

/**
 * Every claim of the suite.
 *
 * @throws Error when theorems and evidence do not pair up
 */
export async function loadClaims(): Promise<readonly Claim[]> {
  return claimsIn(files);
}

/** One claim alone, a hundredth of the work. @throws RangeError when there is none of this id, which may be any text */
export async function loadClaim(id: string): Promise<Claim> {
  if (idsOf('properties').includes(id)) return loaded(files, id);
  throw new RangeError(`loadClaim: needs the id of a claim; came ${quoted(id)}.`);
}

/** The claims with these ids, in the order of the suite; all when none is named. @throws BadInput when one does not exist */
export function select(claims: readonly Claim[], ids: readonly string[]): readonly Claim[] {
  refuseUnknown(
    ids,
    claims.map(({ theorem }) => theorem.id),
  );
  return ids.length === 0 ? claims : claims.filter(({ theorem }) => ids.includes(theorem.id));
}

/** The claim with this id; no other is loaded. @throws BadInput when there is none */
export async function selectOne(id: string): Promise<Claim> {
  refuseUnknown([id], idsOf('properties'));
  return loadClaim(id);
}

function refuseUnknown(ids: readonly string[], known: readonly string[]): void {
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  const near = nearest(unknown, known);
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'See `bnd list`.';
  throw new BadInput(`claim: needs the id of one of ${known.length} claims; came ${quoted(unknown)}. ${hint}`);
}
