import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KillMatrix, MutantRow } from '../../cli/report/kill-matrix.js';
import { judge, type Judged } from './judge.js';
import type { Mutant } from './mutant.js';
import { plant } from './plant.js';

/** Judges claims in a copy of the project with this mutant in it. @param patience seconds that a claim may take */
export async function judgedOn(
  root: string,
  mutant: Mutant,
  claims: readonly string[],
  patience: (claim: string) => number,
): Promise<readonly Judged[]> {
  const copy = mkdtempSync(join(tmpdir(), 'mutant-'));
  try {
    plant(root, mutant, copy);
    return await judge(copy, claims, patience);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** What the simulator as it is says: the same way, with nothing planted. */
export const HONEST: Mutant = { name: 'honest', wrong: 'nothing', patches: [], expected: [] };

/** A digest of what a mutant changes, so that a row of the matrix shows that it is of this mutant. */
export function patchDigest({ patches }: Mutant): string {
  return createHash('sha256').update(JSON.stringify(patches)).digest('hex').slice(0, 12);
}

/** Longest text of a reason that is kept. */
const LONGEST = 120;
/** Seconds beyond those of the honest run, and how many times these, before a claim counts as hung. */
const [ROOM, TIMES] = [60, 40];

/** Claims that a row of the matrix must have been tried on: the cheap and the expected ones. */
export function neededOn(
  { expected }: Mutant,
  { honest, cheapBelow }: Pick<KillMatrix, 'honest' | 'cheapBelow'>,
): readonly string[] {
  return honest.flatMap(({ claim, seconds }) => (seconds < cheapBelow || expected.includes(claim) ? [claim] : []));
}

/** One row of the matrix. */
export async function rowOf(
  root: string,
  mutant: Mutant,
  { honest, cheapBelow }: Pick<KillMatrix, 'honest' | 'cheapBelow'>,
  theory: string,
): Promise<MutantRow> {
  const { name, wrong, expected } = mutant;
  const needed = neededOn(mutant, { honest, cheapBelow });
  const tried = honest.filter(({ claim }) => needed.includes(claim));
  const seconds = new Map(honest.map((row) => [row.claim, row.seconds]));
  const came = await judgedOn(
    root,
    mutant,
    tried.map(({ claim }) => claim),
    (claim) => ROOM + TIMES * (seconds.get(claim) ?? 0),
  );
  const verdicts = new Map(honest.map(({ claim, verdict }) => [claim, verdict]));
  const changed = came.filter(({ claim, verdict }) => verdict !== verdicts.get(claim));
  return {
    name,
    wrong,
    patch: patchDigest(mutant),
    theory,
    expected,
    dear: tried.filter((row) => row.seconds >= cheapBelow).map(({ claim }) => claim),
    changed: Object.fromEntries(
      changed.map(({ claim, verdict, because }) => [claim, { verdict, because: because.slice(0, LONGEST) }]),
    ),
  };
}
