import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { claimIn, unpaired } from '../api/claim-files.js';
import { restingOn, testClaims } from '../api/vitest.js';
import { ALPHA } from '../cli/commands/verify.js';
import { readCertificate } from '../cli/certificates/certificate.js';
import { loadClaims } from '../cli/load-claims.js';
import { LockWriter, readLock, staleness } from '../cli/lock/lock-files.js';
import { PROJECT_ROOT } from '../cli/project-root.js';
import type { Verdict } from '../src/theory/outcome.js';

const claims = await loadClaims();
const verdicts = new Map<string, Verdict>();

testClaims(claims, { alpha: ALPHA, onOutcome: ({ claim, verdict }) => verdicts.set(claim, verdict) });

describe('theory.lock.json and theorems/LEDGER.md', () => {
  it('are what `npx bnd lock` would write', async () => {
    // A run of some tests only takes the other verdicts from the lock.
    const known = readLock(PROJECT_ROOT)?.claims ?? {};
    const files = (await LockWriter.of(PROJECT_ROOT, claims, readCertificate)).files(
      (id) => verdicts.get(id) ?? known[id]?.verdict,
    );
    const diff = staleness(PROJECT_ROOT, files);
    expect(diff === '', `the theory changed; run \`npx bnd lock\` and commit both files:\n${diff}`).toBe(true);
  });
});

describe('the folders of claims', () => {
  it('pair every theorem with evidence', () => {
    expect(unpaired(['a/x', 'a/y'], ['a/x', 'a/y'])).toBeUndefined();
    expect(unpaired(['a/x', 'a/y'], ['a/x'])).toBe('theorems/a/y has no evidence: write properties/a/y.');
    expect(unpaired(['a/x'], ['a/x', 'b/z'])).toBe('properties/b/z has no theorem: write theorems/b/z.');
  });

  it('hold one claim a file, with the path for its id', () => {
    const [first] = claims;
    expect(claimIn({ default: first }, first?.theorem.id ?? '')).toBe(first);
    expect(() => claimIn({ default: first }, 'a/x')).toThrow(
      `properties/a/x: is evidence for ${first?.theorem.id ?? ''}`,
    );
    expect(() => claimIn({ evidence: first }, 'a/x')).toThrow('properties/a/x: needs `export default evidence({...})`');
  });

  it('hold no circle', () => {
    const [first] = claims;
    if (first === undefined) throw new Error('there are no claims');
    const above = { ...first.theorem, id: 'a/above', uses: [first.theorem] };
    expect(restingOn(above)).toEqual(['a/above', ...restingOn(first.theorem)]);
    const { id } = first.theorem;
    expect(() => restingOn(above, [id])).toThrow(`a circle: ${id} -> a/above -> ${id}`);
  });
});

describe('every claim', () => {
  it.each(claims.map((claim) => [claim.theorem.id, claim] as const))(
    '%s cites a derivation that exists',
    (_, claim) => {
      const { source } = claim.theorem;
      if (source.kind !== 'derived') return;
      const [file = '', anchor = ''] = source.cite.split('#');
      const headings = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8').matchAll(/^## (.+)$/gm);
      expect([...headings].map(([, title = '']) => title.toLowerCase().replaceAll(' ', '-'))).toContain(anchor);
    },
  );
});
