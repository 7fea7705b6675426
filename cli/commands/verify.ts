import type { Command } from 'commander';
import type { Claim } from '../../src/theory/claim.js';
import type { Case, Examination } from '../../src/theory/examination.js';
import { ledger, shareOf } from '../../src/theory/ledger.js';
import type { Outcome } from '../../src/theory/outcome.js';
import { corpusFiles, replayed } from '../corpus.js';
import { BadInput } from '../bad-input.js';
import { examples } from '../examples.js';
import { examineOn } from '../examine-on.js';
import { EXIT, exitCodeOf } from '../exit-codes.js';
import { explorerPage } from '../explorer-page.js';
import type { Hands } from '../jobs/hands.js';
import { withLiveLine } from '../live-line.js';
import { loadClaims, select } from '../load-claims.js';
import { Observations } from '../observations.js';
import { offerPatience, type PatienceOptions, Watch } from '../patience/watch.js';
import { freeText, oneOf, wholeNumber } from '../options.js';
import { type ControlPower, powerOf, powerTable } from '../power.js';
import { print, printJson } from '../print.js';
import { PROJECT_ROOT } from '../project-root.js';
import { type ProfileName, profileOf, PROFILES } from '../profiles.js';
import { type HandsOptions, handsOf, offerHands } from '../queue/hands-of.js';
import { ledgerTable } from '../render-ledger.js';
import { corpusLines } from '../render-replay.js';
import { readMap } from '../report/maps-section.js';
import { MarginBins } from '../report/margin-bins.js';
import type { ClaimMargins, RunDocument } from '../report/run-document.js';
import { requireFolder } from '../report/require-folder.js';
import { outcomeLine, outcomeNotes, refutation, summaryTable } from '../render-outcome.js';
import type { VerifyReport } from '../schemas/verify.js';
import { describeClaim } from './list.js';

/** Error probability of a whole run: with probability 1 - ALPHA no true statistical claim is refuted and no false one certified. */
export const ALPHA = 1e-6;
/** Seeds of the table of power, unless the user says how many. */
const POWER_SEEDS = 5;

interface VerifyOptions extends HandsOptions, PatienceOptions {
  readonly profile: ProfileName;
  readonly seed?: string;
  readonly effort?: number;
  readonly ledger?: boolean;
  readonly power?: number | true;
  readonly observe?: string;
  readonly report?: string;
  readonly map?: readonly string[];
  readonly json?: boolean;
}

export function registerVerify(program: Command): void {
  const command = program
    .command('verify')
    .description(
      'check claims: draw configurations, look for violations, and make sure that every negative control is refuted',
    )
    .argument('[claim...]', 'ids of claims, as `bnd list` prints them; all when none is given')
    .option(
      '--profile <name>',
      'quick: seed 1; ci: seed 1, three times the budget; deep: a fresh seed, ten times the budget',
      oneOf('--profile', PROFILES),
      'quick',
    )
    .option(
      '--seed <text>',
      "every draw follows from it; the same seed gives the same verdicts everywhere (the profile's unless given)",
      freeText('--seed'),
    )
    .option(
      '--effort <factor>',
      "multiplies the budget of every claim (the profile's unless given)",
      wholeNumber('--effort', 'budgets', 1, 1000, 10),
    )
    .option('--ledger', 'print how the error probability of the run is divided over what claims spend it on')
    .option(
      '--power [seeds]',
      `try every control with so many further seeds (${POWER_SEEDS} unless given), and print how fast it falls`,
      wholeNumber('--power', 'seeds', 1, 1000, POWER_SEEDS),
    )
    .option(
      '--observe <file>',
      'write one JSON line for every evaluated case, as readers of the observability format of Hypothesis take it',
      freeText('--observe'),
    )
    .option('--report <folder>', 'write a page to look at, index.html, and its numbers, run.json', freeText('--report'))
    .option(
      '--map <table>',
      'draw a table of bnd sweep into the page of --report; may be given again',
      (file: string, files: readonly string[] | undefined) => [...(files ?? []), file],
    );
  offerPatience(offerHands(command))
    .option('--json', 'print one JSON document (docs/schemas/verify.json)')
    .addHelpText(
      'after',
      examples({
        'bnd verify': 'every claim; takes a minute',
        'bnd verify recenter-relu/two-groups-turn-orthogonal': 'one claim; takes a second',
        'bnd verify --profile deep': 'look elsewhere, and ten times as hard',
        'bnd verify --report report': 'and a page that shows what came out',
        'bnd verify --power --ledger CLAIM': 'how fast its controls fall, and what it may spend on being wrong',
      }) + '\n\nExit codes: 0 all held, 1 a claim is refuted, 2 a control survived or a claim is vacuous, 3 undecided.',
    )
    .action(async (ids: string[], options: VerifyOptions) => {
      process.exitCode = await verify(ids, options);
    });
}

/** Examines the claims one after the other and reports them. Returns the exit code. */
async function verify(ids: readonly string[], options: VerifyOptions): Promise<number> {
  const { profile, json = false } = options;
  const { seed, effort } = { ...profileOf(profile), ...given(options) };
  const watch = new Watch(options.patience, 'the claims');
  const all = await loadClaims();
  const chosen = select(all, ids);
  if (options.report !== undefined) requireFolder(options.report);
  else if (options.map !== undefined)
    throw new BadInput('--map: needs a page to draw into; came no --report. Add --report report.');
  const maps = await Promise.all((options.map ?? []).map(readMap));
  const hands = await handsOf(options, watch);
  const observations = options.observe === undefined ? undefined : Observations.into(options.observe);
  if (!json)
    print(
      `${chosen.length} of ${all.length} claims, profile ${profile}: seed ${JSON.stringify(seed)}, budget ×${effort}, error probability of the run ${ALPHA.toExponential()}\n`,
    );
  const corpus = corpusFiles(chosen).map((file) => {
    watch.at(file);
    return replayed(file, all, ALPHA);
  });
  if (!json) for (const line of corpusLines(corpus)) print(line);
  const outcomes: Outcome[] = [];
  const powers: ControlPower[] = [];
  const seeds = options.power === true ? POWER_SEEDS : options.power;

  const margins: ClaimMargins[] = [];
  try {
    for (const claim of chosen) {
      const { id } = claim.theorem;
      const how = { seed, level: shareOf(claim, all, ALPHA), effort, onEvaluation: watch.beat };
      watch.at(id);
      const bins = new MarginBins();
      const onCase = (observed: Case): void => {
        observations?.tell(id, observed);
        bins.hear(observed);
      };
      const outcome = await examined(hands, claim, { ...how, onCase });
      outcomes.push(outcome);
      margins.push({ claim: id, clauses: bins.read });
      observations?.conclude(outcome);
      if (!json) printOutcome(claim, outcome);
      if (seeds !== undefined)
        powers.push(...(await powerOf(claim, how, seeds, (one, each) => examined(hands, one, each))));
    }
  } finally {
    await hands.close();
    observations?.close();
  }
  const open = corpus.some(({ status, entry }) => status === 'open' && gates(chosen, entry.claim));
  const exitCode = open ? EXIT.refuted : exitCodeOf(outcomes);
  const entries = ledger(all, ALPHA);
  const report: VerifyReport = {
    profile,
    seed,
    effort,
    alpha: ALPHA,
    evaluations: outcomes.reduce((sum, { evaluations }) => sum + evaluations, 0),
    corpus: corpus.map(({ file, entry, status, because }) => ({ file, claim: entry.claim, status, because })),
    claims: outcomes,
    ...(options.ledger === true || options.report !== undefined ? { ledger: { alpha: ALPHA, entries } } : {}),
    ...(seeds === undefined ? {} : { power: powers }),
    exitCode,
  };
  // Printed before it is drawn: a full disk shall not cost the run.
  if (json) printJson(report);
  else {
    print(`\n${summaryTable(outcomes)}\n${tally(outcomes)}`);
    const ofChosen = entries.filter(({ claim }) => chosen.some(({ theorem }) => theorem.id === claim));
    if (options.ledger === true) print(`\n${ledgerTable(ALPHA, entries, ofChosen)}`);
    if (seeds !== undefined) print(`\n${powerTable(powers)}`);
  }
  if (options.report === undefined) return exitCode;
  const { sightsOf } = await import('../report/sights.js');
  const sights = sightsOf(all, outcomes, corpus);
  const page = await written(options.report, { verify: report, margins, maps, sights }, all);
  if (!json) print(`\nTo look at: ${page}`);
  return exitCode;
}

/** Writes the report, whose packages nothing else here needs. Returns the path of the page. */
async function written(
  folder: string,
  run: Pick<RunDocument, 'verify' | 'margins' | 'maps' | 'sights'>,
  all: readonly Claim[],
): Promise<string> {
  const { writeReport } = await import('../report/write-report.js');
  const { ablation } = await import('../report/ablation.js');
  const { curves } = await import('../report/curves/curves.js');
  const { seed } = run.verify;
  const { recordedMutants } = await import('../report/recorded-mutants.js');
  const computed = { curves: curves(seed), ablation: ablation(seed), ...recordedMutants(PROJECT_ROOT) };
  return writeReport(folder, { ...run, claims: all.map(describeClaim), ...computed }, explorerPage());
}

/** What the user said in place of the profile. */
function given({ seed, effort }: VerifyOptions): { readonly seed?: string; readonly effort?: number } {
  return { ...(seed === undefined ? {} : { seed }), ...(effort === undefined ? {} : { effort }) };
}

/** Whether a counterexample to this claim counts: to a conjecture it is welcome. */
function gates(claims: readonly Claim[], id: string): boolean {
  return claims.some(({ theorem }) => theorem.id === id && theorem.source.kind !== 'conjecture');
}

function printOutcome(claim: Claim, outcome: Outcome): void {
  print(outcomeLine(outcome));
  for (const note of outcomeNotes(outcome)) print(note);
  if (outcome.verdict === 'refuted') print(refutation(claim, outcome));
}

/** Examines one claim under a live line. A crash is no verdict: it passes through, with the name of the claim. */
async function examined(hands: Hands, claim: Claim, how: Examination): Promise<Outcome> {
  const { id } = claim.theorem;
  try {
    return await withLiveLine(id, (onProgress) => examineOn(hands, claim, { ...how, onProgress }));
  } catch (error) {
    if (error instanceof BadInput) throw error;
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
