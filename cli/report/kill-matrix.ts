import { z } from 'zod';

/** What can come of a claim when something is wrong with the simulator. `hung`: given up, which is no verdict. */
export const mutantVerdict = z.enum(['held', 'undecided', 'vacuous', 'untrusted', 'refuted', 'crashed', 'hung']);

const row = z.strictObject({
  name: z.string(),
  wrong: z.string().describe('what is wrong with the simulator'),
  patch: z.string().describe('digest of the changed texts'),
  theory: z.string().describe('digest of theory.lock.json when it was run'),
  expected: z.array(z.string()).readonly().describe('claims that say the opposite of what is wrong: each must kill it'),
  dear: z.array(z.string()).readonly().describe('claims judged beyond the cheap ones'),
  changed: z
    .record(z.string(), z.strictObject({ verdict: mutantVerdict, because: z.string() }))
    .describe('claims whose verdict is not that on the honest simulator'),
});

/** Which claim falls with which fault of the simulator: `npm run mutants` measures it. */
export const killMatrix = z.strictObject({
  profile: z.string(),
  seed: z.string(),
  theory: z.string().describe('digest of theory.lock.json when the honest simulator was run'),
  cheapBelow: z.number().describe('seconds of CPU time on the honest simulator'),
  honest: z.array(z.strictObject({ claim: z.string(), verdict: mutantVerdict, seconds: z.number() })).readonly(),
  mutants: z.array(row).readonly(),
});

export type MutantVerdict = z.infer<typeof mutantVerdict>;
export type KillMatrix = z.infer<typeof killMatrix>;
export type MutantRow = KillMatrix['mutants'][number];

/** From the best to the worst. `hung` is nowhere: it decides nothing. */
const ORDER: readonly MutantVerdict[] = ['held', 'undecided', 'vacuous', 'untrusted', 'refuted', 'crashed'];
const KILLS: readonly MutantVerdict[] = ['vacuous', 'untrusted', 'refuted', 'crashed'];

/** Whether a verdict that was honestly another one gives a mutant away: a fall, and one that stops a run. */
export function kills(verdict: MutantVerdict, honest: MutantVerdict): boolean {
  return KILLS.includes(verdict) && ORDER.indexOf(verdict) > ORDER.indexOf(honest);
}

/** The claims that killed a mutant, in the order of the suite. */
export function killersOf({ honest }: KillMatrix, { changed }: MutantRow): readonly string[] {
  return honest.flatMap(({ claim, verdict }) => {
    const came = changed[claim];
    return came !== undefined && kills(came.verdict, verdict) ? [claim] : [];
  });
}

/** The claims that were tried on a mutant, in the order of the suite. */
export function triedOn({ honest, cheapBelow }: KillMatrix, { dear }: MutantRow): readonly string[] {
  return honest.flatMap(({ claim, seconds }) => (seconds < cheapBelow || dear.includes(claim) ? [claim] : []));
}

/** A cell of a row: kills, undecided or given up, no difference, or not tried. */
export type Sign = '✗' | '?' | '·' | '';

/** What a row has for each claim. */
export function signsOf(matrix: KillMatrix, row: MutantRow): (claim: KillMatrix['honest'][number]) => Sign {
  const tried = new Set(triedOn(matrix, row));
  return ({ claim, verdict }) => {
    const came = row.changed[claim];
    if (came !== undefined) return kills(came.verdict, verdict) ? '✗' : '?';
    return tried.has(claim) ? '·' : '';
  };
}
