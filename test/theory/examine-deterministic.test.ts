import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/network/layer.js';
import type { Stage } from '../../src/network/stage.js';
import { exactly, roundoff, UNIT_ROUNDOFF } from '../../src/theory/allowance.js';
import { evidence, examine as judged } from '../../src/theory/claim.js';
import type { DeterministicEvidence } from '../../src/theory/evidence.js';
import type { Outcome } from '../../src/theory/outcome.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { Crashed } from '../../src/theory/trial.js';

/** Stages that add so much to a number: a layer whose pieces a toy claim can see. */
const adds = (amount: number): Stage => ({
  name: `add ${amount}`,
  onBatchInto: ({ values }) => values.forEach((x, i) => (values[i] = x + amount)),
  onRows: (law) => law,
  degree: 1,
});
const layer: Layer = { recenter: adds(0), rescale: adds(0), activate: adds(0) };

function through({ recenter, rescale, activate }: Layer, x: number): number {
  const z = { rows: 1, cols: 1, values: new Float64Array([x]) };
  for (const stage of [recenter, rescale, activate]) stage.onBatchInto(z);
  return z.values[0] ?? NaN;
}

interface Pair {
  readonly a: number;
  readonly b: number;
}

/** True as it stands: a + b passes the layer unchanged and stays at most 200. */
const sound: DeterministicTheorem<Pair> = theorem<Pair>({
  id: 'toy/sum-stays',
  kind: 'exact',
  says: 'The sum of two numbers up to 100 stays at most 200.',
  formula: 'a + b \\le 200',
  source: derived('here'),
  uses: [],
  assumes: { 'a is at most 100': ({ a }) => a <= 100 },
  layer: () => layer,
  margins: ({ a, b }, given) => ({ bounded: 200 - through(given, a + b) }),
});

const base: DeterministicEvidence<Pair> = {
  theorem: sound,
  given: fc.record({ a: fc.integer({ min: 0, max: 100 }), b: fc.integer({ min: 0, max: 100 }) }),
  cases: 300,
  allowance: exactly('integers'),
  regimes: { 'a is large': ({ a }) => a > 50 },
  survives: { 'a smaller sum': { recenter: adds(-1) } },
  breaks: { 'a larger sum': { activate: adds(150) } },
};

function examine(changes: Partial<DeterministicEvidence<Pair>>, seed = 'judge'): Outcome {
  return judged(evidence({ ...base, ...changes }), { seed, level: 1e-6, effort: 1 });
}

/** The toy claim with other margins. */
const claiming = (margins: DeterministicTheorem<Pair>['margins']): DeterministicTheorem<Pair> => ({
  ...sound,
  margins,
});

describe('the judge of deterministic claims', () => {
  it('holds a true claim whose control is refuted', () => {
    const outcome = examine({});
    expect(outcome).toMatchObject({ claim: 'toy/sum-stays', kind: 'exact', verdict: 'held', cases: 300 });
    expect(outcome.regimes).toMatchObject([{ name: 'a is large', decision: 'certified' }]);
    expect(outcome.regimes[0]?.visits).toBeGreaterThan(0);
    expect(outcome.survives).toEqual([{ name: 'a smaller sum', refuted: false, evaluations: 300 }]);
    expect(outcome.breaks).toMatchObject([{ name: 'a larger sum', refuted: true }]);
  });

  it('refutes a false claim with the smallest instance', () => {
    const outcome = examine({ theorem: claiming(({ a, b }) => ({ 'at most 60': 60 - a, 'b is free': b })) });
    expect(outcome.verdict).toBe('refuted');
    expect(outcome.because).toBe('the clause "at most 60" is violated');
    expect(outcome.counterexample).toMatchObject({
      instance: { a: 61, b: 0 },
      clause: 'at most 60',
      margin: -1,
      allowance: 0,
    });
  });

  it('shrinks within one clause even when a smaller instance violates another', () => {
    const outcome = examine({
      theorem: claiming(({ a }) => ({ 'large a': a > 70 ? -1 : 1, 'small a': a < 30 && a > 0 ? -1 : 1 })),
    });
    const { clause, instance } = outcome.counterexample ?? {};
    expect([
      ['large a', 71],
      ['small a', 1],
    ]).toContainEqual([clause, (instance as Pair | undefined)?.a]);
  });

  it('refutes NaN', () => {
    const outcome = examine({ theorem: claiming(({ a }) => ({ quotient: a === 0 ? 0 / a : 1 })) });
    expect(outcome).toMatchObject({ verdict: 'refuted', counterexample: { instance: { a: 0, b: 0 }, margin: NaN } });
  });

  it('refutes when the allowance itself is NaN', () => {
    expect(examine({ allowance: roundoff(() => NaN, 'planted') }).verdict).toBe('refuted');
  });

  it('lets a margin use its allowance and no more, and reports the share', () => {
    const off = claiming(() => ({ close: -3 * UNIT_ROUNDOFF }));
    const held = examine({
      theorem: off,
      allowance: roundoff(() => 4, 'three operations'),
      survives: {},
      breaks: { nothing: { instead: { margins: () => ({ close: -1 }) } } },
    });
    expect(held.verdict).toBe('held');
    expect(held.tightest).toEqual({
      clause: 'close',
      margin: -3 * UNIT_ROUNDOFF,
      allowance: 4 * UNIT_ROUNDOFF,
      share: 0.75,
    });
    expect(examine({ theorem: off, allowance: roundoff(() => 2, 'planted: too few') }).verdict).toBe('refuted');
  });

  it('passes a crash through with the instance that caused it', () => {
    const crashing = claiming(({ a }) => {
      if (a > 10) throw new TypeError('no such thing');
      return { fine: 1 };
    });
    expect(() => examine({ theorem: crashing })).toThrow(Crashed);
    expect(() => examine({ theorem: crashing })).toThrow(
      /could not be computed for \{"a":\d+,"b":\d+\}: no such thing/,
    );
  });

  it('does not let a crash met while shrinking hide a violation', () => {
    const both = claiming(({ a }) => {
      if (a < 40) throw new TypeError('planted');
      return { 'at most 60': 60 - a };
    });
    const outcome = examine(
      {
        theorem: both,
        given: fc.record({ a: fc.integer({ min: 0, max: 100 }).filter((a) => a >= 40 || a < 5), b: fc.constant(0) }),
      },
      crashFree(both),
    );
    expect(outcome).toMatchObject({ verdict: 'refuted', counterexample: { clause: 'at most 60' } });
  });

  it('calls a claim vacuous when the generator breaks a hypothesis', () => {
    const outcome = examine({ given: fc.record({ a: fc.integer({ min: 0, max: 200 }), b: fc.constant(0) }) });
    expect(outcome).toMatchObject({
      verdict: 'vacuous',
      because: 'the generator broke the hypothesis "a is at most 100"',
    });
  });

  it('calls a claim vacuous when a regime is never visited', () => {
    const outcome = examine({ regimes: { 'a is negative': ({ a }) => a < 0 } });
    expect(outcome).toMatchObject({
      verdict: 'vacuous',
      because: 'the regime "a is negative" was never visited in 300 cases',
    });
  });

  it('does not trust a claim whose control survives', () => {
    const outcome = examine({ breaks: { 'a harmless change': { activate: adds(-5) } } });
    expect(outcome).toMatchObject({
      verdict: 'untrusted',
      because: 'the control "a harmless change" was not refuted in 300 evaluations',
    });
  });

  it('does not trust a claim without controls', () => {
    expect(examine({ breaks: {} })).toMatchObject({
      verdict: 'untrusted',
      because: 'it names no control that must be refuted',
    });
  });

  it('refutes a claim that does not survive what it says it survives', () => {
    const outcome = examine({ survives: { 'a larger sum': { rescale: adds(150) } } });
    expect(outcome).toMatchObject({
      verdict: 'refuted',
      because: 'it does not survive "a larger sum"',
      counterexample: { clause: 'bounded' },
    });
  });

  it('accepts a false variant of the statement as a control', () => {
    const outcome = examine({
      breaks: { 'a smaller bound': { instead: { margins: ({ a, b }) => ({ bounded: 100 - a - b }) } } },
    });
    expect(outcome).toMatchObject({ verdict: 'held', breaks: [{ name: 'a smaller bound', refuted: true }] });
  });

  it('gives the same outcome for the same seed and another path for another seed', () => {
    const seen: number[] = [];
    const watched = claiming(({ a }) => {
      seen.push(a);
      return { any: 1 };
    });
    const breaks = { never: { instead: { margins: () => ({ any: -1 }) } } };
    const run = (seed: string): number[] => {
      seen.length = 0;
      examine({ theorem: watched, breaks }, seed);
      return [...seen];
    };
    expect(run('one')).toEqual(run('one'));
    expect(run('one')).not.toEqual(run('two'));
  });
});

/** A seed under which the first failure is the violation, not the crash, so that the crash can only be met while shrinking. */
function crashFree(both: DeterministicTheorem<Pair>): string {
  const given = fc.record({ a: fc.integer({ min: 0, max: 100 }).filter((a) => a >= 40 || a < 5), b: fc.constant(0) });
  for (let k = 0; k < 100; k++) {
    try {
      examine({ theorem: both, given }, String(k));
      return String(k);
    } catch (error) {
      if (!(error instanceof Crashed)) throw error;
    }
  }
  throw new Error('no such seed');
}
