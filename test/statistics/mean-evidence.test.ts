import { describe, expect, it } from 'vitest';
import { derive, rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { MeanEvidence } from '../../src/statistics/mean-evidence.js';
import { clopperPearson } from './clopper-pearson.js';

const LEVEL = 0.05;
const LOOKS = 200;
const STREAMS = 1000;
const TINY = 1e-9;
const RISKS = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64];
const root = rootKey('mean evidence');

interface BoundedLaw {
  readonly name: string;
  readonly mean: number;
  readonly deviation: number;
  readonly range: readonly [number, number];
  readonly at: (uniform: number) => number;
}

const laws: readonly BoundedLaw[] = [
  { name: 'uniform on [0, 1]', mean: 1 / 2, deviation: Math.sqrt(1 / 12), range: [0, 1], at: (u) => u },
  {
    name: 'the 8th power of a uniform',
    mean: 1 / 9,
    deviation: Math.sqrt(1 / 17 - 1 / 81),
    range: [0, 1],
    at: (u) => u ** 8,
  },
  {
    name: '1 with probability 0.05, else 0',
    mean: 0.05,
    deviation: Math.sqrt(0.0475),
    range: [0, 1],
    at: (u) => (u < 0.05 ? 1 : 0),
  },
  { name: '-3 with probability 0.1, else 1', mean: 0.6, deviation: 1.2, range: [-3, 1], at: (u) => (u < 0.1 ? -3 : 1) },
];

/** Hears observations and says whether it refutes by now. */
type Hearing = (x: number) => boolean;

function refutedOf(law: BoundedLaw, hearing: () => Hearing): number {
  let refuted = 0;
  for (let i = 0; i < STREAMS; i++) {
    const [stream, hears] = [new Stream(derive(root, law.name, i)), hearing()];
    for (let n = 0; n < LOOKS; n++) {
      if (!hears(law.at(stream.uniform()))) continue;
      refuted += 1;
      break;
    }
  }
  return refuted;
}

const tooMany = (refuted: number): boolean => clopperPearson(refuted, STREAMS, TINY).lower > LEVEL;

/** @param ahead ln of a wealth that the gambler has beyond the 1 it should begin with */
const betting =
  (mean: number, range: readonly [number, number], level: number, ahead = 0) =>
  (): Hearing => {
    const evidence = new MeanEvidence(mean, range);
    return (x) => {
      evidence.hear(x);
      return evidence.logarithm + ahead >= Math.log(1 / level);
    };
  };

/** The normal test of a fixed sample with the true deviation, at every look from the tenth. */
const repeatedNormal =
  ({ mean, deviation }: BoundedLaw) =>
  (): Hearing => {
    let [n, sum] = [0, 0];
    return (x) => {
      n += 1;
      sum += x - mean;
      return n >= 10 && Math.abs(sum) > 1.96 * deviation * Math.sqrt(n);
    };
  };

describe('evidence against a mean', () => {
  it.each(laws)('refutes the true mean no more often than its level: $name', (law) => {
    expect(tooMany(refutedOf(law, betting(law.mean, law.range, LEVEL)))).toBe(false);
  });

  it.each(laws)('would refute the true mean too often were it a fixed-sample test at each look: $name', (law) => {
    expect(tooMany(refutedOf(law, repeatedNormal(law)))).toBe(true);
  });

  it('would refute the true mean too often had each of its 14 bets a wealth of 1', () => {
    const [law] = laws;
    if (law === undefined) throw new Error('no law');
    expect(tooMany(refutedOf(law, betting(law.mean, law.range, LEVEL, Math.log(14))))).toBe(true);
  });

  it.each(laws)('is the wealth of 14 gamblers, multiplied out: $name', ({ name, mean, range, at }) => {
    const [least, most] = range;
    const bets = RISKS.flatMap((risk) => [risk / (mean - least), -risk / (most - mean)]);
    const evidence = new MeanEvidence(mean, range);
    const stream = new Stream(derive(root, 'product', name));
    const wealth = bets.map(() => 1 / bets.length);
    expect(Math.abs(evidence.logarithm)).toBeLessThanOrEqual(1e-15 * bets.length); // 1 in all, in 14 rounded parts
    for (let n = 0; n < 60; n++) {
      const x = at(stream.uniform());
      evidence.hear(x);
      bets.forEach((bet, k) => (wealth[k] = (wealth[k] ?? NaN) * (1 + bet * (x - mean))));
      const direct = Math.log(wealth.reduce((sum, part) => sum + part, 0));
      // 60 sums of logarithms below 60 in size, an ulp of 7e-15 each, and 120 roundings of the products.
      expect(Math.abs(evidence.logarithm - direct)).toBeLessThanOrEqual(60 * 7e-15 + 120 * 2.3e-16);
    }
  });

  it('refutes a mean of 1/2 by ones alone as soon as the boldest bet does', () => {
    const hears = betting(0.5, [0, 1], 1e-9)();
    let n = 1;
    while (n < 1000 && !hears(1)) n += 1;
    // Wealth 1.64^n / 14 suffices; the other bets make it a little earlier, by a factor 14 of wealth at most.
    expect(n).toBeLessThanOrEqual(Math.ceil(Math.log(14e9) / Math.log(1.64)));
    expect(n).toBeGreaterThanOrEqual(Math.ceil(Math.log(1e9) / Math.log(1.64)));
  });

  it.each([
    [0.6, 0.5],
    [0.2, 0.3],
  ])('refutes a coin of probability %f claimed to have mean %f within the derived number of tosses', (truth, mean) => {
    const level = 1e-6;
    // Of each bet: growth of ln wealth a toss, and its range. By Hoeffding, n tosses fail to bring ln(14 / level) with
    // probability at most exp(-2 (n growth - ln(14 / level))^2 / (n range^2)).
    const enough = (bet: number): number => {
      const [hit, miss] = [Math.log(1 + bet * (1 - mean)), Math.log(1 - bet * mean)];
      const growth = truth * hit + (1 - truth) * miss;
      if (growth <= 0) return Infinity;
      let n = Math.ceil(Math.log(14 / level) / growth);
      while (2 * (n * growth - Math.log(14 / level)) ** 2 < Math.log(1 / TINY) * n * (hit - miss) ** 2) n += 1;
      return n;
    };
    const tosses = Math.min(...RISKS.flatMap((risk) => [enough(risk / mean), enough(-risk / (1 - mean))]));
    expect(tosses).toBeLessThan(5000);
    for (let i = 0; i < 30; i++) {
      const [hears, stream] = [betting(mean, [0, 1], level)(), new Stream(derive(root, `${truth}`, i))];
      let n = 0;
      while (n < tosses && !hears(stream.uniform() < truth ? 1 : 0)) n += 1;
      expect(n).toBeLessThan(tosses);
    }
  });

  it('is finite after thousands of observations, of wealth beyond any double', () => {
    const evidence = new MeanEvidence(0.5, [0, 1]);
    for (let n = 0; n < 2000; n++) evidence.hear(1);
    // 1.64^2000 / 14; the next bet, 1.32^2000, is 1e-188 of it. 2000 roundings of sums below 1024: an ulp is 2.3e-13.
    expect(Math.abs(evidence.logarithm - (2000 * Math.log(1.64) - Math.log(14)))).toBeLessThanOrEqual(2000 * 1.2e-13);
  });

  it('needs a mean inside its range and observations in it', () => {
    for (const mean of [0, 1, -1, NaN]) expect(() => new MeanEvidence(mean, [0, 1])).toThrow('needs a mean inside');
    for (const x of [-0.1, 1.1, NaN]) expect(() => new MeanEvidence(0.5, [0, 1]).hear(x)).toThrow('needs observations');
  });
});
