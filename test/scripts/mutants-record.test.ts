import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { idsOf } from '../../cli/load-claims.js';
import { type KillMatrix, killersOf, signsOf, triedOn } from '../../cli/report/kill-matrix.js';
import { mutantsSection } from '../../cli/report/mutants-section.js';
import { MATRIX, recordedMatrix, recordedMutants, theoryDigest } from '../../cli/report/recorded-mutants.js';
import type { RunDocument } from '../../cli/report/run-document.js';
import { DOCUMENT, mutantsDocument } from '../../scripts/mutants/document.js';
import { neededOn, patchDigest } from '../../scripts/mutants/measure.js';
import { MUTANTS } from '../../scripts/mutants/mutants.js';
import { temporaryFolder } from '../cli/temporary-folder.js';
import { ROOT } from '../cli/run.js';

function recorded(): KillMatrix {
  const matrix = recordedMatrix(ROOT);
  if (matrix === undefined) throw new Error(`${MATRIX}: needs to be there; run npm run mutants.`);
  return matrix;
}
const matrix = recorded();

/** What is not as it must be: a row for every mutant of today, killed by all that is expected to, and by one claim at least. */
function wrongIn(found: KillMatrix): readonly string[] {
  const names = MUTANTS.map(({ name }) => name).join();
  return [
    ...(found.mutants.map(({ name }) => name).join() === names ? [] : ['other mutants than those of today']),
    ...MUTANTS.flatMap((mutant) => {
      const row = found.mutants.find(({ name }) => name === mutant.name);
      if (row === undefined) return [];
      const killers = killersOf(found, row);
      return [
        ...(row.patch === patchDigest(mutant) ? [] : [`${mutant.name}: has another patch now`]),
        ...(row.expected.join() === mutant.expected.join() ? [] : [`${mutant.name}: other claims are expected now`]),
        ...row.expected.flatMap((claim) => (killers.includes(claim) ? [] : [`${mutant.name}: survives ${claim}`])),
        ...(killers.length > 0 ? [] : [`${mutant.name}: survives every claim`]),
      ];
    }),
  ];
}

/** The record, with this done to the row of the first mutant. */
function altered(change: Partial<KillMatrix['mutants'][number]>): KillMatrix {
  return { ...matrix, mutants: matrix.mutants.map((row, k) => (k === 0 ? { ...row, ...change } : row)) };
}

describe('the recorded kill matrix', () => {
  const [first] = matrix.mutants;

  it('has every mutant of today killed, by all claims that are expected to', () => {
    expect(wrongIn(matrix), 'run npm run mutants').toEqual([]);
  });

  it('is found wrong when a mutant survives, was another or is gone', () => {
    const name = first?.name ?? '';
    const [expected = ''] = first?.expected ?? [];
    expect(wrongIn(altered({ changed: {} }))).toContain(`${name}: survives every claim`);
    expect(wrongIn(altered({ changed: {} }))).toContain(`${name}: survives ${expected}`);
    expect(wrongIn(altered({ changed: { [expected]: { verdict: 'undecided', because: '' } } }))).toContain(
      `${name}: survives ${expected}`,
    );
    expect(wrongIn(altered({ patch: '0' }))).toEqual([`${name}: has another patch now`]);
    expect(wrongIn(altered({ expected: [] }))).toEqual([`${name}: other claims are expected now`]);
    expect(wrongIn({ ...matrix, mutants: matrix.mutants.slice(1) })).toEqual(['other mutants than those of today']);
    expect(MUTANTS.filter((mutant) => mutant.expected.length === 0)).toEqual([]);
  });

  it('tried every cheap claim and every expected one', () => {
    for (const row of matrix.mutants) {
      const tried = triedOn(matrix, row);
      const mutant = MUTANTS.find(({ name }) => name === row.name);
      expect(mutant && neededOn(mutant, matrix).filter((claim) => !tried.includes(claim))).toEqual([]);
      expect(Object.keys(row.changed).filter((claim) => !tried.includes(claim))).toEqual([]);
      expect(tried.length).toBeGreaterThan(100);
    }
    const theorems = idsOf('theorems');
    expect(matrix.honest.filter(({ claim }) => !theorems.includes(claim))).toEqual([]);
  });
});

describe('docs/mutants.md', () => {
  const committed = readFileSync(join(ROOT, DOCUMENT), 'utf8');

  it('is what docs/mutants.json gives', async () => {
    expect(await mutantsDocument(ROOT, matrix), 'run npm run generate').toBe(committed);
  });

  it('names a mutant that survives', async () => {
    const survivors = async (found: KillMatrix): Promise<string | undefined> =>
      /## Survivors\n\n(.*)/.exec(await mutantsDocument(ROOT, found))?.[1];
    expect(await survivors(altered({ changed: {} }))).toBe(`- ${matrix.mutants[0]?.name ?? ''}`);
    expect(await survivors(matrix)).toBe('None.');
  });
});

describe('the section of the report', () => {
  const folder = temporaryFolder();
  const page = (mutants: RunDocument['mutants']): string => mutantsSection({ mutants }).text.replaceAll(/\s+/g, ' ');

  it('shows every mutant and the theory that it was run on', () => {
    const text = page({ matrix, theory: matrix.theory });
    expect(matrix.mutants.filter(({ name }) => !text.includes(`<td>${name}</td>`))).toEqual([]);
    expect(text).toContain(`on the theory ${matrix.theory}`);
    expect(text).not.toContain('has changed since');
    expect(page(undefined)).toBe('');
  });

  it('says so when the theory is another now', () => {
    expect(page({ matrix, theory: '0123456789ab' })).toContain('The theory has changed since: it is now 0123456789ab.');
    expect(page({ matrix, theory: null })).not.toContain('has changed since');
  });

  it('shows a survivor', () => {
    const says = (found: KillMatrix, count: number): boolean =>
      page({ matrix: found, theory: null }).includes(` ${count} of ${found.mutants.length} survive.`);
    expect([says(matrix, 0), says(altered({ changed: {} }), 1)]).toEqual([true, true]);
  });

  it('is made of what lies beside the project, if anything does', () => {
    expect(recordedMutants(folder())).toEqual({});
    expect(recordedMutants(ROOT)).toEqual({ mutants: { matrix, theory: theoryDigest(ROOT) } });
    mkdirSync(join(folder(), 'docs'));
    const planted = (text: string) => {
      writeFileSync(join(folder(), MATRIX), text);
      return () => recordedMutants(folder());
    };
    const needs = 'docs/mutants.json: needs a kill matrix as `npm run mutants` writes it; came';
    const advice = 'Take it from the repository, or delete it and run that.';
    expect(planted('{')).toThrow(`${needs} no JSON. ${advice}`);
    expect(planted(JSON.stringify({ ...matrix, seed: 1 }))).toThrow(
      `${needs} seed: Invalid input: expected string, received number. ${advice}`,
    );
    expect(planted(JSON.stringify(matrix))()).toEqual({ mutants: { matrix, theory: null } });
  });
});

describe('a cell', () => {
  const sign = (verdict: 'refuted' | 'undecided' | 'hung', honest: 'held' | 'refuted'): string => {
    const row = {
      name: 'm',
      wrong: '',
      patch: '',
      theory: '',
      expected: [],
      dear: [],
      changed: { a: { verdict, because: '' } },
    };
    const small = { ...matrix, honest: [{ claim: 'a', verdict: honest, seconds: 0 }], mutants: [row] };
    const [claim] = small.honest;
    return claim === undefined ? '' : signsOf(small, row)(claim);
  };

  it('tells a kill from what decides nothing', () => {
    expect([sign('refuted', 'held'), sign('undecided', 'held'), sign('hung', 'held')]).toEqual(['✗', '?', '?']);
  });
});
