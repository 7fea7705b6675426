import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readExact, writeExact } from '../../cli/jobs/exact-json.js';
import { jobOf, resultOf } from '../../cli/jobs/job-schemas.js';
import { loadClaim, loadClaims } from '../../cli/load-claims.js';

/** Plain data with all that JSON cannot say, and with words that look like ours. */
const data = fc.record(
  {
    value: fc.jsonValue(),
    special: fc.array(fc.constantFrom(NaN, Infinity, -Infinity, -0, undefined, null, '$', '$NaN', '$$-0', 5e-324)),
    number: fc.double(),
  },
  { noNullPrototype: true },
);

describe('JSON for jobs', () => {
  test('reads back the value that was written, to the bit', () => {
    fc.assert(
      fc.property(data, (value) => {
        expect(readExact(writeExact(value))).toStrictEqual(value);
      }),
    );
    // What it is for: plain JSON keeps none of these.
    expect(JSON.parse(JSON.stringify([NaN, -0, undefined]))).not.toStrictEqual([NaN, -0, undefined]);
  });

  test('carries every instance of every claim, so that it is still one', async () => {
    const lost = (await loadClaims()).flatMap(({ theorem: { id }, sample, subject: { given } }) =>
      sample(5, 1).flatMap((instance) => (given.canShrinkWithoutContext(readExact(writeExact(instance))) ? [] : [id])),
    );
    expect(lost).toEqual([]);
  });
});

describe('a job from elsewhere', () => {
  test('is of a kind that is known, with a task of that kind', () => {
    expect(() => jobOf('run', { command: 'rm' })).toThrow('job: needs one of range, draws, leg; came "run".');
    expect(() => jobOf('constructor', {})).toThrow('came "constructor"');
    expect(() => jobOf('draws', { claim: 'a/b', draws: [{ control: '' }] })).toThrow(/"key"/);
    expect(jobOf('draws', { claim: 'a/b', draws: [] })).toEqual({ kind: 'draws', task: { claim: 'a/b', draws: [] } });
  });

  test('names a claim, never a file', async () => {
    for (const id of ['../../cli/main', 'law/../../cli/main', 'law', '', '__proto__'])
      await expect(loadClaim(id)).rejects.toThrow(`loadClaim: needs the id of a claim; came ${JSON.stringify(id)}.`);
    expect((await loadClaim('law/only-inner-products-count')).theorem.id).toBe('law/only-inner-products-count');
  });

  test('comes to something of its kind, with its keys in their order', () => {
    const result = { milliseconds: NaN, outcomes: [Infinity, -0] };
    expect(resultOf('draws', result)).toBe(result);
    expect(() => resultOf('range', [[1], ['2']])).toThrow('job: needs what comes of range; came [[1],["2"]].');
  });
});
