import { join } from 'node:path';
import { z } from 'zod';
import { BadInput } from '../bad-input.js';
import { boundedText } from '../bounded-file.js';
import { parseJson } from '../parse-json.js';
import { replaceFile } from '../replace-file.js';
import { copyExplorer } from './copy-explorer.js';
import { reportPage } from './page.js';
import { requireFolder } from './require-folder.js';
import { type RunDocument, runDocument } from './run-document.js';

/** What lies in the folder of a report. */
const [PAGE, RUN, EXPLORER] = ['index.html', 'run.json', 'explorer'];

/**
 * Writes the page, the numbers that it is made of, and beside them the explorer, which the page links to. Returns the path of the
 * page. @throws BadInput
 *
 * @param explorer the folder of the built explorer; undefined when there is none
 */
export function writeReport(folder: string, run: Omit<RunDocument, 'explorer'>, explorer?: string): string {
  const json = JSON.stringify({ ...run, explorer: explorer !== undefined }, null, 1);
  replaceFile(join(requireFolder(folder), RUN), `${json}\n`, '--report');
  if (explorer !== undefined) copyExplorer(explorer, join(folder, EXPLORER));
  return drawn(folder, json);
}

/** Draws the page of a folder again from the numbers in it. Returns its path. @throws BadInput when they are no run */
export function redrawReport(folder: string): string {
  const file = join(folder, RUN);
  const advice = '`npx bnd verify --report DIR` writes one.';
  let json: string;
  try {
    json = boundedText(file);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new BadInput(`report: needs the numbers of a run; ${file} cannot be read (${why}). ${advice}`, {
      cause: error,
    });
  }
  try {
    return drawn(folder, json);
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new BadInput(`report: needs JSON; ${file} ${error.message}. ${advice}`, { cause: error });
    const where = wrongIn(error);
    if (where === undefined) throw error;
    throw new BadInput(`report: needs the numbers of a run of this version; ${file} is none.${where} ${advice}`, {
      cause: error,
    });
  }
}

/** What is wrong with the numbers, by what reading or drawing them said; undefined when it was not about them. */
function wrongIn(error: unknown): string | undefined {
  // Temml's own error for TeX that it cannot read: a class that it does not export.
  if (error instanceof Error && error.name === 'ParseError') return ` A formula is none: ${error.message}.`;
  if (!(error instanceof z.ZodError)) return undefined;
  const [issue] = error.issues;
  return issue === undefined ? '' : ` ${issue.path.join('.')}: ${issue.message}.`;
}

/** From the text: what JSON lacks (NaN) has become null there. */
function drawn(folder: string, json: string): string {
  const page = join(folder, PAGE);
  replaceFile(page, reportPage(runDocument.parse(parseJson(json))));
  return page;
}
