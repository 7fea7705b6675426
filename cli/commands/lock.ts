import { join } from 'node:path';
import type { Command } from 'commander';
import type { Claim } from '../../src/theory/claim.js';
import { shareOf } from '../../src/theory/ledger.js';
import type { Verdict } from '../../src/theory/outcome.js';
import { examineOn } from '../examine-on.js';
import { examples } from '../examples.js';
import { EXIT } from '../exit-codes.js';
import { withLiveLine } from '../live-line.js';
import { Threads } from '../jobs/threads.js';
import { loadClaims, select } from '../load-claims.js';
import { LEDGER, LOCK, LockWriter, readLock, staleness } from '../lock/lock-files.js';
import { offerPatience, type PatienceOptions, Watch } from '../patience/watch.js';
import { print } from '../print.js';
import { profileOf } from '../profiles.js';
import { PROJECT_ROOT } from '../project-root.js';
import { replaceFile } from '../replace-file.js';
import type { TheoryLock } from '../schemas/lock.js';
import { ALPHA } from './verify.js';

interface LockOptions extends PatienceOptions {
  readonly claims?: readonly string[];
  readonly check?: boolean;
}

export function registerLock(program: Command): void {
  const command = program
    .command('lock')
    .description(`judge the claims and write ${LOCK} and ${LEDGER}, the two files that a reviewer of the theory reads`)
    .option(
      '--claims <id...>',
      'judge these again, and those whose own files changed; the other verdicts are taken from the lock',
    )
    .option('--check', 'write nothing and judge nothing: print how the files differ from the claims, and exit with 4');
  offerPatience(command)
    .addHelpText(
      'after',
      examples({
        'bnd lock': 'judge every claim; takes a minute',
        'bnd lock --claims recenter-relu/two-groups-turn-orthogonal': 'after a change of one claim',
        'bnd lock --check': 'are the files current, verdicts aside? npm test looks at verdicts too',
      }),
    )
    .action(async (options: LockOptions) => {
      process.exitCode = await lock(options);
    });
}

async function lock({ claims: ids, check = false, patience }: LockOptions): Promise<number> {
  const watch = new Watch(patience, 'the claims');
  const claims = await loadClaims();
  watch.at(LOCK);
  const writer = await LockWriter.of(PROJECT_ROOT, claims);
  const before = readLock(PROJECT_ROOT);
  const verdicts = new Map(Object.entries(before?.claims ?? {}).map(([id, { verdict }]) => [id, verdict]));
  if (check) {
    const unknown = claims.map(({ theorem }) => theorem.id).filter((id) => !verdicts.has(id));
    const stale =
      unknown.length > 0
        ? `${LOCK}: has no verdict on ${unknown.join(', ')}.`
        : staleness(
            PROJECT_ROOT,
            writer.files((id) => verdicts.get(id)),
          );
    print(stale === '' ? `${LOCK} and ${LEDGER} are current, verdicts aside.` : `${stale}\n\nRun npx bnd lock.`);
    return stale === '' ? EXIT.held : EXIT.change;
  }
  const named = ids === undefined ? claims : select(claims, ids);
  const judged = claims.filter((claim) => named.includes(claim) || changed(claim, writer, before));
  const also = judged.filter((claim) => !named.includes(claim)).map(({ theorem }) => theorem.id);
  if (also.length > 0) print(`Judged too, because their files changed: ${also.join(', ')}.`);
  for (const [id, verdict] of await judge(judged, claims, watch)) verdicts.set(id, verdict);
  watch.at(LOCK);
  const files = writer.files((id) => verdicts.get(id));
  const diff = staleness(PROJECT_ROOT, files);
  replaceFile(join(PROJECT_ROOT, LOCK), files.lock, LOCK);
  replaceFile(join(PROJECT_ROOT, LEDGER), files.ledger, LEDGER);
  const of = `${judged.length} of ${claims.length} claims judged`;
  print(diff === '' ? `${of}: ${LOCK} and ${LEDGER} were current.` : `${diff}\n\n${of}; wrote ${LOCK} and ${LEDGER}.`);
  return EXIT.held;
}

/** Whether a verdict in the lock is on another claim than this one. */
function changed(claim: Claim, writer: LockWriter, before: TheoryLock | undefined): boolean {
  const known = before?.claims[claim.theorem.id];
  if (known === undefined) return true;
  const { theorem, evidence } = writer.entry(claim, known.verdict);
  return theorem !== known.theorem || evidence !== known.evidence;
}

async function judge(
  chosen: readonly Claim[],
  all: readonly Claim[],
  watch: Watch,
): Promise<ReadonlyMap<string, Verdict>> {
  const threads = new Threads(undefined, 'here for one', watch.pulse);
  const verdicts = new Map<string, Verdict>();
  try {
    for (const claim of chosen) {
      const { id } = claim.theorem;
      watch.at(id);
      const how = { ...profileOf('quick'), level: shareOf(claim, all, ALPHA), onEvaluation: watch.beat };
      const { verdict } = await withLiveLine(id, (onProgress) => examineOn(threads, claim, { ...how, onProgress }));
      verdicts.set(id, verdict);
    }
  } finally {
    await threads.close();
  }
  return verdicts;
}
