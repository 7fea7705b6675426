import type { Command } from 'commander';
import type { Claim } from '../../src/theory/claim.js';
import type { Examination } from '../../src/theory/examination.js';
import { shareOf } from '../../src/theory/ledger.js';
import type { Outcome } from '../../src/theory/outcome.js';
import { examples } from '../examples.js';
import { freeText, wholeNumber } from '../options.js';
import { EXIT, exitCodeOf } from '../exit-codes.js';
import { loadClaims, select } from '../load-claims.js';
import { DrawPool } from '../draw-pool.js';
import { withLiveLine } from '../live-line.js';
import { outcomeLine, refutation, summaryTable } from '../render-outcome.js';
import type { VerifyReport } from '../schemas/verify.js';
import { print, printJson } from '../print.js';

/** Error probability of a whole run: with probability 1 - ALPHA no true statistical claim is refuted and no false one certified. */
export const ALPHA = 1e-6;

interface VerifyOptions {
  readonly seed: string;
  readonly effort: number;
  readonly workers?: number;
  readonly json?: boolean;
}

export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description(
      'check claims: draw configurations, look for violations, and make sure that every negative control is refuted',
    )
    .argument('[claim...]', 'ids of claims, as `bnd list` prints them; all when none is given')
    .option(
      '--seed <text>',
      'every draw follows from it; the same seed gives the same verdicts everywhere',
      freeText('--seed'),
      '1',
    )
    .option(
      '--effort <factor>',
      'multiplies the budget of every claim',
      wholeNumber('--effort', 'budgets', 1, 1000, 10),
      1,
    )
    .option(
      '--workers <n>',
      'threads that make draws; as many as there are cores unless given. Changes no verdict',
      wholeNumber('--workers', 'threads', 1, 256, 2),
    )
    .option('--json', 'print one JSON document (docs/schemas/verify.json)')
    .addHelpText(
      'after',
      examples({
        'bnd verify': 'every claim; takes half a minute',
        'bnd verify recenter-relu/two-groups-turn-orthogonal': 'one claim; takes a second',
        'bnd verify --seed 2 --effort 10 CLAIM': 'look elsewhere, and ten times as hard',
      }) + '\n\nExit codes: 0 all held, 1 a claim is refuted, 2 a control survived or a claim is vacuous, 3 undecided.',
    )
    .action(async (ids: string[], options: VerifyOptions) => {
      process.exitCode = await verify(ids, options);
    });
}

/** Examines the claims one after the other and reports them. Returns the exit code. */
async function verify(ids: readonly string[], { seed, effort, workers, json = false }: VerifyOptions): Promise<number> {
  const all = await loadClaims();
  const chosen = select(all, ids);
  if (!json)
    print(
      `${chosen.length} of ${all.length} claims, seed ${JSON.stringify(seed)}, budget ×${effort}, error probability of the run ${ALPHA.toExponential()}\n`,
    );
  const outcomes: Outcome[] = [];
  const pool = new DrawPool(workers);
  try {
    for (const claim of chosen) {
      const outcome = await examined(pool, claim, { seed, level: shareOf(claim, all, ALPHA), effort });
      outcomes.push(outcome);
      if (json) continue;
      print(outcomeLine(outcome));
      if (outcome.verdict === 'refuted') print(refutation(claim, outcome));
    }
  } finally {
    await pool.close();
  }
  const exitCode = exitCodeOf(outcomes);
  const report: VerifyReport = { seed, effort, alpha: ALPHA, claims: outcomes, exitCode };
  if (json) printJson(report);
  else print(`\n${summaryTable(outcomes)}\n${tally(outcomes)}`);
  return exitCode;
}

/** Examines one claim under a live line. A crash is no verdict: it passes through, with the name of the claim. */
async function examined(pool: DrawPool, claim: Claim, how: Examination): Promise<Outcome> {
  const { id } = claim.theorem;
  try {
    return await withLiveLine(id, (onProgress) => pool.examine(claim, { ...how, onProgress }));
  } catch (error) {
    throw new Error(`${id}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** `12 claims: 12 held.`, the gravest verdicts first. */
function tally(outcomes: readonly Outcome[]): string {
  const order = ['refuted', 'untrusted', 'vacuous', 'undecided', 'held'] as const;
  const counts = order.map((verdict) => ({
    verdict,
    count: outcomes.filter((outcome) => outcome.verdict === verdict).length,
  }));
  const parts = counts.filter(({ count }) => count > 0).map(({ verdict, count }) => `${count} ${verdict}`);
  const meaning =
    exitCodeOf(outcomes) === EXIT.held
      ? ' Held means: not refuted in this domain, with this budget, while every control was refuted.'
      : '';
  return `${outcomes.length} ${outcomes.length === 1 ? 'claim' : 'claims'}: ${parts.join(', ')}.${meaning}`;
}
