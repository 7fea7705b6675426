import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Code, codeReader } from '../../cli/code-reader.js';
import { domainFields } from '../../cli/lock/domain-fields.js';
import { LEDGER, LOCK, LockWriter, parseLock, readLock, staleness } from '../../cli/lock/lock-files.js';
import { standingOf } from '../../cli/lock/standing.js';
import { replaceFile } from '../../cli/replace-file.js';
import { exactly } from '../../src/theory/allowance.js';
import { type Claim, evidence } from '../../src/theory/claim.js';
import { theorem } from '../../src/theory/theorem.js';
import { type Coin, coins, stated } from '../theory/toys.js';
import { refusal } from './refusal.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const ID = 'toy/few-sides';
const sources = { theorems: 'const six = 6; // why\nexport { six };\n', properties: 'export const cases = 50;\n' };

function toy(says = 'A *toy* of `two` words.', cases = 50): Claim {
  return evidence<Coin>({
    theorem: theorem<Coin>({ ...stated, says, id: ID, kind: 'exact', margins: ({ sides }) => ({ few: 6 - sides }) }),
    given: coins,
    cases,
    allowance: exactly('integers'),
    breaks: { never: { instead: { margins: () => ({ few: -1 }) } } },
  });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder(), path)), { recursive: true });
  writeFileSync(join(folder(), path), text);
}

async function diffOf(claim: Claim, verdict: 'held' | 'refuted' = 'held'): Promise<string> {
  return staleness(
    folder(),
    (await LockWriter.of(folder(), [claim])).files(() => verdict),
  );
}

beforeAll(async () => {
  for (const [place, text] of Object.entries(sources)) write(`${place}/${ID}.ts`, text);
  const files = (await LockWriter.of(folder(), [toy()])).files(() => 'held');
  write(LOCK, files.lock);
  write(LEDGER, files.ledger);
});

describe('The lock and the ledger', () => {
  test('are current until something changes, and then say what', async () => {
    expect(await diffOf(toy())).toBe('');
    expect(await diffOf(toy('A toy.'))).toMatch(/^-- says: A \\\*toy\\\* of \\`two\\` words\.\n\+- says: A toy\.$/m);
    expect(await diffOf(toy(undefined, 40))).toMatch(/^-.*"cases": 50\n\+.*"cases": 40$/m);
    expect(await diffOf(toy(), 'refuted')).toMatch(/^-- standing: \*\*held\*\*\n\+- standing: \*\*refuted\*\*$/m);
  });

  test('change with the code of a theorem, not with its comments or its format', async () => {
    write(`theorems/${ID}.ts`, '/** Why. */\nconst six =\n  6;\nexport { six, };\n');
    expect(await diffOf(toy())).toBe('');
    write(`theorems/${ID}.ts`, 'const six = 7;\nexport { six };\n');
    expect(await diffOf(toy())).toMatch(/^-.*"6"\n\+.*"7"$/m);
    write(`theorems/${ID}.ts`, sources.theorems);
  });

  test('hold one field a line, sorted, without times, seeds or places', () => {
    const text = readFileSync(join(folder(), LOCK), 'utf8');
    expect(readLock(folder())?.claims[ID]).toMatchObject({
      verdict: 'held',
      constants: ['6'],
      domain: { sides: '2 to 6' },
    });
    const keys = [...text.matchAll(/^ {6}"(\w+)":/gm)].map(([, key]) => key);
    expect(keys).toEqual([...keys].sort());
    expect(text).not.toMatch(/seed|time|line|evaluations/);
    for (const line of text.split('\n')) expect(line.match(/":/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  test('need a verdict on every claim', async () => {
    const writer = await LockWriter.of(folder(), [toy()]);
    expect(refusal(() => writer.files(() => undefined))).toBe(
      `${LOCK}: needs a verdict on every claim; came none on ${ID}. Run npx bnd lock.`,
    );
  });

  test.each([
    ['', 'no JSON'],
    ['<<<<<<< ours\n', 'an unfinished merge'],
    ['{}', '✖ Invalid input: expected record, received undefined  → at claims'],
    ['{"version":1,"claims":{},"seed":1}', '✖ Unrecognized key: "seed"'],
  ])('refuse %j', (text, came) => {
    expect(refusal(() => parseLock(text, 'a:lock'))).toBe(
      `a:lock: needs a lock as \`bnd lock\` writes it; came ${came}. Run npx bnd lock.`,
    );
  });

  test('are written in one step, and nothing is left beside them', () => {
    write('whole/file', 'old');
    replaceFile(join(folder(), 'whole/file'), 'new');
    expect(readFileSync(join(folder(), 'whole/file'), 'utf8')).toBe('new');
    expect(() => replaceFile(join(folder(), 'whole'), 'no')).toThrow();
    expect(readdirSync(folder()).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(existsSync(join(folder(), 'whole/file'))).toBe(true);
  });
});

describe('The standing of a claim', () => {
  const claims = {
    sure: { verdict: 'held', source: 'derived', uses: [] },
    guess: { verdict: 'held', source: 'conjecture', uses: [] },
    fallen: { verdict: 'refuted', source: 'conjecture', uses: [] },
    open: { verdict: 'undecided', source: 'derived', uses: ['sure'] },
    above: { verdict: 'held', source: 'derived', uses: ['sure'] },
    onGuess: { verdict: 'held', source: 'derived', uses: ['above', 'guess'] },
    onOpen: { verdict: 'held', source: 'derived', uses: ['onGuess', 'deeper'] },
    deeper: { verdict: 'held', source: 'derived', uses: ['open', 'onOpen'] },
    lost: { verdict: 'held', source: 'derived', uses: ['nowhere'] },
  } as const;

  test.each([
    ['sure', 'held'],
    ['above', 'held'],
    ['guess', 'conjecture'],
    ['fallen', 'conjecture, refuted'],
    ['open', 'undecided'],
    ['onGuess', 'held if guess'],
    ['onOpen', 'held, but open is undecided'],
    ['lost', 'held, but nowhere is unknown'],
  ])('%s: %s', (id, standing) => {
    expect(standingOf(id, claims)).toBe(standing);
  });
});

describe('The code of a file', () => {
  let read: (text: string) => Code;
  beforeAll(async () => {
    read = await codeReader();
  });
  const code = 'const half = 0.5;\nexport const f = (x: number) => [x > 1e3 ? `a ${half} // b` : /\\/\\//, 2];\n';

  test('keeps its digest when comments and format change', () => {
    const other = code.replace('const half', '/** Half. */\nconst  half').replace(', 2]', ',\n2, // two\n]');
    expect(read(other).digest).toBe(read(code).digest);
    expect(read(code).constants).toEqual(['0.5', '2', '1000']);
  });

  test.each([
    ['0.5', '0.51'],
    ['// b`', '//b`'],
    ['>', '>='],
    ['[x', '[-x'],
  ])('has another digest with %s for %s', (from, to) => {
    expect(read(code.replace(from, to)).digest).not.toBe(read(code).digest);
  });
});

test('Domains are told by field, without seeds and without the noise of floats', () => {
  const given = fc.record({ third: fc.integer({ min: 1, max: 9 }).map((k) => k / 3), seed: fc.nat(0xffffffff) });
  const sample = (count: number, seed: number): readonly unknown[] => fc.sample(given, { numRuns: count, seed });
  expect(domainFields({ sample })).toEqual({ third: 'real 0.333333 to 3', seed: 'any seed' });
  expect(domainFields({ sample: () => [[1, 2]] })).toEqual({ instance: '[2 of 1 to 2]' });
});
