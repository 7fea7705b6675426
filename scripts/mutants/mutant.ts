import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One text of a source file, and what stands in its place. */
export interface Patch {
  /** Relative to the root of the project. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The simulator with one thing wrong that means something, so that a claim about it must fall. */
export interface Mutant {
  readonly name: string;
  /** What is wrong, in words. */
  readonly wrong: string;
  /** What must be replaced together: the kernel and the sources make the same normals, for one. */
  readonly patches: readonly Patch[];
  /** Ids of claims that say the opposite of what is wrong: each must kill it. */
  readonly expected: readonly string[];
}

/**
 * The sources that a mutant changes, as they read with it, by file.
 *
 * @throws Error unless each text that it replaces is there exactly once: a mutant that has gone stale would change nothing
 */
export function mutated(root: string, { name, patches }: Mutant): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { file, from, to } of patches) {
    const parts = (texts.get(file) ?? readFileSync(join(root, file), 'utf8')).split(from);
    if (parts.length !== 2)
      throw new Error(
        `mutant ${name}: needs ${file} to have, once, ${JSON.stringify(from)}; came ${parts.length - 1} times. Write the patch anew.`,
      );
    texts.set(file, parts.join(to));
  }
  return texts;
}
