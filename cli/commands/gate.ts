import { type Command, Option } from 'commander';
import { BadInput } from '../bad-input.js';
import { codeReader } from '../code-reader.js';
import { examples } from '../examples.js';
import { Editions } from '../gate/edition.js';
import { annotations } from '../gate/reports/annotations.js';
import { gateJunit } from '../gate/reports/junit.js';
import { gateMarkdown } from '../gate/reports/markdown.js';
import { gateSarif } from '../gate/reports/sarif.js';
import { gateText } from '../gate/reports/text.js';
import { runGate } from '../gate/run-gate.js';
import { WORKTREE } from '../gate/versions.js';
import { freeText, quoted } from '../options.js';
import { parseJson } from '../parse-json.js';
import { offerPatience, type PatienceOptions, Watch } from '../patience/watch.js';
import { print, printJson } from '../print.js';
import { appendToFile, replaceFile } from '../replace-file.js';
import type { GateReport } from '../schemas/gate.js';

/** A summary of a step may have a mebibyte; in UTF-8 a character of ours takes up to four bytes. */
const SUMMARY = 2 ** 18;

interface GateOptions extends PatienceOptions {
  readonly base?: string;
  readonly head: string;
  readonly claims?: readonly string[];
  readonly instance?: unknown;
  readonly judgeAll?: boolean;
  readonly markdown?: string;
  readonly junit?: string;
  readonly sarif?: string;
  readonly github?: boolean;
  readonly json?: boolean;
}

export function registerGate(program: Command): void {
  const command = program
    .command('gate')
    .description(
      'compare two versions of the theory: what became stronger, weaker or different, with an instance that shows it',
    )
    .option(
      '--base <ref>',
      'compare from where the head left this branch, tag or commit (origin/HEAD, main ... unless given)',
      freeText('--base'),
    )
    .option('--head <ref>', 'a branch, tag or commit, or worktree: the files as they are', freeText('--head'), WORKTREE)
    .option('--claims <id...>', 'look at these only; all unless given')
    .option('--instance <json>', 'put this instance to both versions of one claim, instead of a search', instance)
    .option('--judge-all', 'judge every claim of the head again, not only those that changed');
  offerPatience(command)
    .option('--markdown <file>', 'write the report as a comment for a pull request', freeText('--markdown'))
    .option('--junit <file>', 'write it as JUnit', freeText('--junit'))
    .option('--sarif <file>', 'write it as SARIF 2.1.0', freeText('--sarif'))
    .addOption(
      new Option('--github', 'print annotations for GitHub and append to the summary of the step').env(
        'GITHUB_ACTIONS',
      ),
    )
    .option('--json', 'print one JSON document (docs/schemas/gate.json)')
    .addHelpText(
      'after',
      examples({
        'bnd gate': 'what the files here change since they left main',
        'bnd gate --base v1.0 --head HEAD': 'what changed since a release',
        'bnd acknowledge looser-bound --reason TEXT': 'take the responsibility for what is denied',
      }) +
        '\n\nExit codes: 0 passes, 4 a denied change is not acknowledged, 1 to 3 a changed claim is not held (see bnd verify).',
    )
    .action(async (options: GateOptions) => {
      process.exitCode = await gate(options);
    });
}

async function gate(options: GateOptions): Promise<number> {
  const { base, head, claims, instance: only, judgeAll, patience } = options;
  if (only !== undefined && claims?.length !== 1) {
    throw new BadInput(
      '--instance: needs the one claim that it is an instance of; came none or several. Write --claims ID.',
    );
  }
  const read = await codeReader();
  const report = await runGate(
    { folder: process.cwd(), base, head, claims, instance: only, judgeAll },
    new Editions(read),
    read,
    new Watch(patience, 'the claims'),
  );
  write(report, options);
  return report.exitCode;
}

/** Printed before it is written: a full disk shall not cost the run. */
function write(report: GateReport, { markdown, junit, sarif, github = false, json = false }: GateOptions): void {
  if (json) printJson(report);
  else print(gateText(report));
  if (github && !json) for (const line of annotations(report)) print(line);
  if (markdown !== undefined) replaceFile(markdown, gateMarkdown(report), '--markdown');
  if (junit !== undefined) replaceFile(junit, gateJunit(report), '--junit');
  if (sarif !== undefined) replaceFile(sarif, `${JSON.stringify(gateSarif(report), null, 2)}\n`, '--sarif');
  const summary = process.env['GITHUB_STEP_SUMMARY'];
  if (github && summary !== undefined && summary !== '')
    appendToFile(summary, gateMarkdown(report, SUMMARY), 'GITHUB_STEP_SUMMARY');
}

function instance(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    throw new BadInput(`--instance: needs an instance in JSON; came ${quoted(text)}. Copy one from a report.`);
  }
}
