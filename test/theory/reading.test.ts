import { expect, test } from 'vitest';
import { exactly, remainder, roundoff, UNIT_ROUNDOFF } from '../../src/theory/allowance.js';
import { holds, met, readings, tighter } from '../../src/theory/reading.js';

const reading = (margin: number, allowance = 0, share = 0) => ({ clause: 'c', margin, allowance, share });

test('A clause holds down to its allowance below zero, and is met from its allowance above', () => {
  expect([-2, -1, 0, 1, 2].map((margin) => holds(reading(margin, 1)))).toEqual([false, true, true, true, true]);
  expect([-2, -1, 0, 1, 2].map((margin) => met(reading(margin, 1)))).toEqual([false, false, false, true, true]);
  for (const says of [holds, met]) expect([says(reading(NaN, 1)), says(reading(0, NaN))]).toEqual([false, false]);
});

test('Readings keep the order of the clauses, each with its allowance and the part of it that is used', () => {
  const allowances: Record<string, number> = { half: 4, none: 4, exact: 0, nothing: 4 };
  expect(readings({ half: -2, none: 3, exact: -1, nothing: NaN }, (clause) => allowances[clause] ?? NaN)).toEqual([
    { clause: 'half', margin: -2, allowance: 4, share: 0.5 },
    { clause: 'none', margin: 3, allowance: 4, share: 0 },
    { clause: 'exact', margin: -1, allowance: 0, share: Infinity },
    { clause: 'nothing', margin: NaN, allowance: 4, share: NaN },
  ]);
  expect(readings({ zero: 0 }, () => 0)).toEqual([{ clause: 'zero', margin: 0, allowance: 0, share: 0 }]);
});

test('The tighter of two readings has used more of its allowance, or has the smaller margin', () => {
  const [loose, tight] = [reading(-1, 4, 0.25), reading(-1, 2, 0.5)];
  expect([tighter(loose, tight), tighter(tight, loose)]).toEqual([tight, tight]);
  expect(tighter(undefined, loose)).toBe(loose);
  // The larger margin has used more: the share comes first.
  const [far, used] = [reading(-9, 90, 0.1), reading(-1, 4, 0.25)];
  expect([tighter(far, used), tighter(used, far)]).toEqual([used, used]);
  const [near, wide] = [reading(1), reading(2)];
  expect([tighter(near, wide), tighter(wide, near)]).toEqual([near, near]);
  const same = reading(1);
  expect(tighter(near, same)).toBe(near); // of two alike the first
});

test('An allowance is nothing, operations times the unit roundoff, or what is left out', () => {
  const asked: string[] = [];
  const of = (instance: number, clause: string): number => {
    asked.push(clause);
    return 3 * instance;
  };
  const kinds = [exactly('whole'), roundoff(of, 'three each'), remainder(of, 'a tail')];
  expect(kinds.map(({ kind, because }) => [kind, because])).toEqual([
    ['exact', 'whole'],
    ['roundoff', 'three each'],
    ['remainder', 'a tail'],
  ]);
  expect(kinds.map((allowance) => allowance.of(2, 'c'))).toEqual([0, 6 * 2 ** -53, 6]);
  expect(UNIT_ROUNDOFF).toBe(2 ** -53);
  expect(asked).toEqual(['c', 'c']);
});
