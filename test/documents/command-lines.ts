/** A command that a document tells its reader to type, and what it says comes out. */
export interface CommandLine {
  readonly words: readonly string[];
  readonly shown: readonly string[];
}

/** The commands of a block: after `$ ` in a console block, every line in one of shell. A line that ends in \ goes on in the next. */
export function commandLines(text: string, language: string): readonly CommandLine[] {
  const joined = text.replaceAll(/\\\n\s*/g, ' ');
  if (language !== 'console')
    return joined
      .split('\n')
      .filter(Boolean)
      .map((line) => ({ words: wordsOf(line), shown: [] }));
  const [before = '', ...commands] = joined.split(/^\$ /m);
  if (before.trim() !== '') throw new Error(`needs "$ " before each command; came ${before}`);
  return commands.map((command) => {
    const [line = '', ...shown] = command.split('\n');
    return { words: wordsOf(line), shown: shown.filter((each) => each.trim() !== '') };
  });
}

/** The words of a command as a shell parts them, without its comment. Knows quotes and nothing else, so it refuses the rest. */
export function wordsOf(line: string): readonly string[] {
  const command = line.replace(/\s+# .*$/, '').trim();
  const outside = command.replaceAll(/'[^']*'|"[^"]*"/g, '');
  const [special] = /[|&;<>$`]/.exec(outside) ?? [];
  if (special !== undefined) throw new Error(`needs a plain command; came one with ${special}: ${line}`);
  return [...command.matchAll(/(?:'[^']*'|"[^"]*"|\S)+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|"([^"]*)"/g, '$1$2'),
  );
}

/** The first line shown that the output does not have, after the ones before it. `[...]` stands for anything. */
export function missing(shown: readonly string[], output: string): string | undefined {
  const lines = output.split('\n');
  let from = 0;
  return shown.find((line) => {
    const parts = line.split('[...]').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const pattern = new RegExp(`^${parts.join('.*')}$`);
    const at = lines.findIndex((each, i) => i >= from && pattern.test(each));
    if (at >= 0) from = at + 1;
    return at < 0;
  });
}
