import { expect, test } from 'vitest';
import { rateInterval } from '../../src/statistics/rate-interval.js';
import type { TestReport } from '../../src/theory/outcome.js';
import { DOMAIN, estimateOf, judgedByTests, rateReading, refutedBy, WORST } from '../../src/theory/probable-report.js';

const report = (use: string, changed: Partial<TestReport> = {}): TestReport => ({
  use,
  decision: 'certified',
  draws: 40,
  happened: 39,
  instance: use === DOMAIN ? undefined : { sides: 2 },
  path: undefined,
  ...changed,
});
const tests = [
  report(DOMAIN),
  report('instance 1', { draws: 10, happened: 9 }),
  report(WORST, { draws: 20, happened: 19 }),
];
const judged = (changed: readonly TestReport[]) => judgedByTests(changed, 0.95, 0.15);

test('The domain and the worst instance make the verdict, and every other test can refute', () => {
  const happened = 'the event happened in 39 of 40 draws over the domain and 19 of 20 draws of the worst instance';
  expect(judged(tests)).toEqual({ verdict: 'held', because: `${happened}: P > 0.8 is certified` });
  const open = (k: number) => tests.map((each, i) => (i === k ? { ...each, decision: 'undecided' as const } : each));
  expect(judged(open(0))).toEqual({
    verdict: 'undecided',
    because: `${happened}: the budget did not certify P > 0.8 over the domain`,
  });
  expect(judged(open(1)).verdict).toBe('held');
  expect(judged(open(2))).toEqual({
    verdict: 'undecided',
    because: `${happened}: the budget did not certify P > 0.8 the worst instance`,
  });
  const refuting = (k: number) => tests.map((each, i) => (i === k ? { ...each, decision: 'refuted' as const } : each));
  expect([0, 1, 2].map((k) => judged(refuting(k)).because)).toEqual([
    'the event happened in 39 of 40 draws over the domain: its probability is below 0.95',
    'the event happened in 9 of 10 draws of instance 1: its probability is below 0.95',
    'the event happened in 19 of 20 draws of the worst instance: its probability is below 0.95',
  ]);
  expect(judged(refuting(1)).verdict).toBe('refuted');
});

test('A worst instance that was never found is said to have had no draws', () => {
  const none = report(WORST, { decision: 'undecided', draws: 0, happened: undefined, instance: undefined });
  expect(judged([report(DOMAIN), none]).because).toBe(
    'the event happened in 39 of 40 draws over the domain and 0 of 0 draws the worst instance: the budget did not certify P > 0.8 the worst instance',
  );
});

test('The counterexample is the instance of the test that refuted, or the worst that was seen over the domain', () => {
  expect(refutedBy(tests, 0.95)).toBeUndefined();
  const [domain, single, worst] = tests.map((each) => ({ ...each, decision: 'refuted' as const }));
  if (domain === undefined || single === undefined || worst === undefined) throw new Error('three tests');
  const reading = { clause: 'probability', allowance: 0, share: Infinity, shrinks: 0 };
  const one = { ...single, instance: { sides: 5 } };
  expect(refutedBy([report(DOMAIN), one, worst], 0.5)).toEqual({ ...reading, instance: { sides: 5 }, margin: 0.4 });
  expect(refutedBy([domain, report('instance 1', { instance: { sides: 9 } }), report(WORST)], 0.975)).toEqual({
    ...reading,
    instance: { sides: 2 },
    margin: 0,
  });
  expect(refutedBy([domain], 0.975)?.instance).toBeUndefined();
});

test('A rate reads as its distance above what is claimed', () => {
  expect(rateReading(report(DOMAIN, { draws: 4, happened: 3 }), 0.5)).toEqual({
    clause: 'probability',
    margin: 0.25,
    allowance: 0,
    share: 0,
  });
  expect(rateReading(report(DOMAIN, { happened: undefined }), 0.5).margin).toBeNaN();
});

test('An estimate has the bounds of its draws, and there is none without any', () => {
  expect(estimateOf(report(DOMAIN), 0.01)).toEqual({
    passes: 39,
    draws: 40,
    level: 0.01,
    ...rateInterval(39, 40, 0.01),
  });
  for (const nothing of [undefined, report(DOMAIN, { draws: 0, happened: 0 }), report(DOMAIN, { happened: undefined })])
    expect(estimateOf(nothing, 0.01)).toBeUndefined();
});
