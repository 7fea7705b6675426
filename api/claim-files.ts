import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim } from '../src/theory/claim.js';

/** The ids that a folder of claims holds: `chapter/name` for every file in a chapter. Files beside the chapters are vocabulary. */
export function idsIn(folder: string, ending = '.ts'): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: chapter }) =>
      readdirSync(join(folder, chapter))
        .filter((file) => file.endsWith(ending) && !file.endsWith(`.d${ending}`))
        .map((file) => `${chapter}/${file.slice(0, -ending.length)}`),
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

/** Where the claims of a theory are, and how they are read. */
export interface ClaimFiles {
  /** The folder that holds `theorems` and `properties`. */
  readonly root: string;
  readonly ending: '.ts' | '.js';
  /** Imports the module at a path. */
  readonly load: (path: string) => Promise<unknown>;
}

/**
 * Every claim of a theory, by reading its folders: there is no list to keep.
 *
 * @throws Error when there is no claim, or theorems and evidence do not pair up
 */
export async function claimsIn(files: ClaimFiles): Promise<readonly Claim[]> {
  const { root, ending } = files;
  const ids = idsIn(join(root, 'properties'), ending);
  const problem = unpaired(idsIn(join(root, 'theorems'), ending), ids);
  if (problem !== undefined) throw new Error(problem);
  if (ids.length === 0) throw new Error(`${root}: needs claims in properties/<chapter>/<name>${ending}; found none.`);
  return Promise.all(ids.map((id) => loaded(files, id)));
}

/** One claim of a theory. @throws Error when its file does not export it */
export async function loaded({ root, ending, load }: ClaimFiles, id: string): Promise<Claim> {
  return claimIn(await load(join(root, 'properties', `${id}${ending}`)), id);
}

function claimOf(loaded: unknown): Claim | undefined {
  if (typeof loaded !== 'object' || loaded === null || !('default' in loaded)) return undefined;
  return isClaim(loaded.default) ? loaded.default : undefined;
}

function isClaim(value: unknown): value is Claim {
  return typeof value === 'object' && value !== null && 'theorem' in value && 'examining' in value;
}
