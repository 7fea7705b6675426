import { Command } from 'commander';
import { commands } from '../../cli/command-table.js';

/** The program bnd with its own options, of which nothing is run. */
export async function realParser(): Promise<Command> {
  const program = new Command('bnd').exitOverride().helpCommand(false);
  for (const load of Object.values(commands)) (await load())(program);
  for (const command of program.commands) {
    command
      .exitOverride()
      .configureOutput({ outputError: () => undefined })
      .action(() => undefined);
  }
  return program;
}

/** What the parser finds wrong with the words after `bnd`; undefined when they are a command. */
export async function refusalOf(words: readonly string[]): Promise<string | undefined> {
  const program = await realParser();
  try {
    await program.parseAsync(words, { from: 'user' });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Options of bnd itself, which cli/main.ts gives it. */
const OF_THE_PROGRAM = ['--help', '--debug', '--version'];

/** The first option among these words that the command they begin with does not have. */
export function unknownOption(program: Command, [name = '', ...words]: readonly string[]): string | undefined {
  if (OF_THE_PROGRAM.includes(name)) return undefined;
  const command = program.commands.find((each) => each.name() === name);
  if (command === undefined) return name;
  const known = [...command.options, ...program.options].map(({ long }) => long);
  return words.find((word) => /^--[a-z]/.test(word) && !known.includes(word) && !OF_THE_PROGRAM.includes(word));
}
