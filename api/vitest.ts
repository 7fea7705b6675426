/**
 * Turns a theory into tests of vitest: one for each claim's verdict, and those of what a claim must be besides.
 *
 * @packageDocumentation
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { type Claim, examine } from '../src/theory/claim.js';
import { shareOf } from '../src/theory/ledger.js';
import type { Outcome } from '../src/theory/outcome.js';
import type { Theorem } from '../src/theory/theorem.js';
import { claimsIn } from './claim-files.js';

/** How claims are judged where they are tests. */
export interface TheoryTests {
  /** Every draw follows from it. '1' unless stated. */
  readonly seed?: string;
  /** The probability, over everything random, that a run says anything false of a true theory. 1e-6 unless stated. */
  readonly alpha?: number;
  /** Multiplies the budgets of cases and draws. 1 unless stated. */
  readonly effort?: number;
  /** Told of every outcome, also of one that fails its test. */
  readonly onOutcome?: (outcome: Outcome) => void;
}

/**
 * Makes tests of the theory in a folder that holds `theorems/<chapter>/<name>.ts` and `properties/<chapter>/<name>.ts`.
 *
 * For a test file of vitest: `await testTheory(import.meta.dirname)`. A claim that is refuted, undecided, untrusted or vacuous
 * fails; a conjecture may be refuted.
 * @param folder its path, or its URL
 * @throws Error when a theorem has no evidence, evidence no theorem, or a file exports no claim of its own name
 */
export async function testTheory(folder: string | URL, options: TheoryTests = {}): Promise<void> {
  const root = folder instanceof URL ? fileURLToPath(folder) : folder;
  // Not import(): for a file of a package that is Node's own, which cannot read TypeScript.
  testClaims(await claimsIn({ root, ending: '.ts', load: (path) => vi.importActual(path) }), options);
}

/** Makes tests of claims that are loaded already. */
export function testClaims(claims: readonly Claim[], options: TheoryTests = {}): void {
  const { seed = '1', alpha = 1e-6, effort = 1, onOutcome } = options;
  const named = claims.map((claim) => [claim.theorem.id, claim] as const);
  const known = claims.map(({ theorem }) => theorem.id);

  describe('the theory', () => {
    it.each(named)('%s holds, and its controls are refuted', (_, claim) => {
      const outcome = examine(claim, { seed, level: shareOf(claim, claims, alpha), effort });
      onOutcome?.(outcome);
      // A conjecture may fall at any time; what may not happen is that nothing came of it.
      if (outcome.gates) expect(outcome, outcome.because).toMatchObject({ verdict: 'held' });
      else expect(['held', 'refuted'], outcome.because).toContain(outcome.verdict);
    });
  });

  describe('every claim', () => {
    it.each(named)('%s knows its instances again when they come back from a file', (_, { sample, subject }) => {
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
    });

    it.each(named)('%s rests on claims of the theory, without a circle', (_, claim) => {
      for (const id of restingOn(claim.theorem)) expect(known).toContain(id);
    });
  });
}

/** The ids of a theorem and of all that it rests on. @throws Error when it rests on itself */
export function restingOn(theorem: Theorem, path: readonly string[] = []): readonly string[] {
  if (path.includes(theorem.id)) throw new Error(`a circle: ${[...path, theorem.id].join(' -> ')}`);
  return [theorem.id, ...theorem.uses.flatMap((used) => restingOn(used, [...path, theorem.id]))];
}
