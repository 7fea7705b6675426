import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOCUMENT, powerDocument, powerTable, ratioOf, refutes } from '../../scripts/power-table.js';
import { bestFixedSample, boundaryOf, decidedBy, type Decides, medianTrials } from '../../scripts/stopping.js';

const root = join(import.meta.dirname, '../..');
const ENOUGH = 1.3;
const rows = powerTable();

/** Wealth in equal parts on ten alternatives whose odds lie e^0.25 apart, from near the claim to far below it. */
function evenly(rate: number, level: number): Decides {
  const odds = Array.from({ length: 10 }, (_, k) => (rate / (1 - rate)) * Math.exp(-0.25 * (k + 1)));
  const bets = odds.map((o) => ({ hit: Math.log(o / (1 + o) / rate), miss: Math.log(1 / (1 + o) / (1 - rate)) }));
  return (misses, hits) =>
    bets.reduce((wealth, { hit, miss }) => wealth + Math.exp(hits * hit + misses * miss) / bets.length, 0) >= 1 / level;
}

/** P(Bin(n, p) >= c), term by term. */
function tail(n: number, c: number, p: number): number {
  let [term, sum] = [(1 - p) ** n, 0];
  for (let k = 0; k <= n; k++) {
    if (k >= c) sum += term;
    term *= ((n - k) * p) / ((k + 1) * (1 - p));
  }
  return sum;
}

describe('the test of probabilities', () => {
  it.each(rows)(
    'decides ($decision) about $rate at true $truth, level $level, within 1.3 times the best fixed number of draws',
    (row) => expect(ratioOf(row)).toBeLessThanOrEqual(ENOUGH),
  );

  it('would not with its wealth in equal parts on alternatives in equal steps', () => {
    const ratios = powerTable(evenly).map(ratioOf);
    expect(Math.max(...ratios)).toBeGreaterThan(ENOUGH);
  });

  it('gives a table of refuting and certifying at every rate and level', () => {
    expect(rows).toHaveLength(2 * 3 * 4);
    expect(rows.every(({ sequential, fixed }) => sequential >= fixed)).toBe(true); // a fixed number is what the best test needs
  });
});

describe('docs/power.md', () => {
  const committed = readFileSync(join(root, DOCUMENT), 'utf8');

  it('is what the computation gives', async () => {
    expect(await powerDocument(root, rows), 'run npm run generate').toBe(committed);
  });

  it('is stale when one number changes', async () => {
    const [first, ...others] = rows;
    const changed = [...(first ? [{ ...first, sequential: first.sequential + 1 }] : []), ...others];
    expect(await powerDocument(root, changed)).not.toBe(committed);
  });
});

describe('the computation', () => {
  it('finds the best fixed number of draws that trying all of them finds', () => {
    for (const [claimed, p, level] of [
      [0.5, 0.8, 0.01],
      [0.1, 0.3, 1e-3],
      [0.05, 0.35, 1e-6],
      [0.4, 0.9, 0.2],
    ] as const) {
      const powerOf = (n: number): number => {
        let c = 0;
        while (tail(n, c, claimed) > level) c += 1;
        return tail(n, c, p);
      };
      let n = 1;
      while (powerOf(n) < 0.5) n += 1;
      expect(bestFixedSample(claimed, p, level, 1000)).toBe(n);
    }
  });

  it('follows the boundary that looking everywhere finds', () => {
    const decides = refutes(0.8, 1e-3);
    const boundary = boundaryOf(decides, 60);
    for (let n = 0; n <= 60; n++) {
      for (let misses = 0; misses <= n; misses++)
        expect(decides(misses, n - misses)).toBe(misses >= (boundary[n] ?? NaN));
    }
  });

  it('finds the law of the stopping time of a test that waits for its second miss', () => {
    const decided = decidedBy(
      boundaryOf((misses) => misses >= 2, 30),
      0.25,
    );
    decided.forEach((probability, n) => {
      // 30 steps of a few roundings each
      expect(Math.abs(probability - tail(n, 2, 0.25))).toBeLessThanOrEqual(1e-14);
    });
    const boundary = boundaryOf((misses) => misses >= 2, 30);
    expect(medianTrials(boundary, 0.25)).toBe(7); // P(at least 2 misses in 6) = 0.466, in 7: 0.555
    expect(() => medianTrials(boundary, 0.01)).toThrow('needs a boundary of more than 30 trials');
  });
});
