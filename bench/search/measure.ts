import { simpler } from '../../src/search/simplest.js';
import { median } from '../median.js';
import { type Attempt, guidedAttempt, plainAttempt } from './contest.js';
import type { Planted } from './planted.js';
import type { Measured, Side } from './results.js';

/** One planted falsehood, by the search and by plain generation, with the same budget and the same seeds. */
export function measure(planted: Planted, seeds: number, budget: number): Measured {
  const seedsOf = Array.from({ length: seeds }, (_, seed) => seed + 1);
  const guided = seedsOf.map((seed) => guidedAttempt(planted, seed, budget));
  const plain = seedsOf.map((seed) => plainAttempt(planted, seed, budget));
  const both = guided.flatMap((one, i) => {
    const other = plain[i];
    return one.found && other?.found === true ? [[one.witness, other.witness] as const] : [];
  });
  return {
    name: planted.name,
    fault: planted.fault,
    dimensions: planted.dimensions,
    slope: planted.slope ?? true,
    guided: sideOf(guided),
    plain: sideOf(plain),
    bothFound: both.length,
    simpler: both.filter(([ours, theirs]) => simpler(ours, theirs)).length,
    lessSimple: both.filter(([ours, theirs]) => simpler(theirs, ours)).length,
  };
}

function sideOf(attempts: readonly Attempt[]): Side {
  const texts = attempts.filter(({ found }) => found).map(({ witness }) => JSON.stringify(witness));
  return {
    found: attempts.filter(({ found }) => found).length / attempts.length,
    evaluations: median(attempts.map(({ evaluations }) => evaluations)),
    characters: texts.length === 0 ? null : median(texts.map(({ length }) => length)),
    witnesses: new Set(texts).size,
  };
}
