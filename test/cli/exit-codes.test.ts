import { describe, expect, test } from 'vitest';
import { exitCodeOf } from '../../cli/exit-codes.js';
import { evidence, examine } from '../../src/theory/claim.js';
import type { Outcome, Verdict } from '../../src/theory/outcome.js';
import { exactly } from '../../src/theory/allowance.js';
import { conjecture } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { type Coin, coins, stated } from '../theory/toys.js';

/** The outcome of a claim that is false as it stands. */
const refuted: Outcome = examine(
  evidence<Coin>({
    theorem: theorem<Coin>({
      ...stated,
      id: 'toy/guess',
      kind: 'exact',
      source: conjecture('here'),
      margins: ({ sides }) => ({ few: 3 - sides }),
    }),
    given: coins,
    cases: 50,
    allowance: exactly('integers'),
    breaks: { never: { instead: { margins: () => ({ few: -1 }) } } },
  }),
  { seed: '1', level: 1e-6, effort: 1 },
);
const gating = (verdict: Verdict): Outcome => ({ ...refuted, gates: true, verdict });

describe('the exit code', () => {
  test('is that of the gravest verdict', () => {
    expect(exitCodeOf([gating('held'), gating('undecided')])).toBe(3);
    expect(exitCodeOf([gating('undecided'), gating('vacuous')])).toBe(2);
    expect(exitCodeOf([gating('untrusted'), gating('refuted'), gating('held')])).toBe(1);
    expect(exitCodeOf([gating('held')])).toBe(0);
  });

  test('does not count a conjecture, refuted as it may be', () => {
    expect(refuted).toMatchObject({ verdict: 'refuted', gates: false, counterexample: { instance: { sides: 4 } } });
    expect(exitCodeOf([gating('held'), refuted])).toBe(0);
  });
});
