import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Claimed } from '../../src/gate/claimed.js';
import { BadInput } from '../bad-input.js';
import { type Code, digestOf } from '../code-reader.js';
import { claimIn, unpaired } from '../../api/claim-files.js';
import { PROJECT_ROOT } from '../project-root.js';
import { makeFolder, scratchFile, scratchFolder } from '../replace-file.js';
import { closureOf, type Sources } from './sources.js';

/** The claims of one version of the theory, running on its own core. */
export interface Edition {
  readonly claims: readonly Claimed[];
  /** What could not be loaded, and why. */
  readonly failures: readonly { readonly claim: string; readonly because: string }[];
}

/** Below node_modules, so that both versions find the packages of this program: see docs/decisions/0005-gate.md. */
const CACHE = join(PROJECT_ROOT, 'node_modules', '.cache', 'bnd');

/** Loads versions of the theory. Keeps what it has compiled and loaded: equal files are read once. */
export class Editions {
  private readonly compiled = new Map<string, Promise<string>>();
  private readonly loaded = new Map<string, Promise<Edition>>();

  constructor(private readonly read: (text: string) => Code) {}

  load(sources: Sources): Promise<Edition> {
    const name = digestOf(JSON.stringify([...sources]));
    const edition = this.loaded.get(name) ?? this.make(sources);
    this.loaded.set(name, edition);
    return edition;
  }

  private async make(sources: Sources): Promise<Edition> {
    makeFolder(CACHE, 'bnd gate');
    const folder = scratchFolder(CACHE, 'edition', 'bnd gate');
    try {
      scratchFile(join(folder, 'package.json'), '{ "type": "module" }\n', 'bnd gate');
      const needed = new Set(
        [...sources.keys()]
          .filter((path) => path.startsWith('properties/'))
          .flatMap((path) => closureOf(path, sources)),
      );
      await Promise.all(
        [...needed].map(async (path) => {
          const text = sources.get(path) ?? '';
          const file = join(folder, path.replace(/\.ts$/, '.js'));
          makeFolder(dirname(file), 'bnd gate');
          scratchFile(file, await this.compile(path, text), 'bnd gate');
        }),
      );
      return await this.claimsIn(folder, sources);
    } finally {
      rmSync(folder, { recursive: true, force: true }); // modules that are loaded need their files no more
    }
  }

  private async claimsIn(folder: string, sources: Sources): Promise<Edition> {
    const idsIn = (place: string): readonly string[] =>
      [...sources.keys()].flatMap((path) => {
        const [at, chapter, name, ...more] = path.split('/');
        return at === place && name !== undefined && more.length === 0 ? [`${chapter ?? ''}/${name.slice(0, -3)}`] : [];
      });
    const [theorems, ids] = [idsIn('theorems'), idsIn('properties')];
    const claims: Claimed[] = [];
    const failures: { claim: string; because: string }[] = [];
    for (const id of [...new Set([...theorems, ...ids])].sort()) {
      const problem = unpaired(
        theorems.filter((other) => other === id),
        ids.filter((other) => other === id),
      );
      try {
        if (problem !== undefined) throw new Error(problem);
        const loaded: unknown = await import(pathToFileURL(join(folder, 'properties', `${id}.js`)).href);
        const claim = claimIn(loaded, id);
        claims.push({ claim, readable: 'recognises' in claim, ...this.digests(id, sources) });
      } catch (error) {
        failures.push({
          claim: id,
          because: error instanceof Error ? error.message.replaceAll(folder, '.') : String(error),
        });
      }
    }
    return { claims, failures };
  }

  private digests(id: string, sources: Sources): Omit<Claimed, 'claim' | 'readable'> {
    const [theorem, evidence] = [`theorems/${id}.ts`, `properties/${id}.ts`];
    const closure = closureOf(evidence, sources).filter((path) => path !== theorem && path !== evidence);
    const digest = (paths: readonly string[]): string =>
      digestOf(paths.map((path) => `${path} ${this.read(sources.get(path) ?? '').digest}`).join('\n'));
    // Other claims, which this one names among what it uses, lie below it like the core: their change is not its own.
    const below = (path: string): boolean => path.startsWith('src/') || path.split('/').length > 2;
    return {
      theorem: digest([theorem]),
      evidence: digest([evidence]),
      vocabulary: digest(closure.filter((path) => !below(path))),
      core: digest(closure.filter(below)),
    };
  }

  /** Takes the types away. No check: the version was compiled when it was made, and its claims are run here. */
  private compile(path: string, text: string): Promise<string> {
    const known = this.compiled.get(text) ?? strip(path, text);
    this.compiled.set(text, known);
    return known;
  }
}

async function strip(path: string, text: string): Promise<string> {
  const { transformWithOxc } = await import('vite').catch((error: unknown) => {
    throw new BadInput(
      'bnd gate: needs the development packages of a checkout; came an installation without vite. Run npm ci.',
      {
        cause: error,
      },
    );
  });
  try {
    return (await transformWithOxc(text, path, { sourcemap: false })).code;
  } catch (error) {
    const [line] = (error instanceof Error ? error.message : String(error)).split('\n');
    return `throw new SyntaxError(${JSON.stringify(`${path}: ${line ?? ''}`)});\n`; // fails the claims that import it, not all
  }
}
