import type { Claim } from '../src/theory/claim.js';
import type { Examination } from '../src/theory/examination.js';
import type { Outcome } from '../src/theory/outcome.js';
import { table } from './table.js';

/** How fast one control falls, over several seeds. */
export interface ControlPower {
  readonly claim: string;
  readonly control: string;
  /** Seeds with which it was refuted, of how many. */
  readonly refuted: number;
  readonly seeds: number;
  /** Evaluations until it was refuted, or all that were made: the middle one and the largest. */
  readonly median: number;
  readonly most: number;
}

/** Puts the controls of a claim to several seeds that follow from one. */
export async function powerOf(
  claim: Claim,
  how: Examination,
  seeds: number,
  examine: (claim: Claim, how: Examination) => Promise<Outcome>,
): Promise<readonly ControlPower[]> {
  const runs: Outcome[] = [];
  for (let k = 1; k <= seeds; k++)
    runs.push(await examine(claim, { ...how, seed: `${how.seed}, power ${k}`, controlsOnly: true }));
  return claim.declared.breaks.map((control) => {
    const reports = runs.flatMap(({ breaks }) => breaks.filter(({ name }) => name === control));
    const counts = reports.map(({ evaluations }) => evaluations).sort((a, b) => a - b);
    return {
      claim: claim.theorem.id,
      control,
      refuted: reports.filter(({ refuted }) => refuted).length,
      seeds,
      median: counts[Math.floor((counts.length - 1) / 2)] ?? 0,
      most: counts.at(-1) ?? 0,
    };
  });
}

export function powerTable(powers: readonly ControlPower[]): string {
  const columns = [
    { head: 'claim' },
    { head: 'control', width: 40 },
    { head: 'refuted', align: 'right' as const },
    { head: 'evaluations, median', align: 'right' as const, rank: 2 },
    { head: 'most', align: 'right' as const, rank: 1 },
  ];
  const rows = powers.map(({ claim, control, refuted, seeds, median, most }) => [
    claim,
    control,
    `${refuted}/${seeds}`,
    String(median),
    String(most),
  ]);
  return table(columns, rows);
}
