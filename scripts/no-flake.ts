// npm run no-flake [-- --seeds 200 --from 1 CLAIM ...]: runs the statistical claims with one seed after the other and prints
// each whose verdicts differ from those of the first. Exit code 1 on any deviation. A claim whose verdict depends on the seed
// spends more error probability than the ledger grants it, or has a budget at which its test is about to decide.
import { parseArgs } from 'node:util';
import { ALPHA } from '../cli/commands/verify.js';
import { BadInput } from '../cli/bad-input.js';
import { examineOn } from '../cli/examine-on.js';
import { EXIT } from '../cli/exit-codes.js';
import { Threads } from '../cli/jobs/threads.js';
import { loadClaims, select } from '../cli/load-claims.js';
import { wholeNumber } from '../cli/options.js';
import { print } from '../cli/print.js';
import type { Claim } from '../src/theory/claim.js';
import { shareOf } from '../src/theory/ledger.js';
import { deviation, type Verdicts } from './deviations.js';

async function verdictsOf(
  threads: Threads,
  claims: readonly Claim[],
  all: readonly Claim[],
  seed: string,
): Promise<Verdicts> {
  const verdicts: Record<string, string> = {};
  for (const claim of claims) {
    const { id } = claim.theorem;
    try {
      verdicts[id] = (await examineOn(threads, claim, { seed, level: shareOf(claim, all, ALPHA), effort: 1 })).verdict;
    } catch (error) {
      verdicts[id] = `crashed: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return verdicts;
}

const options = { seeds: { type: 'string', default: '200' }, from: { type: 'string', default: '1' } } as const;

function read(
  args: readonly string[],
): ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function noFlake(args: readonly string[]): Promise<number> {
  const { values, positionals } = read(args);
  const seeds = wholeNumber('--seeds', 'seeds', 2, 1_000_000, 200)(values.seeds);
  const from = wholeNumber('--from', 'the first seed', 0, 1_000_000_000, 1)(values.from);
  const all = await loadClaims();
  const claims = select(all, positionals).filter(
    ({ uses, theorem: { kind } }) => kind === 'probable' || kind === 'law' || (kind === 'exists' && uses.length > 0),
  );
  if (claims.length === 0) throw new BadInput('claim: needs one of kind probable or law; came none.');
  const threads = new Threads();
  try {
    const first = await verdictsOf(threads, claims, all, `${from}`);
    print(`${claims.length} claims, seeds ${from} to ${from + seeds - 1}`);
    for (const [id, verdict] of Object.entries(first)) print(`seed ${from}: ${id}: ${verdict}`);
    let deviations = 0;
    for (let seed = from + 1; seed < from + seeds; seed++) {
      const found = deviation(first, await verdictsOf(threads, claims, all, `${seed}`));
      if (found === undefined) continue;
      deviations += 1;
      print(`seed ${seed}: ${found}`);
    }
    print(`${deviations} of ${seeds - 1} seeds deviate from seed ${from}.`);
    return deviations === 0 ? 0 : 1;
  } finally {
    await threads.close();
  }
}

try {
  process.exitCode = await noFlake(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof BadInput ? EXIT.usage : EXIT.internal;
}
