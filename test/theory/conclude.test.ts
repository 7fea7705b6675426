import { expect, test } from 'vitest';
import { concluded, type Findings } from '../../src/theory/conclude.js';

const control = (name: string, refuted: boolean) => ({ name, refuted, evaluations: 7 });
const regime = { name: 'low', visits: 3, atLeast: 0.1, decision: 'certified', happened: 9, trials: 50 } as const;
const fine: Findings = {
  own: { verdict: 'held', because: 'it was not refuted' },
  broken: undefined,
  cases: 20,
  regimes: [regime],
  survives: [control('harmless', false)],
  breaks: [control('first', true), control('second', true)],
};

test('A verdict is the first that applies: a counterexample, a vacuous trial, what must be survived, controls, the claim', () => {
  // From the last on: each comes before all that were put in before it.
  let findings = fine;
  const after = (change: Partial<Findings>): readonly string[] => {
    findings = { ...findings, ...change };
    const { verdict, because } = concluded(findings);
    return [verdict, because];
  };
  expect(after({})).toEqual(['held', 'it was not refuted']);
  expect(after({ own: { verdict: 'undecided', because: 'too few' } })).toEqual(['undecided', 'too few']);
  expect(after({ breaks: [] })).toEqual(['untrusted', 'it names no control that must be refuted']);
  expect(after({ breaks: [control('first', true), control('second', false)] })).toEqual([
    'untrusted',
    'the control "second" was not refuted in 7 evaluations',
  ]);
  expect(after({ survives: [control('harmless', false), control('harmful', true)] })).toEqual([
    'refuted',
    'it does not survive "harmful"',
  ]);
  expect(after({ regimes: [regime, { ...regime, visits: 0 }] })).toEqual([
    'vacuous',
    'the regime "low" was never visited in 20 cases',
  ]);
  expect(after({ broken: 'a > 0' })).toEqual(['vacuous', 'the generator broke the hypothesis "a > 0"']);
  expect(after({ own: { verdict: 'refuted', because: 'it is false' } })).toEqual(['refuted', 'it is false']);
});
