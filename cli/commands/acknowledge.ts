import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { BadInput } from '../bad-input.js';
import { codeReader } from '../code-reader.js';
import { examples } from '../examples.js';
import { CHANGE_CLASSES, CLASSES, isChangeClass } from '../../src/gate/classes.js';
import { ACKNOWLEDGEMENTS, acknowledgementOf, acknowledgementText } from '../gate/acknowledgement.js';
import { Editions } from '../gate/edition.js';
import { Git } from '../gate/git.js';
import { closes } from '../gate/reports/words.js';
import { runGate } from '../gate/run-gate.js';
import { WORKTREE } from '../gate/versions.js';
import { nearest } from '../nearest.js';
import { freeText, quoted } from '../options.js';
import { print } from '../print.js';
import { makeFolder, replaceFile } from '../replace-file.js';
import { EXIT } from '../exit-codes.js';

interface AcknowledgeOptions {
  readonly reason: string;
  readonly base?: string;
  readonly claim?: string;
  readonly class?: string;
}

interface Named {
  readonly claim: string;
  readonly class: (typeof CHANGE_CLASSES)[number];
}

export function registerAcknowledge(program: Command): void {
  program
    .command('acknowledge')
    .description(`take the responsibility for denied changes of the theory, in ${ACKNOWLEDGEMENTS}/<name>.md`)
    .argument('<name>', 'of the file: a few words with hyphens')
    .requiredOption('--reason <text>', 'why the change is right; a reviewer reads it', freeText('--reason'))
    .option('--claim <id>', 'of this claim; without it, all that the gate denies', freeText('--claim'))
    .option('--class <class>', 'of this class, as bnd gate names it', freeText('--class'))
    .option('--base <ref>', 'as for bnd gate', freeText('--base'))
    .addHelpText(
      'after',
      examples({
        'bnd acknowledge wider-margin --reason "the published rate was wrong, see ..."': 'all that is denied now',
        'bnd acknowledge gone --claim a/b --class claim-removed --reason TEXT': 'one change, without asking the gate',
      }),
    )
    .action(async (name: string, options: AcknowledgeOptions) => {
      process.exitCode = await acknowledge(name, options);
    });
}

async function acknowledge(name: string, options: AcknowledgeOptions): Promise<number> {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) {
    throw new BadInput(
      `bnd acknowledge: needs a name of words with hyphens; came ${quoted(name)}. Write one, such as looser-bound.`,
    );
  }
  const { root } = Git.at(process.cwd());
  const file = `${ACKNOWLEDGEMENTS}/${name}.md`;
  if (existsSync(join(root, file)))
    throw new BadInput(`${file}: needs a new name; there is such a file. Choose another.`);
  const changes = [...(named(options) ?? (await denied(options)))];
  if (changes.length === 0) {
    print('The gate denies nothing: there is nothing to acknowledge.');
    return EXIT.held;
  }
  const text = acknowledgementText({ changes, reason: options.reason });
  const problem = acknowledgementOf(file, text);
  if (typeof problem === 'string') throw new BadInput(`--reason: ${problem} Say it in a sentence.`);
  makeFolder(join(root, ACKNOWLEDGEMENTS));
  replaceFile(join(root, file), text);
  print(`${file}: ${changes.map((change) => `${change.class} of ${change.claim}`).join(', ')}`);
  return EXIT.held;
}

function named({ claim, class: kind }: AcknowledgeOptions): readonly Named[] | undefined {
  if (claim === undefined && kind === undefined) return undefined;
  if (claim === undefined || kind === undefined) {
    throw new BadInput('bnd acknowledge: needs --claim and --class, or neither; came one of them. Write both.');
  }
  if (!isChangeClass(kind)) {
    const [near] = nearest(kind, CHANGE_CLASSES);
    throw new BadInput(
      `--class: needs a class of changes; came ${quoted(kind)}. ${near === undefined ? `Write one of ${CHANGE_CLASSES.join(', ')}.` : `Did you mean ${near}?`}`,
    );
  }
  return [{ claim, class: kind }];
}

/** What the gate denies now and somebody may acknowledge. */
async function denied({ base }: AcknowledgeOptions): Promise<readonly Named[]> {
  const read = await codeReader();
  const report = await runGate({ folder: process.cwd(), base, head: WORKTREE }, new Editions(read), read);
  const found = report.claims.flatMap(({ claim, changes }) =>
    changes
      .filter((change) => closes(change) && CLASSES[change.class].fatal !== true)
      .map((change): Named => ({ claim, class: change.class })),
  );
  return [...new Map(found.map((change) => [`${change.claim} ${change.class}`, change])).values()];
}
