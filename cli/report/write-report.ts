import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadInput } from '../bad-input.js';
import { reportPage } from './page.js';
import { type RunDocument, runDocument } from './run-document.js';

/** Writes index.html, and run.json which has all its numbers, into a folder. Returns the path of the page. @throws BadInput */
export function writeReport(folder: string, run: RunDocument): string {
  const json = JSON.stringify(run, null, 1);
  const page = join(folder, 'index.html');
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'run.json'), `${json}\n`);
    // From the text: what JSON lacks (NaN) has become null there.
    writeFileSync(page, reportPage(runDocument.parse(JSON.parse(json))));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new BadInput(
      `--report: needs a folder to write to; came ${folder}, which gives ${String(error.code)}. Name another.`,
      { cause: error },
    );
  }
  return page;
}
