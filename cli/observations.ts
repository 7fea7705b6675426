// eslint-disable-next-line no-restricted-imports -- a log, which readers follow line by line
import { closeSync, openSync, writeSync } from 'node:fs';
import type { Case } from '../src/theory/examination.js';
import type { Outcome } from '../src/theory/outcome.js';
import { BadInput } from './bad-input.js';
import { quoted } from './options.js';

/**
 * A file that gets one line of JSON for every evaluated case, and one for every verdict.
 *
 * Field names and values are those of the observability format of Hypothesis where they fit, so that its readers (Tyche) take
 * the file: `test_case` lines with what was tried, `info` lines with what came of it. `timing` is empty: budgets count
 * evaluations. `metadata.readings` holds the margins, with NaN and infinities as null.
 */
export class Observations {
  /** Why a line could not be written. Told at the end of a claim: what is thrown to a claim counts as its crash. */
  private failure: BadInput | undefined;

  private constructor(
    private readonly file: number,
    private readonly start: number,
  ) {}

  /** @throws BadInput when the file cannot be written; what it held before is gone otherwise */
  static into(path: string): Observations {
    try {
      return new Observations(openSync(path, 'w'), Date.now() / 1000);
    } catch (error) {
      const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      throw new BadInput(
        `--observe: needs a file that can be written; came ${quoted(path)} (${why}). Name one in a folder that exists.`,
        { cause: error },
      );
    }
  }

  tell(property: string, { control, instance, status, because, readings, regimes }: Case): void {
    const margins = Object.fromEntries(readings.map(({ clause, margin }) => [clause, margin]));
    this.write({
      type: 'test_case',
      run_start: this.start,
      property: control === '' ? property : `${property} [${control}]`,
      status,
      status_reason: because,
      representation: JSON.stringify(instance),
      arguments: typeof instance === 'object' && instance !== null ? instance : { instance },
      how_generated: control === '' ? 'for the claim' : `for the control "${control}"`,
      features: { ...Object.fromEntries(regimes.map((name) => [name, true])), ...margins },
      coverage: null,
      timing: {},
      metadata: { readings },
    });
  }

  /** @throws BadInput when a line could not be written */
  conclude({ claim, verdict, because }: Outcome): void {
    this.write({
      type: 'info',
      run_start: this.start,
      property: claim,
      title: verdict,
      content: because,
    });
    if (this.failure !== undefined) throw this.failure;
  }

  close(): void {
    closeSync(this.file);
  }

  private write(line: object): void {
    try {
      writeSync(this.file, `${JSON.stringify(line)}\n`);
    } catch (error) {
      const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      this.failure ??= new BadInput(
        `--observe: needs room for every case; writing failed (${why}). Make room, or leave it out. The lines so far are there.`,
        { cause: error },
      );
    }
  }
}
