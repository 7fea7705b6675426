import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Claim } from '../../src/theory/claim.js';
import type { Verdict } from '../../src/theory/outcome.js';
import { BadInput } from '../bad-input.js';
import { checkCertificate } from '../certificates/certificate.js';
import { type Certified, certificateTexts, certifiedClaims } from '../certificates/certificate-files.js';
import { canonicalJson } from '../canonical-json.js';
import { type Code, codeReader } from '../code-reader.js';
import { textIfThere } from '../if-there.js';
import { lineDiff } from '../line-diff.js';
import { parseJson } from '../parse-json.js';
import { type LockEntry, theoryLock, type TheoryLock } from '../schemas/lock.js';
import { ledgerPage } from './ledger-page.js';
import { lockEntryOf } from './lock-entry.js';

/** Relative to the root of the project. */
export const LOCK = 'theory.lock.json';
export const LEDGER = 'theorems/LEDGER.md';

/** The two generated files, as texts. */
export interface LockFiles {
  readonly lock: string;
  readonly ledger: string;
}

/** Reads claims into what the two files say of them. The sources are read once, and the certificates checked once. */
export class LockWriter {
  private constructor(
    private readonly root: string,
    private readonly claims: readonly Claim[],
    private readonly read: (text: string) => Code,
    private readonly certified: ReadonlyMap<string, readonly Certified[]>,
  ) {}

  /**
   * @param root the folder that holds theorems/ and properties/ of these claims, as TypeScript
   * @param certificate what a text certifies, or why it does not: a test that checks proofs elsewhere need not check them again
   */
  static async of(root: string, claims: readonly Claim[], certificate = checkCertificate): Promise<LockWriter> {
    return new LockWriter(root, claims, await codeReader(), certifiedClaims(certificateTexts(root), certificate));
  }

  entry(claim: Claim, verdict: Verdict): LockEntry {
    const { id } = claim.theorem;
    const read = (folder: string): Code => this.read(readFileSync(join(this.root, folder, `${id}.ts`), 'utf8'));
    return lockEntryOf(
      claim,
      { theorem: read('theorems'), evidence: read('properties') },
      verdict,
      this.certified.get(id),
    );
  }

  /** Both files. @throws BadInput when a claim has no verdict */
  files(verdictOf: (id: string) => Verdict | undefined): LockFiles {
    const entries = Object.fromEntries(
      this.claims.map((claim) => {
        const { id } = claim.theorem;
        const verdict = verdictOf(id);
        if (verdict !== undefined) return [id, this.entry(claim, verdict)];
        throw new BadInput(`${LOCK}: needs a verdict on every claim; came none on ${id}. Run npx bnd lock.`);
      }),
    );
    const lock: TheoryLock = { version: 1, claims: entries };
    return { lock: canonicalJson(lock), ledger: ledgerPage(this.claims, entries, this.certified) };
  }
}

/** The committed lock; undefined when there is none. @throws BadInput when it is no lock */
export function readLock(root: string): TheoryLock | undefined {
  const text = textIfThere(root, LOCK);
  return text === undefined ? undefined : parseLock(text, LOCK);
}

/** A lock from its text. @throws BadInput when it is none, which says where */
export function parseLock(text: string, where: string): TheoryLock {
  const refuse = (what: string): BadInput =>
    new BadInput(`${where}: needs a lock as \`bnd lock\` writes it; came ${what}. Run npx bnd lock.`);
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    const what =
      error instanceof SyntaxError && error.message.startsWith('nests') ? `JSON that ${error.message}` : 'no JSON';
    throw refuse(text.includes('<<<<<<<') ? 'an unfinished merge' : what);
  }
  const parsed = theoryLock.safeParse(value);
  if (parsed.success) return parsed.data;
  throw refuse(z.prettifyError(parsed.error).split('\n').slice(0, 2).join('').trim());
}

/** How the committed files differ from what they should be, as diffs; empty when they are current. */
export function staleness(root: string, current: LockFiles): string {
  const committed = (name: string): string => textIfThere(root, name) ?? '';
  return [lineDiff(LOCK, committed(LOCK), current.lock), lineDiff(LEDGER, committed(LEDGER), current.ledger)]
    .filter((diff) => diff !== '')
    .join('\n');
}
