import { join, normalize } from 'node:path';
import { namesIfThere, textIfThere } from '../if-there.js';

/** Where the code of claims lives. */
const FOLDERS = ['src', 'theorems', 'properties'] as const;

/** The TypeScript files of a version of the theory, by path from its root with slashes. */
export type Sources = ReadonlyMap<string, string>;

/** @throws BadInput when one of them cannot be read, or is larger than anybody writes */
export function sourcesIn(root: string): Sources {
  const files = FOLDERS.flatMap((folder) =>
    namesIfThere(root, folder, true)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name) => `${folder}/${name}`),
  );
  return new Map(files.sort().map((file) => [file, textIfThere(root, file) ?? '']));
}

/** The files that a file imports for what they do, itself included, and those that these import. */
export function closureOf(file: string, sources: Sources): readonly string[] {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    const text = sources.get(path);
    if (text === undefined || seen.has(path)) return;
    seen.add(path);
    for (const target of importsOf(path, text)) visit(target);
  };
  visit(file);
  return [...seen].sort();
}

function importsOf(path: string, text: string): readonly string[] {
  // A type cannot change what a claim does. The statement may run over several lines.
  return [...text.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'";]*?\bfrom\s*)?'(\.[^']+)'/gm)].map(
    ([, specifier = '']) =>
      normalize(join(path, '..', specifier))
        .replaceAll('\\', '/')
        .replace(/\.js$/, '.ts'),
  );
}
