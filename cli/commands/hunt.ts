import type { Command } from 'commander';
import { derive, rootKey } from '../../src/random/key.js';
import { hunt, type Hunted } from '../../src/search/hunt.js';
import { BadInput } from '../bad-input.js';
import { saveCounterexample } from '../corpus.js';
import { examples } from '../examples.js';
import { EXIT } from '../exit-codes.js';
import { loadClaims, select } from '../load-claims.js';
import { freeText, wholeNumber } from '../options.js';
import { print, printJson } from '../print.js';
import { huntPage } from '../render-hunt.js';
import type { HuntReport } from '../schemas/hunt.js';
import { ALPHA } from './verify.js';

/** Evaluations of a hunt, unless the user says how many. */
const BUDGET = 2000;
/** Finds of which the simplest is reported. */
const STARTS = 3;

interface HuntOptions {
  readonly budget: number;
  readonly seed: string;
  readonly save?: boolean;
  readonly json?: boolean;
}

export function registerHunt(program: Command): void {
  program
    .command('hunt')
    .description('search the domain of a claim for a counterexample, make it small, and say where its boundary lies')
    .argument('<claim>', 'its id, as `bnd list` prints it')
    .option(
      '--budget <n>',
      'evaluations of the claim; shrinking may take as many again',
      wholeNumber('--budget', 'evaluations', 1, 100_000_000, BUDGET),
      BUDGET,
    )
    .option('--seed <text>', 'the search follows from it', freeText('--seed'), '1')
    .option('--save', 'keep what is found in counterexamples/, where every later run of verify replays it')
    .option('--json', 'print one JSON document (docs/schemas/hunt.json)')
    .addHelpText(
      'after',
      examples({
        'bnd hunt recenter-relu/farthest-point-becomes-odd': 'a conjecture that a search refutes',
        'bnd hunt CLAIM --budget 100000 --save': 'search fifty times as long, and keep what is found',
      }) + '\n\nExit codes: 0 nothing was found, 1 a counterexample was.',
    )
    .action(async (id: string, options: HuntOptions) => {
      process.exitCode = await huntClaim(id, options);
    });
}

async function huntClaim(id: string, { budget, seed, save = false, json = false }: HuntOptions): Promise<number> {
  const [claim] = select(await loadClaims(), [id]);
  if (claim === undefined) throw new BadInput(`claim: needs an id; came "${id}".`);
  const hunted: Hunted = hunt(claim.subject, {
    key: derive(rootKey(seed), 'hunt', id),
    budget,
    starts: STARTS,
    level: ALPHA,
  });
  const saved = save && hunted.simplest !== undefined ? saveCounterexample(claim, hunted, seed) : undefined;
  const report: HuntReport = { claim: id, seed, budget, ...hunted, ...(saved === undefined ? {} : { saved }) };
  if (json) printJson(report);
  else print(huntPage(claim, report));
  return hunted.simplest === undefined ? EXIT.held : EXIT.refuted;
}
