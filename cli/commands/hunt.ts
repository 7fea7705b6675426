import type { Command } from 'commander';
import { derive, rootKey } from '../../src/random/key.js';
import { plantedPower } from '../../src/search/plant.js';
import type { Hunted } from '../../src/search/hunt.js';
import type { Claim } from '../../src/theory/claim.js';
import { telling } from '../../src/theory/subject.js';
import { BadInput } from '../bad-input.js';
import { saveCounterexample } from '../corpus.js';
import { examples } from '../examples.js';
import { EXIT } from '../exit-codes.js';
import { huntOn } from '../hunt-on.js';
import { selectOne } from '../load-claims.js';
import { freeText, wholeNumber } from '../options.js';
import { print, printJson } from '../print.js';
import { offerPatience, type PatienceOptions, Watch } from '../patience/watch.js';
import { type HandsOptions, handsOf, offerHands } from '../queue/hands-of.js';
import { huntPage } from '../render-hunt.js';
import type { HuntReport } from '../schemas/hunt.js';
import { ALPHA } from './verify.js';

/** Evaluations of a hunt, unless the user says how many. */
const BUDGET = 2000;
/** Finds of which the simplest is reported. */
const STARTS = 3;

interface HuntOptions extends HandsOptions, PatienceOptions {
  readonly budget: number;
  readonly seed: string;
  readonly save?: boolean;
  readonly json?: boolean;
}

export function registerHunt(program: Command): void {
  const command = program
    .command('hunt')
    .description(
      'search the domain of a claim for a counterexample, or a witness, make it small, and say where its boundary lies',
    )
    .argument('<claim>', 'its id, as `bnd list` prints it')
    .option(
      '--budget <n>',
      'evaluations of the claim; shrinking may take as many again',
      wholeNumber('--budget', 'evaluations', 1, 100_000_000, BUDGET),
      BUDGET,
    )
    .option('--seed <text>', 'the search follows from it', freeText('--seed'), '1');
  offerPatience(offerHands(command))
    .option(
      '--save',
      'keep what is found in counterexamples/ or witnesses/, where every later run of verify replays it',
    )
    .option('--json', 'print one JSON document (docs/schemas/hunt.json)')
    .addHelpText(
      'after',
      examples({
        'bnd hunt recenter-relu/farthest-point-becomes-odd': 'a conjecture that a search refutes',
        'bnd hunt CLAIM --budget 100000 --workers 4 --save': 'search fifty times as long, and keep what is found',
      }) +
        '\n\nExit codes: 0 no counterexample was found, 1 one was; of a claim that something exists, 0 a witness was found, 3 none.',
    )
    .action(async (id: string, options: HuntOptions) => {
      process.exitCode = await huntClaim(id, options);
    });
}

async function huntClaim(
  id: string,
  { budget, seed, save = false, json = false, patience, ...who }: HuntOptions,
): Promise<number> {
  const watch = new Watch(patience, id);
  const claim = await selectOne(id);
  const plan = { key: derive(rootKey(seed), 'hunt', id), budget, starts: STARTS, level: ALPHA };
  const hands = await handsOf(who, watch);
  watch.at(id);
  const hunted = await huntOn(hands, claim, plan, watch.beat).finally(() => hands.close());
  const [saved, unsaved] = save && hunted.simplest !== undefined ? kept(claim, hunted, seed) : [];
  const { seeks } = claim.subject;
  const planted =
    hunted.simplest === undefined ? plantedPower(telling(claim.subject, watch.beat), plan.key, budget) : [];
  const report: HuntReport = {
    claim: id,
    seeks,
    seed,
    budget,
    ...hunted,
    planted,
    ...(saved === undefined ? {} : { saved }),
  };
  if (json) printJson(report);
  else print(huntPage(claim, report));
  if (unsaved !== undefined) throw unsaved; // what was found has been printed
  if (seeks === 'witness') return hunted.simplest === undefined ? EXIT.undecided : EXIT.held;
  return hunted.simplest === undefined ? EXIT.held : EXIT.refuted;
}

/** The file of what was found, or why there is none: a full disk shall not cost the find. */
function kept(claim: Claim, hunted: Hunted, seed: string): readonly [saved?: string | undefined, unsaved?: BadInput] {
  try {
    return [saveCounterexample(claim, hunted, seed)];
  } catch (error) {
    if (error instanceof BadInput) return [undefined, error];
    throw error;
  }
}
