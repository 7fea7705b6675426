/**
 * States claims and tries them: what `theorems/` and `properties/` of a theory import.
 *
 * A claim is a theorem (hypotheses, signed margins, a source) with its evidence (a generator, an allowance, controls that must
 * refute it), and `examine` ends in a verdict.
 *
 * @packageDocumentation
 */
/** The version of fast-check that a verdict depends on: generators of another copy would draw other instances. */
export { default as fc } from 'fast-check';
export { geometric, grid, seeds, sizes, whole } from '../properties/arbitraries.js';
export { type Allowance, exactly, remainder, roundoff, UNIT_ROUNDOFF } from '../src/theory/allowance.js';
export { type Claim, evidence, examine } from '../src/theory/claim.js';
export type { RatePath, RateStep } from '../src/statistics/rate-path.js';
export type { AnyEvidence, Declaration } from '../src/theory/declaration.js';
export type {
  Control,
  Controls,
  DeterministicEvidence,
  Excluding,
  ExistentialEvidence,
  LawEvidence,
  ProbableEvidence,
  Regime,
  Regimes,
  Swap,
  Variant,
} from '../src/theory/evidence.js';
export type { Case, Examination } from '../src/theory/examination.js';
export type { Asking, Draw, Examining } from '../src/theory/draw.js';
export { suchThat } from '../src/theory/filtering.js';
export type { InstanceReading } from '../src/theory/instance-reading.js';
export { ledger, type LedgerEntry, shareOf, type Spender, type Use } from '../src/theory/ledger.js';
export type {
  ClauseReading,
  ControlReport,
  Counterexample,
  Estimate,
  Outcome,
  RegimeReport,
  TestReport,
  Verdict,
  Witness,
} from '../src/theory/outcome.js';
export { conjecture, derived, literature, observed, paper, type Source } from '../src/theory/source.js';
export type { Subject } from '../src/theory/subject.js';
export {
  type DeterministicTheorem,
  type ExistentialTheorem,
  type Law,
  type LawTheorem,
  type Margins,
  type ProbableTheorem,
  type Theorem,
  theorem,
} from '../src/theory/theorem.js';
export { Crashed } from '../src/theory/trial.js';
