import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { certificateText, checkCertificate, statedBy } from '../../cli/certificates/certificate.js';
import { acknowledgementOf } from '../../cli/gate/acknowledgement.js';
import { rulesOf } from '../../cli/gate/rules.js';
import { standingOf } from '../../cli/lock/standing.js';
import { parseLock } from '../../cli/lock/lock-files.js';
import { readOutcomes } from '../../cli/sweep/outcomes.js';
import { planOf } from '../../cli/sweep/stored-plan.js';
import { theoryLock } from '../../cli/schemas/lock.js';
import { cellCount } from '../../src/sweep/grid.js';
import { CERTIFIED, type Kind } from '../../src/checker/theorems.js';
import { harmless } from './harmless.js';
import { mutatedJson, mutatedText } from './mutated.js';

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

const whole = theoryLock.parse(json('theory.lock.json'));
const lock = { ...whole, claims: Object.fromEntries(Object.entries(whole.claims).slice(0, 2)) };
const certificate = json('certificates/symmetric-state.json');
const acknowledgement =
  '---\nchanges:\n  - claim: a/b\n    class: claim-removed\n---\n\nIt was wrong, as the counterexample shows.\n';
const plan = {
  grid: {
    points: [7, 8],
    width: [64],
    depth: [20],
    stages: ['recenter+relu'],
    weights: ['gaussian'],
    data: ['gaussian'],
  },
  draws: 8,
  allocation: 'adaptive' as const,
  measures: ['odd-event', 'hitting-time'] as const,
  level: 0.05,
  seed: '1',
  code: 'draws 1, kernel 0',
};
const outcomes = [
  [0, 3],
  [1, null],
];

const kinds = Object.keys(CERTIFIED).filter((kind): kind is Kind => kind in CERTIFIED);

/** The same with the first two entries of every list, so that checking takes milliseconds. */
function cutShort(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 2).map(cutShort);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cutShort(inner)]));
}

/** Readers of texts that may come from anywhere, with what they must make of what they take. */
const readers: Readonly<
  Record<string, { readonly good: readonly unknown[]; readonly read: (text: string) => unknown }>
> = {
  'a lock': {
    good: [lock],
    read: (text) =>
      Object.keys(parseLock(text, 'theory.lock.json').claims).map((id) =>
        standingOf(id, parseLock(text, 'theory.lock.json').claims),
      ),
  },
  'a certificate': { good: [certificate], read: (text) => [checkCertificate(text), statedBy(text)] },
  'rules of the gate': {
    good: [{ levels: { 'claim-removed': 'warn' }, cases: 50 }],
    read: (text) => rulesOf(text, 'theory-gate.json'),
  },
  'an acknowledgement': { good: [acknowledgement], read: (text) => acknowledgementOf('a.md', text) },
  'the plan of a sweep': {
    good: [plan],
    read: (text) => expect(cellCount(planOf(text).grid)).toBeLessThanOrEqual(1e7),
  },
  'the draws of a chunk': { good: [outcomes], read: (text) => readOutcomes(text, plan) },
};

const near = (good: readonly unknown[]): fc.Arbitrary<string> => {
  const texts = mutatedText(good.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))));
  return good.some((each) => typeof each === 'string')
    ? texts
    : fc.oneof({ arbitrary: mutatedJson(good), weight: 3 }, { arbitrary: texts, weight: 1 });
};

const fuzzed = (good: readonly unknown[], read: (text: string) => unknown, numRuns = 250): boolean =>
  fc.check(
    fc.property(near(good), (text) => void harmless(() => read(text))),
    { numRuns },
  ).failed;

describe('Any text is read as what it should be, or refused in one line:', () => {
  test.each(Object.entries(readers))('%s', (_, { good, read }) => {
    for (const each of good)
      expect(typeof harmless(() => read(typeof each === 'string' ? each : JSON.stringify(each)))).not.toBe('string');
    expect(fuzzed(good, read)).toBe(false);
  });

  test.each(kinds)('the proof of %s, cut short, under its right digest', (kind) => {
    const { proof } = z.object({ proof: z.unknown() }).parse(json(`certificates/${kind}.json`));
    const check = (text: string): void => {
      let changed: unknown;
      try {
        changed = JSON.parse(text);
      } catch {
        return;
      }
      if (text.length < 10_000) harmless(() => checkCertificate(certificateText(kind, changed)));
    };
    const short = cutShort(proof);
    const found = harmless(() => checkCertificate(certificateText(kind, short)));
    if (typeof found === 'string') expect(found).toBe('its proof does not prove what it says'); // the checker was reached
    fc.assert(fc.property(mutatedJson([short]), check), { numRuns: 100 });
  });

  test.each<[string, (text: string) => unknown]>([
    [
      'merges what it reads into a value of its own',
      (text) => {
        const merge = (into: Record<string, unknown>, from: unknown): void => {
          if (typeof from !== 'object' || from === null) return;
          for (const [key, value] of Object.entries(from)) {
            const there = into[key];
            if (typeof there === 'object' && there !== null) merge(there as Record<string, unknown>, value);
            else into[key] = value;
          }
        };
        try {
          merge({}, JSON.parse(text));
        } catch {
          // no JSON
        }
      },
    ],
    ['believes that it is JSON', (text) => void JSON.parse(text)],
    [
      'goes down into it',
      (text) => {
        const down = (value: unknown): number =>
          typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(down)) : 0;
        try {
          down(JSON.parse(text));
        } catch (error) {
          if (error instanceof RangeError) throw error;
        }
      },
    ],
    [
      'takes a field for what it is called',
      (text) => {
        let value: unknown;
        try {
          value = JSON.parse(text);
        } catch {
          return;
        }
        (value as typeof lock).claims['x']?.uses.map(String);
      },
    ],
  ])('the fuzz sees a reader that %s', (_, read) => {
    try {
      expect(fuzzed([lock], read, 1000)).toBe(true);
    } finally {
      for (const name of Object.keys(Object.prototype)) Reflect.deleteProperty(Object.prototype, name);
    }
  });
});

describe('Texts that a library would choke on are refused in words:', () => {
  const headed = (header: string): unknown =>
    harmless(() => acknowledgementOf('a.md', `---\n${header}\n---\n\nIt was wrong, as the counterexample shows.\n`));
  const laughs = [
    'a: &a [x, x]',
    ...Array.from('bcdefghijklmnop').map(
      (name, i) => `${name}: &${name} [*${'abcdefghijklmno'[i] ?? ''}, *${'abcdefghijklmno'[i] ?? ''}]`,
    ),
  ];

  test.each([
    ['an alias of nothing', 'changes: *x', /^a\.md: needs YAML in its header; Alias resolution is disabled$/],
    [
      'aliases of aliases',
      [...laughs, 'changes: *p'].join('\n'),
      /^a\.md: needs YAML in its header; Alias resolution is disabled$/,
    ],
    [
      'one alias',
      'x: &x a/b\nchanges: [{claim: *x, class: claim-removed}]',
      /^a\.md: needs YAML in its header; Alias resolution is disabled$/,
    ],
    ['a key that is a prototype', '__proto__: {polluted: true}\nchanges: []', /Unrecognized key: "__proto__"/],
    ['code', 'changes: !!js/function "function () { process.exit(9) }"', /needs YAML|expected array/],
  ])('an acknowledgement with %s', (_, header, said) => {
    expect(headed(header)).toMatch(said);
    expect(headed(header)).toMatch(/^a\.md: /);
  });

  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  test('JSON in a hundred thousand brackets', () => {
    expect(harmless(() => parseLock(deep, 'theory.lock.json'))).toBe(
      'theory.lock.json: needs a lock as `bnd lock` writes it; came JSON that nests deeper than 64 levels. Run npx bnd lock.',
    );
    expect(harmless(() => planOf(deep))).toBe(
      '--store: needs the plan of a sweep; this one is none (nests deeper than 64 levels). Restore the folder, or choose another.',
    );
    expect(checkCertificate(deep)).toBe('it is no JSON');
  });

  test('a plan of a hundred million cells, and one whose stages are no stages', () => {
    const many = Array.from({ length: 4000 }, (_, i) => i + 2);
    expect(
      harmless(() =>
        planOf(JSON.stringify({ ...plan, grid: { ...plan.grid, points: many, width: many, depth: many } })),
      ),
    ).toBe(
      '--store: needs the plan of a sweep; this one is none (needs at most 10000000 cells; came 64000000000. Take fewer values, or divide the map.). Restore the folder, or choose another.',
    );
    expect(harmless(() => planOf(JSON.stringify({ ...plan, grid: { ...plan.grid, stages: ['rc+relu'] } })))).toMatch(
      /names in another spelling/,
    );
  });
});
