import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/theory/examination.js';
import { Crashed, run, type Trial, type TrialResult } from '../../src/theory/trial.js';
import { still } from './toys.js';

/** The first instance of an unbiased draw is beyond the least million but for one seed in a thousand; shrinking tries 0 first. */
const LARGE = 1_000_000;
const wide = fc.noBias(fc.integer({ min: 0, max: 1000 * LARGE }));
const always: Trial<number> = {
  given: wide,
  assumes: {},
  regimes: {},
  layerOf: () => still,
  margins: () => ({ any: 1 }),
  allowanceOf: () => 0,
  cases: 20,
  seed: 1,
  shrink: true,
};
/** Violated from LARGE on. */
const small = (x: number) => ({ small: LARGE - 1 - x });

interface Told extends TrialResult<number> {
  readonly told: readonly Omit<Case, 'control'>[];
}

function tried(changed: Partial<Trial<number>>): Told {
  const told: Omit<Case, 'control'>[] = [];
  return { ...run({ ...always, onCase: (observed) => told.push(observed), ...changed }), told };
}

describe('a trial', () => {
  it('counts visits from none on, of regimes that never come up too', () => {
    const { visits } = tried({ regimes: { all: () => true, none: (x) => x < 0 } });
    expect(Object.entries(visits)).toEqual([
      ['all', 20],
      ['none', 0],
    ]);
  });

  it('needs nobody who listens', () => {
    expect(run(always)).toMatchObject({ cases: 20, evaluations: 20, violation: undefined });
  });

  it('tells of what it gave up, which has no readings', () => {
    const { told, evaluations, broken } = tried({ assumes: { none: () => false }, cases: 1 });
    const instance = broken?.instance;
    expect(broken).toEqual({ hypothesis: 'none', instance: told[0]?.instance });
    expect(told).toEqual([{ instance, status: 'gave_up', because: 'none', readings: [], regimes: [] }]);
    expect(evaluations).toBe(0);
  });
});

describe('what a trial meets while it shrinks a violation', () => {
  it('is told to nobody, and is neither visited, nor broken, nor near', () => {
    const { told, cases, visits, broken, tightest, nearest, violation } = tried({
      margins: small,
      assumes: { 'not zero': (x) => x > 0 },
      regimes: { all: () => true, little: (x) => x < LARGE },
    });
    expect([cases, told.map(({ status, because }) => [status, because])]).toEqual([1, [['failed', 'small']]]);
    expect(violation).toMatchObject({ instance: LARGE, clause: 'small', margin: -1 });
    expect([broken, tightest, nearest]).toEqual([undefined, undefined, undefined]);
    expect(Object.entries(visits)).toEqual([
      ['all', 1],
      ['little', 0],
    ]);
  });

  it('replaces it only where the same clause is violated, and is counted', () => {
    // At 0, which is tried first, another clause is.
    const { violation } = tried({ margins: (x) => ({ ...small(x), 'not tiny': x - 1 }) });
    const { numShrinks, counterexample } = fc.check(
      fc.property(wide, (x) => x < LARGE),
      { seed: 1 },
    );
    expect(numShrinks).toBeGreaterThan(3);
    expect(violation).toMatchObject({ instance: LARGE, clause: 'small', shrinks: numShrinks });
    expect(counterexample).toEqual([LARGE]);
  });
});

describe('a crash', () => {
  const planted = new TypeError('too large');
  const crashed = (changed: Partial<Trial<number>>): Crashed => {
    try {
      run({ ...always, ...changed });
    } catch (error) {
      if (error instanceof Crashed) return error;
    }
    throw new Error('needs a crash');
  };
  const margins = (x: number) => {
    if (x >= LARGE) throw planted;
    return { 'not tiny': x - 1 };
  };

  it('says what threw, and where', () => {
    const error = crashed({ margins });
    expect([error.name, error.instance, error.cause]).toEqual(['Crashed', LARGE, planted]);
    expect(error.message).toBe(`the claim could not be computed for ${LARGE}: too large`);
  });

  it('is made small in silence, whatever clause a smaller instance violates', () => {
    const told: unknown[] = [];
    expect(crashed({ margins, onCase: (observed) => told.push(observed) }).instance).toBe(LARGE);
    expect(told).toEqual([]);
  });
});
