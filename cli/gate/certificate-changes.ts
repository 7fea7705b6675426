import type { Change } from '../../src/gate/change.js';
import type { Pair } from '../../src/gate/pairs.js';
import { type Certified, certifiedClaims } from '../certificates/certificate-files.js';
import { checkCertificate, statedBy } from '../certificates/certificate.js';

/** The certificates of claims in both versions. Those of the base are taken at their word; those of the head must prove it. */
export interface Certificates {
  readonly before: ReadonlyMap<string, readonly Certified[]>;
  readonly after: ReadonlyMap<string, readonly Certified[]>;
}

/** Reads the certificates of two versions. A text that both have is not checked again: `npm test` did. */
export function certificatesOf(base: ReadonlyMap<string, string>, head: ReadonlyMap<string, string>): Certificates {
  const known = new Set(base.values());
  return {
    before: certifiedClaims(base, statedBy),
    after: certifiedClaims(head, (text) => (known.has(text) ? statedBy(text) : checkCertificate(text))),
  };
}

/** What became of the certificates of a claim. One that is tampered with, or proves nothing, is lost. */
export function certificateChanges({ before, after }: Pair, certificates: Certificates): readonly Change[] {
  const old = certificates.before.get(before?.claim.theorem.id ?? '') ?? [];
  const claim = after?.claim.theorem.id;
  if (claim === undefined) return []; // a claim that is gone is a change of its own
  const now = certificates.after.get(claim) ?? [];
  const twin = (one: Certified, among: readonly Certified[]): Certified | undefined =>
    among.find(({ file }) => file === one.file);
  const change = (kind: Change['class'], of: string, was: string, is: string): Change => ({
    class: kind,
    claim,
    of,
    before: was,
    after: is,
  });
  return [
    ...old.flatMap((one) => {
      const next = twin(one, now);
      if (next === undefined) return [change('certificate-lost', one.file, one.statement, 'not certified')];
      return next.statement === one.statement
        ? []
        : [change('certificate-restated', one.file, one.statement, next.statement)];
    }),
    ...now
      .filter((one) => twin(one, old) === undefined)
      .map((one) => change('certificate-gained', one.file, 'not certified', one.statement)),
  ];
}
