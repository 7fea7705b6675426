import { z } from 'zod';
import { chunkSize } from '../../src/sweep/allocate.js';
import { type Measure, MEASURES } from '../../src/sweep/measures.js';
import { BadInput } from '../bad-input.js';
import { quoted } from '../options.js';
import { parseJson } from '../parse-json.js';
import type { SweepPlan } from '../schemas/sweep.js';

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

/** The outcomes of one chunk of a plan that a text holds. @throws BadInput when it holds others */
export function readOutcomes(text: string, plan: Pick<SweepPlan, 'measures' | 'draws' | 'allocation'>): Outcomes {
  const { measures } = plan;
  const draws = drawsIn(text);
  if (draws?.length !== chunkSize(plan) || !draws.every((draw) => draw.length === measures.length && draw.every(fits)))
    throw new BadInput(
      `--store: needs ${chunkSize(plan)} draws of ${measures.join(' and ')} in a chunk; came ${quoted(text)}. Restore the folder, or begin again.`,
    );
  return draws.map((draw) => measures.map((measure, i) => draw[i] ?? ABSENT[measure]));

  function fits(value: number | null, i: number): boolean {
    const measure = measures[i];
    if (measure === undefined) return false;
    if (MEASURES[measure].summary === 'rate') return value === 0 || value === 1;
    return (
      value === null || Math.abs(value) <= 1 || (measure === 'hitting-time' && value >= 0 && Number.isInteger(value))
    );
  }
}

function drawsIn(text: string): z.infer<typeof stored> | undefined {
  try {
    return stored.parse(parseJson(text));
  } catch {
    return undefined;
  }
}
