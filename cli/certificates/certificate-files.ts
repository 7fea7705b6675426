import type { Kind } from '../../src/checker/theorems.js';
import { namesIfThere, textIfThere } from '../if-there.js';
import { PROJECT_ROOT } from '../project-root.js';
import { readCertificate, type Stated } from './certificate.js';

/** The folder of certificates, relative to the root. */
export const CERTIFICATES = 'certificates';

/** Bytes: five times the largest certificate there is. Checking takes time in proportion. */
export const MOST_CERTIFICATE = 2 ** 20;

export function certificateFile(kind: Kind): string {
  return `${CERTIFICATES}/${kind}.json`;
}

/** Texts of the certificates below a root, by path from there. @throws BadInput when one cannot be read or is too large */
export function certificateTexts(root: string): ReadonlyMap<string, string> {
  const files = namesIfThere(root, CERTIFICATES, true)
    .filter((name) => name.endsWith('.json') && !name.includes('/'))
    .map((name) => `${CERTIFICATES}/${name}`);
  return new Map(files.map((file) => [file, textIfThere(root, file, MOST_CERTIFICATE) ?? '']));
}

/** What certificates say of a claim. */
export interface Certified {
  readonly file: string;
  readonly digest: string;
  readonly statement: string;
}

/**
 * The certificates of each claim. Without a check of their proofs, unless `read` makes one: `npm test` checks all that are committed.
 */
export function certifiedClaims(
  texts: ReadonlyMap<string, string>,
  read: (text: string) => Stated | string = readCertificate,
): ReadonlyMap<string, readonly Certified[]> {
  const claims = new Map<string, Certified[]>();
  for (const [file, text] of texts) {
    const certificate = read(text);
    if (typeof certificate === 'string') continue;
    for (const [id, statement] of Object.entries(certificate.certifies)) {
      claims.set(id, [...(claims.get(id) ?? []), { file, digest: certificate.digest, statement }]);
    }
  }
  return claims;
}

let known: ReadonlyMap<string, readonly Certified[]> | undefined;

/** What the certificates of this program say of a claim: read once, digests compared, proofs not checked. */
export function certificatesFor(id: string): readonly Certified[] {
  known ??= certifiedClaims(certificateTexts(PROJECT_ROOT));
  return known.get(id) ?? [];
}
