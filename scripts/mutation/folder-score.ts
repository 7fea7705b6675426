import { z } from 'zod';

const text = z.string();
const count = z.number().int().nonnegative();

/** A mutant that no test failed on, by what was written and what was put in its place: lines shift, texts stay. */
export const alive = z.strictObject({
  file: text,
  mutator: text,
  original: text,
  replacement: text,
  covered: z.boolean(),
});
export type Alive = z.infer<typeof alive>;

/** What became of the mutants of one folder of src. */
export const folderScore = z.strictObject({
  folder: text,
  /** Digest of the sources as they were measured. */
  sources: text,
  /** Whether tests that take seconds were run too. Without them, what only they notice survives: the score is too low, never too high. */
  tests: z.enum(['all tests', 'quick tests']),
  killed: count,
  /** Ended by the clock or by the limit on how often a mutant is reached: not counted as killed. */
  timeout: count,
  /** Broke the run itself, outside of any test: not counted at all. */
  errors: count,
  survivors: z.array(alive),
});
export type FolderScore = z.infer<typeof folderScore>;

/** Killed over all that ran: a mutant that ran out of time was not killed. Range: 0 to 1. NaN without mutants. */
export function scoreOf({ killed, timeout, survivors }: FolderScore): number {
  return killed / (killed + timeout + survivors.length);
}

/** What is read of the report that Stryker writes, mutation-testing-report-schema. */
const report = z.object({
  files: z.record(
    text,
    z.object({
      source: text,
      mutants: z.array(
        z.object({
          mutatorName: text,
          replacement: text,
          status: text,
          testsCompleted: count.optional(),
          location: z.object({
            start: z.object({ line: count, column: count }),
            end: z.object({ line: count, column: count }),
          }),
        }),
      ),
    }),
  ),
});

/**
 * The score of a folder from Stryker's report.
 * @throws Error when a mutant was not tried to its end, or is said to survive tests of which none ran
 */
export function folderScoreOf(of: Pick<FolderScore, 'folder' | 'sources' | 'tests'>, json: unknown): FolderScore {
  const { folder } = of;
  const score: FolderScore = { ...of, killed: 0, timeout: 0, errors: 0, survivors: [] };
  for (const [file, { source, mutants }] of Object.entries(report.parse(json).files)) {
    for (const { status, mutatorName, replacement, location, testsCompleted } of mutants) {
      const original = between(source, location.start, location.end);
      const where = `${file}:${location.start.line}: ${mutatorName} of ${original}`;
      if (status === 'Killed') score.killed++;
      else if (status === 'Timeout') score.timeout++;
      else if (status === 'RuntimeError' || status === 'CompileError') score.errors++;
      else if (status === 'Survived' || status === 'NoCoverage') {
        // Known of this runner: https://github.com/stryker-mutator/stryker-js/issues/6073
        if (status === 'Survived' && (testsCompleted ?? 0) === 0)
          throw new Error(`${where}: said to survive, but no test was run. Run npm run mutation -- ${folder} again.`);
        const covered = status === 'Survived';
        score.survivors.push({ file, mutator: mutatorName, original, replacement: onOneLine(replacement), covered });
      } else throw new Error(`${where}: needs to be tried; came ${status}. Run npm run mutation -- ${folder} again.`);
    }
  }
  score.survivors.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return score;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Lines and columns from 1, the end left out. */
function between(source: string, start: Place, end: Place): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines.push((lines.pop() ?? '').slice(0, end.column - 1));
  const [first = '', ...rest] = lines;
  return onOneLine([first.slice(start.column - 1), ...rest].join('\n'));
}

export const onOneLine = (code: string): string => code.trim().replaceAll(/\s+/g, ' ');
