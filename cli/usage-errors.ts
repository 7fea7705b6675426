import type { Command, CommanderError } from 'commander';
import { BadInput } from './bad-input.js';

/** Makes what commander finds wrong with a command line our one-line error. Help and usage texts pass through. */
export function refuseInOneLine(command: Command): void {
  // Commander prints its own errors, in two lines, before it throws them.
  command.configureOutput({ outputError: () => undefined }).exitOverride((error) => {
    if (error.exitCode === 0 || error.code === 'commander.help') throw error;
    throw new BadInput(sentence(error, command), { cause: error });
  });
}

/** `unknown option '--pionts'. Did you mean --points? See bnd simulate --help.` */
function sentence(error: CommanderError, command: Command): string {
  const said = error.message.replace(/^error: /, '').replace(/\s*\(Did you mean (.*?)\??\)$/s, '. Did you mean $1?');
  const end = /[.?]$/.test(said) ? '' : '.';
  const name = command.parent === null ? command.name() : `${command.parent.name()} ${command.name()}`;
  return `${name}: ${said}${end} See ${name} --help.`;
}
