import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledger, type LedgerEntry, levels, shareOf, type Use } from '../../src/theory/ledger.js';

interface Spender {
  readonly theorem: { readonly id: string };
  readonly uses: readonly Use[];
}

const ALPHA = 1e-6;
const weights = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -30, max: 30 }).map((power) => 2 ** power),
  fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
);
const spenders: fc.Arbitrary<readonly Spender[]> = fc
  .array(fc.array(weights, { maxLength: 8 }), { maxLength: 12 })
  .map((claims) =>
    claims.map((uses, i) => ({
      theorem: { id: `chapter/claim ${i}` },
      uses: uses.map((weight, j) => ({ use: `use ${j}`, weight })),
    })),
  );
const alphas = fc.constantFrom(1e-9, ALPHA, 0.05, 1 / 3, 1);

const spent = (entries: readonly LedgerEntry[]): number => entries.reduce((sum, { alpha }) => sum + alpha, 0);

/** Whether whatever the claims are, the parts of what a ledger grants sum to the whole at most. */
function keeps(granting: typeof ledger): boolean {
  const property = fc.property(spenders, alphas, (claims, alpha) => spent(granting(claims, alpha)) <= alpha);
  return !fc.check(property, { numRuns: 500 }).failed;
}

describe('the ledger', () => {
  it('grants no more than there is, whatever the claims, their uses and weights', () => {
    expect(keeps(ledger)).toBe(true);
  });

  it('would grant more when each claim got the whole, or each use its claim’s share', () => {
    const wholeToEach: typeof ledger = (claims, alpha) =>
      claims.flatMap(({ theorem: { id }, uses }) =>
        uses.map(({ use }) => ({ claim: id, use, alpha: levels(uses, alpha)(use) })),
      );
    const shareToEach: typeof ledger = (claims, alpha) =>
      claims.flatMap((claim) =>
        claim.uses.map(({ use }) => ({ claim: claim.theorem.id, use, alpha: shareOf(claim, claims, alpha) })),
      );
    expect(keeps(wholeToEach)).toBe(false);
    expect(keeps(shareToEach)).toBe(false);
  });

  it('grants nothing where nothing is spent', () => {
    const idle = { theorem: { id: 'chapter/idle' }, uses: [] };
    expect([shareOf(idle, [idle, idle], ALPHA), shareOf(idle, [], ALPHA)]).toEqual([0, 0]);
  });

  it('grants all of it but a part of 1e-9 when there is any use with weight', () => {
    fc.assert(
      fc.property(spenders, alphas, (claims, alpha) => {
        fc.pre(claims.some(({ uses }) => uses.some(({ weight }) => weight > 0)));
        expect(spent(ledger(claims, alpha))).toBeGreaterThanOrEqual(alpha * (1 - 1e-9));
      }),
    );
  });

  it('grants each use in proportion to its weight, and nothing that is not a number', () => {
    fc.assert(
      fc.property(spenders, alphas, (claims, alpha) => {
        const all = claims.flatMap(({ uses }) => uses).reduce((sum, { weight }) => sum + weight, 0);
        const found = ledger(claims, alpha);
        const expected = claims.flatMap(({ uses }) =>
          uses.map(({ weight }) => (all === 0 ? 0 : (alpha * weight) / all)),
        );
        expect(found).toHaveLength(expected.length);
        found.forEach((entry, i) => {
          const exact = expected[i] ?? NaN;
          expect(Math.abs(entry.alpha - exact)).toBeLessThanOrEqual(1e-9 * exact); // twice the 1e-10 kept for rounding
        });
      }),
    );
  });

  it('grants a claim the same whichever claims run, given all claims of the suite', () => {
    fc.assert(
      fc.property(spenders, fc.infiniteStream(fc.boolean()), (claims, runs) => {
        const selected = claims.filter(() => runs.next().value);
        const whole = ledger(claims, ALPHA);
        for (const claim of selected) {
          const level = levels(claim.uses, shareOf(claim, claims, ALPHA));
          const own = whole.filter((entry) => entry.claim === claim.theorem.id);
          expect(claim.uses.map(({ use }) => level(use))).toEqual(own.map(({ alpha }) => alpha));
        }
      }),
    );
  });

  it('grants nothing to a claim that spends nothing, and takes nothing from others for it', () => {
    const claim = (id: string, uses: readonly Use[]): Spender => ({ theorem: { id }, uses });
    const one = claim('one', [{ use: 'refute', weight: 1 }]);
    for (const idle of [claim('idle', []), claim('idle', [{ use: 'rest', weight: 0 }])]) {
      expect(shareOf(idle, [one, idle], ALPHA)).toBe(0);
      expect(shareOf(one, [one, idle], ALPHA)).toBe(shareOf(one, [one], ALPHA));
      expect(spent(ledger([idle], ALPHA))).toBe(0);
      expect(ledger([idle], ALPHA)).toEqual(idle.uses.map(({ use }) => ({ claim: 'idle', use, alpha: 0 })));
    }
    expect(ledger([], ALPHA)).toEqual([]);
  });

  it('refuses a use that the claim does not name', () => {
    expect(() => levels([{ use: 'refute', weight: 1 }], ALPHA)('certify')).toThrow(
      'ledger: needs a use that the claim names; came "certify".',
    );
  });

  it('refuses a use that is named twice, which would be granted twice', () => {
    const twice = [1, 3].map((weight) => ({ use: 'refute', weight }));
    expect(() => levels(twice, ALPHA)).toThrow('ledger: needs uses of different names; came "refute" twice.');
  });
});
