import fc from 'fast-check';
import { type Claim, examine } from '../../src/theory/claim.js';
import type { Case, Examination } from '../../src/theory/examination.js';
import type { Outcome } from '../../src/theory/outcome.js';
import { type Coin, still } from './toys.js';

/** The only instance of a domain, so that every number of an outcome can be told beforehand. */
export const coin = { sides: 3 };
export const given: fc.Arbitrary<Coin> = fc.record({ sides: fc.constant(3) });
export const regimes = { three: ({ sides }: Coin) => sides === 3 };
export const loud = { ...still.activate, name: 'loud' };
const HOW: Examination = { seed: 'whole', level: 1e-6, effort: 1 };

export interface Watched {
  readonly outcome: Outcome;
  readonly progress: readonly (readonly [number, number])[];
  readonly cases: readonly Case[];
  readonly told: number;
}

/** Judges a claim and keeps all that was told meanwhile. */
export function watched(claim: Claim, how: Partial<Examination> = {}): Watched {
  const [progress, cases]: [[number, number][], Case[]] = [[], []];
  let told = 0;
  const outcome = examine(claim, {
    ...HOW,
    onProgress: (done, total) => progress.push([done, total]),
    onCase: (observed) => cases.push(observed),
    onEvaluation: () => (told += 1),
    ...how,
  });
  return { outcome, progress, cases, told };
}

/** The case of a draw of the claim itself that passes. */
export const passing = (clause: string, margin: number): Case => ({
  control: '',
  instance: coin,
  status: 'passed',
  because: '',
  readings: [{ clause, margin, allowance: 0, share: 0 }],
  regimes: ['three'],
});

/** What outcomes of every kind have in common here. */
export const common = {
  gates: true,
  verdict: 'held',
  seed: 'whole',
  counterexample: undefined,
  estimate: undefined,
  warnings: [],
};
/** One batch of fifty certifies what always comes up. */
export const three = { name: 'three', atLeast: 0.01, decision: 'certified', happened: 50, trials: 50 };
