import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Command } from 'commander';
import { BadInput } from '../bad-input.js';
import { examples } from '../examples.js';
import { EXPLORER_PORT, explorerPage } from '../explorer-page.js';
import { wholeNumber } from '../options.js';
import { print } from '../print.js';
import { staticSite } from '../static-site.js';

export function registerExplore(program: Command): void {
  program
    .command('explore')
    .description('serve the explorer, a page that runs networks in the browser, to this machine only')
    .option(
      '--port <p>',
      'of 127.0.0.1; 0 takes any free one',
      wholeNumber('--port', 'the port', 0, 65535, EXPLORER_PORT),
      EXPLORER_PORT,
    )
    .addHelpText(
      'after',
      examples({
        'bnd explore': 'open the address that it prints; Ctrl+C ends it',
        'bnd explore --port 0': 'any free port',
      }),
    )
    .action(async ({ port }: { readonly port: number }) => {
      const page = explorerPage();
      if (page === undefined) throw new BadInput('explore: needs the built page; came none. Run npm run build:web.');
      const server = staticSite(page);
      await listening(server, port);
      const address = server.address();
      const at = typeof address === 'object' && address !== null ? address.port : port;
      print(`The explorer is at http://127.0.0.1:${at}/ (Ctrl+C ends it).`);
    });
}

async function listening(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new BadInput(
      `--port: needs a free port of 127.0.0.1; ${port} gives ${code}. Write --port 0, which takes any free one.`,
      { cause: error },
    );
  }
}
