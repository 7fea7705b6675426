import { canonicalJson } from '../canonical-json.js';
import type { Certified } from '../certificates/certificate-files.js';
import { type Code, digestOf } from '../code-reader.js';
import type { LockEntry } from '../schemas/lock.js';
import type { Claim } from '../../src/theory/claim.js';
import type { Verdict } from '../../src/theory/outcome.js';
import { domainFields } from './domain-fields.js';

/** The two files of a claim, read. */
export interface ClaimCode {
  readonly theorem: Code;
  readonly evidence: Code;
}

/** What the lock says of a claim with this verdict. No time, seed or place in a file, so that it changes only with the claim. */
export function lockEntryOf(
  { theorem, declared, ...claim }: Claim,
  code: ClaimCode,
  verdict: Verdict,
  certified: readonly Certified[] = [],
): LockEntry {
  const { kind, says, formula, source } = theorem;
  const assumes = Object.keys(theorem.assumes);
  const uses = theorem.uses.map(({ id }) => id).sort();
  const probable = theorem.kind === 'probable' ? theorem : theorem.kind === 'exists' ? theorem.rate : undefined;
  return {
    allowance: declared.allowance === undefined ? null : { ...declared.allowance },
    assumes,
    breaks: [...declared.breaks].sort(),
    budget: { ...declared.budget },
    certificates: Object.fromEntries(certified.map(({ file, digest }) => [file, digest])),
    constants: code.theorem.constants,
    domain: domainFields(claim),
    evidence: code.evidence.digest,
    indifference: probable?.indifference ?? null,
    kind,
    probability: probable?.probability ?? null,
    regimes: { ...declared.regimes },
    source: source.kind,
    statement: digestOf(canonicalJson({ kind, says, formula, source, assumes, uses })),
    survives: [...declared.survives].sort(),
    theorem: code.theorem.digest,
    uses,
    verdict,
  };
}
