import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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

/**
 * Every claim of a theory, by reading its folders `theorems` and `properties`: there is no list to keep.
 *
 * @param root the folder that holds both
 * @param ending of the files: `.ts` or `.js`
 * @param load what imports a module, given its path and its URL
 * @throws Error when there is no claim, or theorems and evidence do not pair up
 */
export async function claimsIn(
  root: string,
  ending: string,
  load: (path: string, url: string) => Promise<unknown>,
): Promise<readonly Claim[]> {
  const [theorems, properties] = [join(root, 'theorems'), join(root, 'properties')];
  const ids = idsIn(properties, ending);
  const problem = unpaired(idsIn(theorems, ending), ids);
  if (problem !== undefined) throw new Error(problem);
  if (ids.length === 0) throw new Error(`${root}: needs claims in properties/<chapter>/<name>${ending}; found none.`);
  return Promise.all(
    ids.map(async (id) => {
      const path = join(properties, `${id}${ending}`);
      return claimIn(await load(path, pathToFileURL(path).href), id);
    }),
  );
}

function claimOf(loaded: unknown): Claim | undefined {
  if (typeof loaded !== 'object' || loaded === null || !('default' in loaded)) return undefined;
  return isClaim(loaded.default) ? loaded.default : undefined;
}

function isClaim(value: unknown): value is Claim {
  return typeof value === 'object' && value !== null && 'theorem' in value && 'examining' in value;
}
