import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { whole } from '../../properties/arbitraries.js';
import { rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { UNCALIBRATED } from '../../src/search/calibration.js';
import { hunt } from '../../src/search/hunt.js';
import { at } from '../../src/search/leaf.js';
import { landscapeOf } from '../../src/search/leg.js';
import { objectiveOf } from '../../src/search/objective.js';
import { plantedPower } from '../../src/search/plant.js';
import { recheckOf } from '../../src/search/recheck.js';
import type { StreamKey } from '../../src/random/key.js';
import type { Subject } from '../../src/theory/subject.js';
import { always, often } from './toys.js';

const key = rootKey('recheck');
const line = fc.record({ x: whole(0, 100) });
/** Of probability 1 - x/100, by one uniform number a draw; 0.8 is claimed, with an indifference of 0.2. */
const coin = often(line, 0.8, ({ x }, draw) => new Stream(draw).uniform() >= x / 100);

function drawsOf(subject: Subject, act: (watched: Subject) => void): ReadonlySet<string> {
  const seen = new Set<string>();
  const readings = (value: unknown, draw: StreamKey) => {
    seen.add(JSON.stringify(draw));
    return subject.readings(value, draw);
  };
  act({ ...subject, readings });
  return seen;
}

describe('asking about instances around a find', () => {
  it('makes draws that no look and no confirmation makes', () => {
    const search = drawsOf(coin, (watched) => {
      const { look, confirm } = objectiveOf(watched, UNCALIBRATED, key, 1e-3);
      look({ x: 50 });
      confirm({ x: 50 });
    });
    const again = drawsOf(coin, (watched) =>
      recheckOf(watched, objectiveOf(watched, UNCALIBRATED, key, 1e-3), key).stands({ x: 50 }),
    );
    expect([...again].filter((draw) => search.has(draw))).toEqual([]);
    expect(again.size).toBe(16);
  });

  it('makes the same draws everywhere, and says nothing in between: so the answer changes but twice along a line', () => {
    const { stands } = recheckOf(coin, objectiveOf(coin, UNCALIBRATED, key, 1e-3), key);
    const answers = Array.from({ length: 101 }, (_, x) => stands({ x }));
    expect(answers[0]).toBe(false); // the claim holds there
    expect(answers[100]).toBe(true);
    const changes = answers.filter((answer, x) => x > 0 && answer !== answers[x - 1]);
    expect(changes).toEqual([undefined, true]);
  });

  it('is a look where nothing is random', () => {
    const subject = always(line, ({ x }) => ({ a: 40 - x }));
    const recheck = recheckOf(subject, objectiveOf(subject, UNCALIBRATED, key, 1e-3), key);
    expect([recheck.stands({ x: 40 }), recheck.stands({ x: 41 })]).toEqual([false, true]);
  });

  it('is what a hunt sweeps with, and says', () => {
    const { sweepDraws, simplest, sweeps } = hunt(coin, { key, budget: 4000, starts: 1, level: 1e-3 });
    expect(sweepDraws).toBe(16);
    const found = Number(at(simplest?.instance, ['x']));
    expect(found).toBeGreaterThan(20); // where the claim is false
    expect(sweeps[0]?.holdsBelow).toBeLessThan(found);
    expect(sweeps[0]?.from).toBeGreaterThan(20);
  });
});

describe('what a search that found nothing would have found', () => {
  const subject = always(fc.record({ a: whole(0, 10_000), b: whole(0, 10_000) }), () => ({ a: 1 }));

  test('is more with a slope than without, and more for a larger budget', () => {
    const [wide, narrow, flat] = plantedPower(subject, key, 2000);
    expect(wide).toEqual({ within: 0.01, slope: true, found: 4, of: 4, budget: 2000 });
    expect(narrow?.found).toBe(4);
    expect(flat?.found).toBeLessThan(4); // 4e-4 of the square: half of them are missed by 2000 looks
    expect(plantedPower(subject, key, 5).every(({ found }) => found < 4)).toBe(true);
  });

  test('never evaluates the claim', () => {
    const broken = { ...subject, readings: (): never => expect.unreachable() };
    expect(plantedPower(broken, key, 20)).toHaveLength(3);
    expect(landscapeOf(broken, key).sample.length).toBeGreaterThan(0);
  });
});
