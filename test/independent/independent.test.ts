import { describe, expect, it } from 'vitest';
import { idsIn } from '../../api/claim-files.js';
import { ROOT } from '../cli/run.js';
import { disagreements } from './check.js';
import { finite } from './finite.js';
import { laws } from './laws.js';
import { sphere } from './sphere.js';
import { wide } from './wide.js';

const checks = [...finite, ...laws, ...sphere, ...wide];
const chapterOf = (id: string): string => id.split('/')[0] ?? '';

describe('a second implementation', () => {
  it('decides claims of every chapter', () => {
    const claims = idsIn(`${ROOT}theorems`);
    for (const { claim } of checks) expect(claims).toContain(claim);
    expect(new Set(checks.map(({ claim }) => chapterOf(claim)))).toEqual(new Set(claims.map(chapterOf)));
  });

  it.each(checks.map((check) => [check.claim, check] as const))('agrees on %s', (_, { compare }) => {
    const found = compare(false);
    expect(found.length).toBeGreaterThan(0);
    expect(disagreements(found)).toEqual([]);
  });

  it.each(checks.map((check) => [check.claim, check] as const))('notices a slip planted in %s', (_, { compare }) => {
    expect(disagreements(compare(true)).length).toBeGreaterThan(0);
  });

  it('does not take NaN for agreement', () => {
    const one = { quantity: 'x', ours: NaN, plain: NaN, allowance: 1 };
    expect(disagreements([one])).toEqual(['x: NaN against NaN, allowed 1']);
  });
});
