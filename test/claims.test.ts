import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALPHA } from '../cli/commands/verify.js';
import { readCertificate } from '../cli/certificates/certificate.js';
import { claimIn, loadClaims, unpaired } from '../cli/load-claims.js';
import { LockWriter, readLock, staleness } from '../cli/lock/lock-files.js';
import { PROJECT_ROOT } from '../cli/project-root.js';

import { examine } from '../src/theory/claim.js';
import { shareOf } from '../src/theory/ledger.js';
import type { Verdict } from '../src/theory/outcome.js';
import type { Theorem } from '../src/theory/theorem.js';

const claims = await loadClaims();
const verdicts = new Map<string, Verdict>();

describe('the theory', () => {
  it.each(claims.map((claim) => [claim.theorem.id, claim] as const))(
    '%s holds, and its controls are refuted',
    (_, claim) => {
      const outcome = examine(claim, { seed: '1', level: shareOf(claim, claims, ALPHA), effort: 1 });
      verdicts.set(outcome.claim, outcome.verdict);
      // A conjecture may fall at any time; what may not happen is that nothing came of it.
      if (outcome.gates) expect(outcome, outcome.because).toMatchObject({ verdict: 'held' });
      else expect(['held', 'refuted'], outcome.because).toContain(outcome.verdict);
    },
  );
});

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
});

describe('every claim', () => {
  it.each(claims.map((claim) => [claim.theorem.id, claim] as const))(
    '%s knows its instances again when they come back from a file',
    (_, { sample, subject }) => {
      for (const instance of sample(100, 7)) {
        const text = JSON.stringify(instance);
        const read: unknown = JSON.parse(text);
        const outside = subject.outside(read);
        // Where a witness is looked for, the generator may go beyond the hypotheses: the search does not.
        if (subject.seeks === 'witness') expect(outside ?? '', text).not.toContain('its generator');
        else expect(outside, text).toBeUndefined();
      }
      expect(subject.outside({ ...Object(sample(1, 7)[0]), planted: 1 })).toBeDefined();
      expect(subject.outside(null)).toBeDefined();
    },
  );

  it.each(claims.map((claim) => [claim.theorem.id, claim] as const))(
    '%s rests on claims of the suite, without a circle',
    (_, claim) => {
      const below = (theorem: Theorem, path: readonly string[]): readonly string[] => {
        if (path.includes(theorem.id)) throw new Error(`a circle: ${[...path, theorem.id].join(' -> ')}`);
        return [theorem.id, ...theorem.uses.flatMap((used) => below(used, [...path, theorem.id]))];
      };
      const known = claims.map(({ theorem }) => theorem.id);
      for (const id of below(claim.theorem, [])) expect(known).toContain(id);
    },
  );

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
