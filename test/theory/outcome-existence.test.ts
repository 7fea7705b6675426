import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactly } from '../../src/theory/allowance.js';
import { type Claim, evidence } from '../../src/theory/claim.js';
import type { ExistentialEvidence } from '../../src/theory/evidence.js';
import { conjecture } from '../../src/theory/source.js';
import { type ExistentialTheorem, theorem } from '../../src/theory/theorem.js';
import { type Coin, stated } from './toys.js';
import { common, watched } from './watched.js';

describe('a claim that something exists', () => {
  const places: fc.Arbitrary<Coin> = fc.record({ sides: fc.integer({ min: 2, max: 6 }) });
  const none = { change: { instead: { margins: () => ({ there: -1 }) } }, because: 'it says so' };
  const claimed = (changed: Partial<ExistentialTheorem<Coin>> = {}, least = 5): ExistentialTheorem<Coin> =>
    theorem<Coin>({
      ...stated,
      id: 'toy/exists',
      kind: 'exists',
      margins: ({ sides }) => ({ there: sides - least }),
      ...changed,
    });
  const make = (changed: Partial<ExistentialEvidence<Coin>> = {}, least = 5): Claim =>
    evidence<Coin>({
      theorem: claimed({}, least),
      given: places,
      evaluations: 40,
      allowance: exactly('whole'),
      survives: { quiet: {} },
      breaks: { none },
      ...changed,
    });

  it('has this outcome', () => {
    const { outcome, progress, cases } = watched(make());
    const { cases: looked, evaluations, ...rest } = outcome;
    const readings = [{ clause: 'there', margin: 0, allowance: 0, share: 0 }];
    const quiet = outcome.survives[0]?.evaluations ?? NaN;
    expect(rest).toEqual({
      ...common,
      claim: 'toy/exists',
      kind: 'exists',
      because: `a witness after ${looked} of 40 evaluations`,
      tightest: readings[0],
      witness: { instance: { sides: 5 }, readings },
      tests: [],
      regimes: [],
      survives: [{ name: 'quiet', refuted: false, evaluations: quiet }],
      breaks: [{ name: 'none', refuted: true, evaluations: 40 }],
    });
    expect(looked).toBeLessThanOrEqual(10);
    expect(evaluations).toBeGreaterThanOrEqual(looked + quiet + 40);
    expect(progress.every(([, total]) => total === 120)).toBe(true);
    expect(progress[0]).toEqual([1, 120]);
    const done = progress.map(([n]) => n);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    // Each search begins where the budget of the last one ends.
    for (const begun of [41, 81]) expect(done).toContain(begun);
    const empty = cases.filter(({ control }) => control === 'none');
    expect(done.at(-1)).toBe(80 + empty.length);
    expect(empty.length).toBeGreaterThan(30); // what was looked at before is not looked at again
    expect(empty.length).toBeLessThanOrEqual(40);
    for (const observed of empty) expect(observed).toMatchObject({ status: 'gave_up', because: 'there', regimes: [] });
    expect(cases.find(({ control, status }) => control === '' && status === 'passed')).toMatchObject({
      because: '',
      readings: [{ clause: 'there' }],
    });
  });

  it('is undecided without a witness, its own or one that must be left', () => {
    const { outcome } = watched(make({}, 7));
    expect(outcome).toMatchObject({
      verdict: 'undecided',
      because: 'no witness in 40 evaluations, which refutes nothing',
      cases: 40,
      tightest: undefined,
      witness: { instance: { sides: 6 }, readings: [{ clause: 'there', margin: -1 }] },
    });
    expect(watched(make({ survives: { none: none.change } })).outcome).toMatchObject({
      verdict: 'undecided',
      because: 'no witness under "none" in 40 evaluations',
      survives: [{ name: 'none', refuted: true, evaluations: 40 }],
    });
    const both = watched(make({ survives: { none: none.change } }, 7)).outcome;
    expect(both.because).toBe('no witness in 40 evaluations, which refutes nothing');
  });

  it('is untrusted where a control has a witness, cannot be searched, or is missing', () => {
    const easy = { change: { instead: { margins: () => ({ there: 1 }) } }, because: 'a false proof' };
    const { because, verdict } = watched(make({ breaks: { none, easy } })).outcome;
    expect(verdict).toBe('untrusted');
    expect(because).toMatch(/^the control "easy" has a witness, after \d+ evaluations: \{"sides":\d\}$/);
    const outside = { change: { instead: { assumes: { never: () => false } } }, because: 'a domain without instances' };
    expect(watched(make({ breaks: { outside } })).outcome).toMatchObject({
      verdict: 'untrusted',
      because: 'the control "outside" could not be searched',
    });
    expect(watched(make({ breaks: {} })).outcome).toMatchObject({
      verdict: 'untrusted',
      because: 'it names no control that has no witness',
    });
  });

  it('is vacuous where nothing meets the hypotheses', () => {
    const never = claimed({ assumes: { never: () => false } });
    expect(watched(make({ theorem: never })).outcome).toMatchObject({
      verdict: 'vacuous',
      because: 'its generator makes nothing that meets the hypotheses',
      cases: 0,
    });
  });

  it('makes its own witness small, and leaves that of a control as it was found', () => {
    const wide = { given: fc.record({ sides: fc.integer({ min: 2, max: 10_000 }) }) };
    const easy = { change: { instead: { margins: ({ sides }: Coin) => ({ there: sides - 5 }) } }, because: 'not so' };
    const { outcome } = watched(make({ ...wide, breaks: { easy } }));
    expect(outcome.witness?.instance).toEqual({ sides: 5 });
    const found = /\{"sides":(\d+)\}$/.exec(outcome.because)?.[1];
    expect(Number(found)).toBeGreaterThan(5);
  });

  it('says what an instance lacks: the first clause that it does not meet, or all where it has none', () => {
    const lacking = (margins: () => Record<string, number>) =>
      new Set(watched(make({ theorem: claimed({ margins }), evaluations: 3 })).cases.map(({ because }) => because));
    expect(lacking(() => ({ met: 0, also: 1, there: -1, too: -2 }))).toEqual(new Set(['there']));
    expect(lacking(() => ({}))).toEqual(new Set(['event', 'there']));
  });

  it('is undecided where what it must survive cannot be searched', () => {
    const outside = { instead: { assumes: { never: () => false } } };
    expect(watched(make({ survives: { outside } })).outcome).toMatchObject({
      verdict: 'undecided',
      because: 'no witness under "outside" in 0 evaluations',
      survives: [{ name: 'outside', refuted: true, evaluations: 0 }],
    });
  });

  it('gates nothing where it is a conjecture, and reports no test where nothing was found', () => {
    const { outcome } = watched(make({ theorem: claimed({ source: conjecture('hope') }, 7) }));
    expect(outcome).toMatchObject({ gates: false, verdict: 'undecided', tests: [] });
  });

  it('confirms a witness by fresh draws where there is a rate, those of a control at a level of its own', () => {
    const rate = { probability: 0.9, indifference: 0.2 };
    const evaluationsOf = (controls: number): number => {
      const breaks = Object.fromEntries(Array.from({ length: controls }, (_, k) => [`none ${k}`, none]));
      const { outcome } = watched(make({ theorem: claimed({ rate }), evaluations: 200, breaks }));
      expect(outcome).toMatchObject({ verdict: 'held', tests: [{ use: 'the witness', decision: 'certified' }] });
      return outcome.survives[0]?.evaluations ?? NaN;
    };
    // 2/5 of the level for two controls, or for eight: ln 4 nats more, 1/0.7 a draw.
    expect(evaluationsOf(7) - evaluationsOf(1)).toBe(Math.round(Math.log(4) / -Math.log(0.7)));
  });

  it('warns when its witness took more than a quarter of its budget', () => {
    expect(watched(make({ evaluations: 1 }, 2)).outcome.warnings).toEqual([
      'the witness took 1 of 1 evaluations: that as many found none under the controls says little',
    ]);
    expect(watched(make({ evaluations: 4 }, 2)).outcome).toMatchObject({ cases: 1, warnings: [] });
    expect(watched(make({ evaluations: 3 }, 2)).outcome.warnings).toHaveLength(1);
  });

  it('is its controls alone where they are wanted alone', () => {
    const { outcome, progress } = watched(make(), { controlsOnly: true });
    expect(outcome).toMatchObject({
      verdict: 'undecided',
      because: 'no witness in 0 evaluations, which refutes nothing',
      cases: 0,
      evaluations: 40,
      survives: [],
      witness: undefined,
    });
    expect(progress.slice(0, 2)).toEqual([
      [1, 40],
      [2, 40],
    ]);
    expect(watched(make(), { effort: 0.26 }).outcome.breaks[0]?.evaluations).toBe(11);
  });
});
