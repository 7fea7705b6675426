import { Command, CommanderError } from 'commander';
import { BadInput } from './bad-input.js';
import { registerLimit } from './commands/limit.js';
import { registerList } from './commands/list.js';
import { registerShow } from './commands/show.js';
import { registerSimulate } from './commands/simulate.js';
import { registerVerify } from './commands/verify.js';
import { EXIT } from './exit-codes.js';

const program = new Command('bnd')
  .description('check, simulate and compute the theory of batch normalisation taken apart (arXiv:2412.02843)')
  .option('--debug', 'print stack traces of errors')
  .showHelpAfterError('Add --help for usage.')
  .configureHelp({ showGlobalOptions: true })
  .exitOverride();

registerVerify(program);
registerSimulate(program);
registerLimit(program);
registerList(program);
registerShow(program);
for (const command of program.commands)
  command.exitOverride().showHelpAfterError(`Add --help for usage: bnd ${command.name()} --help`);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong, in one line unless --debug asks for the trace, and returns the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.held : EXIT.usage; // commander has printed it
  const mine = error instanceof BadInput;
  const message = error instanceof Error ? error.message : String(error);
  const trace =
    program.opts<{ debug?: boolean }>().debug === true && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  process.stderr.write(
    mine ? `error: ${message}${trace}\n` : `internal error: ${message}${trace || ' (--debug prints the trace)'}\n`,
  );
  return mine ? EXIT.usage : EXIT.internal;
}
