import { z } from 'zod';
import type { Measure } from '../../src/sweep/measures.js';

/** What each draw of a chunk has: draw by draw, in the order of the measures. */
export type Outcomes = readonly (readonly number[])[];

/** What JSON has no number for: no odd point up to the last layer, no cosine. */
const ABSENT: Readonly<Record<Measure, number>> = {
  'odd-event': NaN,
  'far-event': NaN,
  'hitting-time': Infinity,
  'cluster-cosine': NaN,
};

const stored = z.array(z.array(z.number().nullable()));

/** Outcomes as text: equal ones give equal bytes, since every number is its shortest decimal. */
export function writeOutcomes(outcomes: Outcomes): string {
  return JSON.stringify(outcomes);
}

/** The outcomes that a text holds. @throws Error when it holds none */
export function readOutcomes(text: string, measures: readonly Measure[]): Outcomes {
  return stored.parse(JSON.parse(text)).map((draw) =>
    measures.map((measure, i) => {
      const value = draw[i];
      if (value === undefined) throw new Error(`readOutcomes: needs ${measures.length} numbers a draw; came ${text}.`);
      return value ?? ABSENT[measure];
    }),
  );
}
