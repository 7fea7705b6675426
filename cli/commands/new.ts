import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { KINDS } from '../../src/theory/kinds.js';
import type { Theorem } from '../../src/theory/theorem.js';
import { BadInput } from '../bad-input.js';
import { examples } from '../examples.js';
import { oneOf } from '../options.js';
import { print } from '../print.js';
import { PROJECT_ROOT } from '../project-root.js';
import { scaffold, writeNew } from '../scaffold.js';

export function registerNew(program: Command): void {
  program
    .command('new')
    .description(
      'begin a claim: write its two files, a true toy with a control that is refuted, to be replaced step by step',
    )
    .argument('<claim>', 'its id: CHAPTER/NAME, the name saying what is claimed')
    .option('--kind <kind>', 'what refutes it: see docs/adding-a-claim.md', oneOf('--kind', KINDS), 'exact')
    .addHelpText(
      'after',
      examples({
        'bnd new recenter-relu/odd-point-stays --kind limit': 'a claim about infinite width',
        'bnd new my-chapter/two-points-part': 'a claim about every draw of the weights, in a chapter of its own',
      }),
    )
    .action((id: string, { kind }: { kind: Theorem['kind'] }) => {
      // An installed package has compiled claims only.
      if (!existsSync(join(PROJECT_ROOT, 'tsconfig.json')))
        throw new BadInput(
          'bnd new: needs a checkout of the project; this is an installed package. Clone it and run there.',
        );
      const files = scaffold(id, kind);
      writeNew(PROJECT_ROOT, files);
      const written = Object.keys(files).map((file) => `wrote ${file}`);
      print([...written, `It holds as it is: npx bnd verify ${id}`].join('\n'));
    });
}
