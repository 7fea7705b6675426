import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kills } from '../../cli/report/kill-matrix.js';
import { idsOf } from '../../cli/load-claims.js';
import { judge } from '../../scripts/mutants/judge.js';
import { HONEST, rowOf } from '../../scripts/mutants/measure.js';
import { type Mutant, mutated } from '../../scripts/mutants/mutant.js';
import { MUTANTS } from '../../scripts/mutants/mutants.js';
import { compiled } from '../../scripts/mutants/plant.js';
import { temporaryFolder } from '../cli/temporary-folder.js';
import { ROOT } from '../cli/run.js';

const SUMS = 'identities/recentred-rows-sum-to-zero';
const TWICE = 'identities/recentering-is-idempotent';
const FAR = 'recenter-relu/odd-point-survives-other-norms';

function mutantOf(name: string): Mutant {
  const found = MUTANTS.find((mutant) => mutant.name === name);
  if (found === undefined) throw new Error(`mutantOf: needs a mutant; came ${name}.`);
  return found;
}

describe('the mutants', () => {
  it('are at least 24, of different names, to be killed by claims that exist', () => {
    expect(MUTANTS.length).toBeGreaterThanOrEqual(24);
    expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
    const claims = idsOf('theorems');
    expect(MUTANTS.flatMap(({ expected }) => expected.filter((claim) => !claims.includes(claim)))).toEqual([]);
  });

  it.each(MUTANTS.map((mutant) => [mutant.name, mutant] as const))(
    '%s changes the sources of today',
    (name, mutant) => {
      const texts = mutated(ROOT, mutant);
      expect(texts.size).toBeGreaterThan(0);
      expect(compiled(name, texts).size).toBe(texts.size);
    },
  );

  const patch = { file: 'src/network/layer.ts', from: 'layer.rescale, layer.activate]', to: 'layer.activate]' };

  it('are refused when the text to change is gone, or there twice', () => {
    expect(() => mutated(ROOT, { ...HONEST, name: 'planted', patches: [{ ...patch, from: 'no such text' }] })).toThrow(
      'mutant planted: needs src/network/layer.ts to have, once, "no such text"; came 0 times. Write the patch anew.',
    );
    expect(() => mutated(ROOT, { ...HONEST, patches: [{ ...patch, from: 'readonly ' }] })).toThrow('came 4 times');
    expect(() => mutated(ROOT, { ...HONEST, patches: [patch, patch] })).toThrow('came 0 times');
  });

  it('are refused when what comes out is no program', () => {
    const texts = mutated(ROOT, { ...HONEST, patches: [{ ...patch, to: 'layer.activate' }] });
    expect(() => compiled('planted', texts)).toThrow(
      "mutant planted: src/network/layer.ts does not compile: ',' expected.",
    );
  });
});

describe('a mutant that is run', () => {
  const honest = [TWICE, SUMS, FAR].map((claim) => ({ claim, verdict: 'held' as const, seconds: 0 }));
  const run = (mutant: Mutant, claims: readonly string[]) =>
    rowOf(ROOT, mutant, { honest: honest.filter(({ claim }) => claims.includes(claim)), cheapBelow: 1 }, 'theory');

  it('in the sources falls by the claims that are about it, and by these alone', async () => {
    const { changed } = await run(mutantOf('stages-mean-over-n-minus-1'), [TWICE, SUMS, FAR]);
    expect(Object.keys(changed)).toEqual([TWICE, SUMS]);
    expect(changed[SUMS]).toEqual({ verdict: 'refuted', because: 'the clause "sum" is violated' });
  });

  it('in the kernel falls by a claim that runs the kernel', async () => {
    const { changed } = await run(mutantOf('limit-kernel-without-centring'), [TWICE, FAR]);
    expect(Object.keys(changed)).toEqual([FAR]);
  });

  it('survives when it changes nothing that is computed', async () => {
    const to = 'const mean = (sum + 0) / points;';
    const equivalent = { file: 'src/network/stages.ts', from: 'const mean = sum / points;', to };
    const { changed, patch } = await run({ ...HONEST, patches: [equivalent] }, [SUMS, TWICE, FAR]);
    expect(changed).toEqual({});
    expect(patch).toMatch(/^[0-9a-f]{12}$/);
  });
});

describe('the judge of a copy', () => {
  const folder = temporaryFolder();
  const line = (claim: string): string =>
    `console.log(JSON.stringify({ claim: '${claim}', verdict: 'held', because: 'it is', seconds: 0 }));`;
  const copy = (name: string, program: string): string => {
    const path = join(folder(), name);
    mkdirSync(join(path, 'dist/scripts/mutants'), { recursive: true });
    cpSync(join(ROOT, 'package.json'), join(path, 'package.json'));
    writeFileSync(join(path, 'dist/scripts/mutants/verdicts.js'), program);
    return path;
  };
  const verdicts = async (path: string): Promise<readonly string[]> =>
    (await judge(path, ['a', 'b', 'c'], () => 2)).map(
      ({ claim, verdict, because }) => `${claim} ${verdict}: ${because}`,
    );

  it('goes on behind a claim that ends the process', async () => {
    const program = `console.log('ready');
      for (const claim of process.argv.slice(2)) { if (claim === 'b') throw new Error('no memory'); else ${line("' + claim + '")} }`;
    const [a, b, c] = await verdicts(copy('ends', program));
    expect([a, c]).toEqual(['a held: it is', 'c held: it is']);
    expect(b).toMatch(/^b crashed: ended the process: /);
  });

  it('gives up one that takes too long, which is no kill', async () => {
    const program = `console.log('ready');
      for (const claim of process.argv.slice(2)) { if (claim === 'b') for (;;); else ${line("' + claim + '")} }`;
    expect(await verdicts(copy('hangs', program))).toEqual(['a held: it is', 'b hung: took too long', 'c held: it is']);
    expect(kills('hung', 'held')).toBe(false);
  });

  it('refuses a copy whose claims do not load', async () => {
    await expect(verdicts(copy('unloadable', 'throw new RangeError("planted");'))).rejects.toThrow(
      'its claims do not load.',
    );
  });

  it('counts falls that stop a run as kills, and no others', () => {
    expect((['vacuous', 'untrusted', 'refuted', 'crashed'] as const).map((verdict) => kills(verdict, 'held'))).toEqual(
      [true, true, true, true], // prettier-ignore
    );
    expect(kills('undecided', 'held') || kills('held', 'refuted') || kills('refuted', 'refuted')).toBe(false);
    expect(kills('crashed', 'refuted')).toBe(true);
  });
});
