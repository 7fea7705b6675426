import type { Command } from 'commander';
import { BadInput } from '../bad-input.js';
import { nearest } from '../nearest.js';
import { quoted } from '../options.js';

/** Not commander's own, which answers an unknown name with the whole help text. */
export function registerHelp(program: Command): void {
  program
    .command('help')
    .description('show how a command is used')
    .argument('[command]', 'its name; all commands when none is given')
    .action((name: string | undefined) => {
      const command = name === undefined ? program : program.commands.find((known) => known.name() === name);
      if (command !== undefined) {
        command.outputHelp();
        return;
      }
      const names = program.commands.map((known) => known.name());
      const [near] = nearest(name ?? '', names);
      throw new BadInput(
        `bnd help: needs one of ${names.join(', ')}; came ${quoted(name ?? '')}. ${near === undefined ? 'Write one of these.' : `Did you mean ${near}?`}`,
      );
    });
}
