import { derive, type StreamKey } from '../random/key.js';
import type { ClauseReading } from '../theory/outcome.js';
import type { Subject } from '../theory/subject.js';

/** What is usual for each clause of a claim: margins of different clauses have different units. */
export interface Calibration {
  readonly scales: Readonly<Record<string, number>>;
  /** What finding it out took. */
  readonly evaluations: number;
}

/** Every clause in its own unit. */
export const UNCALIBRATED: Calibration = { scales: {}, evaluations: 0 };

/** Instances after which a claim that has shown one clause needs no more: nothing is compared with it. */
const ENOUGH = 3;

/** The median distance from violation of each clause, over a few instances. 1 where that is 0 or not finite. */
export function calibrated(subject: Subject, instances: readonly unknown[], key: StreamKey): Calibration {
  const read: ClauseReading[] = [];
  let evaluations = 0;
  for (const instance of instances) {
    const alone = subject.rate === undefined && new Set(read.map(({ clause }) => clause)).size <= 1;
    if (alone && evaluations >= ENOUGH) break;
    read.push(...subject.readings(instance, derive(key, 'calibration')));
    evaluations += 1;
  }
  const distances = new Map<string, number[]>();
  for (const { clause, margin, allowance } of read) {
    const known = distances.get(clause) ?? [];
    known.push(Math.abs(margin + allowance));
    distances.set(clause, known);
  }
  const scales = Object.fromEntries([...distances].map(([clause, values]) => [clause, middleOf(values)]));
  return { scales, evaluations };
}

function middleOf(values: readonly number[]): number {
  const middle = Float64Array.from(values).sort()[Math.floor(values.length / 2)] ?? 1;
  return middle > 0 && middle < Infinity ? middle : 1;
}
