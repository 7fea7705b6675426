import { EXIT } from './exit-codes.js';

/** Ends the process when nobody reads what it prints (`bnd list | head -1`), or when there is no room for it. */
export function endWithOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.brokenPipe);
    process.stderr.write(`error: standard output: needs room to write; came ${error.code ?? error.message}.\n`);
    process.exit(EXIT.internal);
  });
  // Without standard error there is nobody to tell; the exit code still says how it went.
  process.stderr.on('error', () => undefined);
}
