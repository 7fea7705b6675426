import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatted } from '../bench/formatted.js';
import { RateTest } from '../src/statistics/rate-test.js';
import { bestFixedSample, boundaryOf, type Decides, medianTrials } from './stopping.js';

export const DOCUMENT = 'docs/power.md';

/** A comparison of the test in use with the best one whose number of trials is fixed in advance. */
export interface PowerRow {
  readonly decision: 'refuted' | 'certified';
  /** The claimed probability when refuting, its floor when certifying. */
  readonly rate: number;
  readonly truth: number;
  readonly level: number;
  /** Trials until the test in use has decided with probability 1/2. */
  readonly sequential: number;
  /** Trials of the smallest fixed sample that decides with probability 1/2. */
  readonly fixed: number;
}

const RATES = [0.5, 0.8, 0.95];
const LEVELS = [1e-6, 1e-9];
const BELOW = [0.05, 0.1, 0.3];
/** More than every median below has to be; more cost time only. */
const ROOM = 2;

/** The test in use as a function of misses and hits: whether it refutes `P(event) >= rate`. */
export function refutes(rate: number, level: number): Decides {
  const question = { probability: rate, indifference: rate / 2, refuting: level, certifying: 0 };
  return (misses, hits) => new RateTest(question).hearOf(hits, misses) === 'refuted';
}

/** The same for hits and misses: whether it certifies `P(event) > floor`. */
export function certifies(floor: number, level: number): Decides {
  const question = { probability: 1, indifference: 1 - floor, refuting: 0, certifying: level };
  return (hits, misses) => new RateTest(question).hearOf(hits, misses) === 'certified';
}

/** @param test the test that refutes, for comparing another one */
export function powerTable(test: typeof refutes = refutes): readonly PowerRow[] {
  return LEVELS.flatMap((level) =>
    RATES.flatMap((rate) => [
      ...BELOW.map((below): PowerRow => {
        const truth = Number((rate - below).toPrecision(12));
        const fixed = bestFixedSample(1 - rate, 1 - truth, level, 100_000);
        const boundary = boundaryOf(test(rate, level), Math.ceil(ROOM * fixed) + 10);
        return { decision: 'refuted', rate, truth, level, sequential: medianTrials(boundary, 1 - truth), fixed };
      }),
      certain(rate, level),
    ]),
  );
}

/** An event that always happens: nothing is random, and the smallest n with floor^n <= level is the best fixed one. */
function certain(floor: number, level: number): PowerRow {
  const fixed = Math.ceil(Math.log(level) / Math.log(floor));
  const boundary = boundaryOf(certifies(floor, level), Math.ceil(ROOM * fixed) + 10);
  return { decision: 'certified', rate: floor, truth: 1, level, sequential: medianTrials(boundary, 1), fixed };
}

export function ratioOf({ sequential, fixed }: PowerRow): number {
  return sequential / fixed;
}

const INTRODUCTION = `# Power of the test of probabilities

Written by \`npm run generate\` from [scripts/power-table.ts](../scripts/power-table.ts), exactly, without simulation; a test
fails when it is not current. What the test is and why it is valid: [statistics.md](statistics.md).

Draws that the test of \`probable\` claims takes with probability 1/2 at most, against the smallest number of draws, fixed in advance,
with which the exact binomial test of the same error probability decides with probability 1/2. The test in use may be looked at
after every draw and stops by itself; what that costs in draws is the ratio. It is at most LARGEST here.

`;

/** What docs/power.md must hold. */
export async function powerDocument(root: string, rows: readonly PowerRow[]): Promise<string> {
  const lines = rows.map((row) => {
    const question = row.decision === 'refuted' ? `refute P ≥ ${row.rate}` : `certify P > ${row.rate}`;
    const cells = [question, row.truth, row.level.toExponential(), row.sequential, row.fixed, ratioOf(row).toFixed(3)];
    return `| ${cells.join(' | ')} |`;
  });
  const largest = Math.max(...rows.map(ratioOf)).toFixed(3);
  const head =
    '| question | true P | error | draws (median) | best fixed number | ratio |\n|---|--:|--:|--:|--:|--:|\n';
  return formatted(root, DOCUMENT, `${INTRODUCTION.replace('LARGEST', largest)}${head}${lines.join('\n')}\n`);
}

export async function writePowerDocument(root: string): Promise<void> {
  writeFileSync(join(root, DOCUMENT), await powerDocument(root, powerTable()));
}
