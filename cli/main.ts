import { Command, CommanderError } from 'commander';
import { endWithOutput } from './broken-streams.js';
import { commands } from './command-table.js';
import { errorReport } from './error-report.js';
import { examples } from './examples.js';
import { EXIT } from './exit-codes.js';
import { packageVersion } from './package-version.js';
import { refuseInOneLine } from './usage-errors.js';

// Only the command that is asked for is loaded, which halves the time to start; all of them to list them, or to name the nearest.
const [first = ''] = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const asked = first === 'help' || !Object.hasOwn(commands, first) ? undefined : commands[first];

const program = new Command('bnd')
  .description('Check, simulate and compute the theory of "Batch Normalization Decomposed" (arXiv:2412.02843).')
  .usage('COMMAND [options]')
  .version(packageVersion(), '--version', 'print the version of this package')
  .option('--debug', 'print the stack trace of an error')
  .helpCommand(false)
  .configureHelp({ showGlobalOptions: true })
  .addHelpText(
    'after',
    examples({
      'bnd verify': 'check every claim of the theory',
      'bnd simulate': 'watch one point leave the others over 300 layers',
      'bnd limit --points 10': 'where an infinitely wide network ends, and how fast',
      'bnd explore': 'the same in a page, to play with',
      'bnd sweep --grid AXES': 'a map over points, width, depth and stages, and bnd plot draws it',
      'bnd hunt CLAIM': 'search for a counterexample, and make it small',
      'bnd list': 'what is claimed',
    }) +
      '\n\nExit codes: 0 all claims held, 1 a claim is refuted, 2 a claim was not tested well enough to trust,\n' +
      '3 undecided within the budget, 4 a change of the theory is denied, 64 wrong use, 70 a defect of this program.',
  );

for (const load of asked === undefined ? Object.values(commands) : [asked]) (await load())(program);
for (const command of [program, ...program.commands]) refuseInOneLine(command);
endWithOutput();

let ended = false;
// The code of a claim may end the process, or let it wait for what never comes: neither may look like a verdict.
process.once('exit', (code) => {
  if (ended || code >= EXIT.usage) return;
  process.stderr.write(
    'internal error: needs the end of the command; the process was ended before, as by process.exit in the code of a claim. Nothing that is not printed was decided.\n',
  );
  process.exitCode = EXIT.internal;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = end(error);
}
ended = true;

/** Prints the line of an error and returns the exit code. Commander also throws when it has printed help. */
function end(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.held : EXIT.usage;
  const { text, exitCode } = errorReport(error, program.opts<{ debug?: boolean }>().debug === true);
  process.stderr.write(text);
  return exitCode;
}
