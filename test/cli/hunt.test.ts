import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { huntReport } from '../../cli/schemas/hunt.js';
import { replayReport } from '../../cli/schemas/replay.js';
import { verifyReport } from '../../cli/schemas/verify.js';
import { type Run, ROOT, run } from './run.js';
import { temporaryFolder } from './temporary-folder.js';

const guess = 'recenter-relu/farthest-point-becomes-odd';
const sound = 'recenter-relu/two-groups-turn-orthogonal';
const folder = temporaryFolder();

/** `bnd` in a folder of its own, so that its corpus is its own. */
function bndIn(place: string, ...args: readonly string[]): Promise<Run> {
  mkdirSync(place, { recursive: true });
  return run(process.execPath, [join(ROOT, 'cli/index.js'), ...args], undefined, place);
}

/** The only file of the corpus of a claim. */
function stored(place: string, claim: string): string {
  const [file = ''] = readdirSync(join(place, 'counterexamples', claim));
  return join('counterexamples', claim, file);
}

describe.concurrent('bnd hunt', () => {
  test('finds a small counterexample to a false conjecture, keeps it, and verify and replay meet it again', async () => {
    const place = join(folder(), 'corpus');
    const found = await bndIn(place, 'hunt', guess, '--save', '--json');
    expect({ code: found.code, stderr: found.stderr }).toEqual({ code: 1, stderr: '' });
    const report = huntReport.parse(JSON.parse(found.stdout));
    expect(report.simplest?.decisive.margin).toBeLessThan(0);
    expect(report.simplest?.instance).toHaveProperty('places.length', 7); // below seven points there is no odd one
    expect(report.evaluations).toBeLessThanOrEqual(report.budget);
    expect(report.saved).toBe(stored(place, guess));

    const again = await bndIn(place, 'replay', report.saved ?? '', '--json');
    expect(again.code).toBe(1);
    expect(replayReport.parse(JSON.parse(again.stdout))).toMatchObject({
      status: 'open',
      instance: report.simplest?.instance,
    });

    const verified = verifyReport.parse(JSON.parse((await bndIn(place, 'verify', guess, '--json')).stdout));
    expect(verified.corpus).toMatchObject([{ claim: guess, status: 'open', file: report.saved }]);
    expect(verified.exitCode).toBe(0); // a conjecture does not gate
  });

  test('says how hard it attacked what it did not refute', async () => {
    const done = await bndIn(join(folder(), 'sound'), 'hunt', sound, '--budget', '200');
    expect(done.code).toBe(0);
    expect(done.stdout).toMatch(
      /^nothing found in 200 evaluations of .* \(generation \d+, descent \d+, model \d+, annealing \d+, evolution \d+\)\.$/m,
    );
    expect(done.stdout).toMatch(/^ {4}nearest {4}\{"odd":/m);
    expect(done.stdout).toMatch(
      /^ {4}planted {4}of 4 falsehoods each it finds, with 200 evaluations: [0-4] that are 2 % /m,
    );
  });

  test('gives the same bytes for the same seed', async () => {
    const [one, two, other] = await Promise.all(
      ['a', 'a', 'b'].map((seed) =>
        bndIn(join(folder(), seed), 'hunt', sound, '--budget', '60', '--seed', seed, '--json'),
      ),
    );
    expect(two?.stdout).toBe(one?.stdout);
    expect(other?.stdout).not.toBe(one?.stdout);
  });
});

describe.concurrent('a stored counterexample', () => {
  /** A file that was found against the sound claim, as if it had once been false. */
  const entry = {
    format: 1,
    claim: sound,
    instance: { odd: 1, cluster: 1, places: [[0, 1]], weights: 'gaussian', width: 1, draw: 0 },
    seed: '1',
    readings: [{ clause: 'orthogonal', margin: -1, allowance: 0 }],
    violated: 'orthogonal',
    claimDigest: '0123456789abcdef',
    coreVersion: '0.1.0',
    found: { by: 'evolution', evaluations: 3 },
  };
  async function replayOf(name: string, text: string): Promise<Run> {
    const place = join(folder(), name);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'entry.json'), text);
    return bndIn(place, 'replay', 'entry.json');
  }

  test.each([
    ['fixed', { ...entry }, /^✓ fixed .*: the claim holds for it\.$/m],
    [
      'outside',
      { ...entry, instance: { ...entry.instance, width: 65 } },
      /out of domain .*: its generator does not make such a value/,
    ],
    ['stale', { ...entry, claim: 'recenter-relu/gone' }, /^✓ stale recenter-relu\/gone: there is no such claim\.$/m],
    ['hostile', { ...entry, instance: { ...entry.instance, places: 'constructor' } }, /out of domain/],
  ])('is %s when the claims of today say so', async (name, value, expected) => {
    const { code, stdout, stderr } = await replayOf(name, JSON.stringify(value));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(expected);
  });

  test.each([
    [
      'truncated',
      JSON.stringify(entry).slice(0, 40),
      'error: entry.json: needs JSON; it breaks off or is none. Restore it, or delete it and hunt again.\n',
    ],
    [
      'of another format',
      JSON.stringify({ ...entry, format: 2 }),
      /^error: entry\.json: needs a counterexample of format 1; format: .*\n$/,
    ],
    [
      'with a field too many',
      JSON.stringify({ ...entry, run: 'rm' }),
      /^error: entry\.json: needs a counterexample of format 1; .*"run".*\n$/,
    ],
  ])('that is %s is refused in one line', async (name, text, expected) => {
    const { code, stdout, stderr } = await replayOf(name, text);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toMatch(expected);
  });

  test('that is open refutes its claim in every run, and one that is broken stops it', async () => {
    const place = join(folder(), 'broken');
    mkdirSync(join(place, 'counterexamples', sound), { recursive: true });
    writeFileSync(join(place, 'counterexamples', sound, 'a.json'), '{');
    const { code, stderr } = await bndIn(place, 'verify', sound);
    expect(code).toBe(64);
    expect(stderr).toMatch(/^error: counterexamples\/.*a\.json: needs JSON/);
  });
});

test('the counterexample that the repository keeps is still one', () => {
  const file = join(ROOT, 'counterexamples', guess);
  const names = readdirSync(file);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(readFileSync(join(file, name), 'utf8')).toContain(`"claim": "${guess}"`);
});

test('a replay explains where the explorer shows the instance, or that it shows none such', async () => {
  const [file = ''] = readdirSync(join(ROOT, 'counterexamples', guess)).map(
    (name) => `counterexamples/${guess}/${name}`,
  );
  const { code, stdout } = await bndIn(ROOT, 'replay', file, '--explain');
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^ {4}explorer {3}http:\/\/127\.0\.0\.1:\d+\/#recenter=true&\S*table=0%2C8%2C4%2C0%0A\S* \(while npx bnd explore runs\)$/m,
  );
  const place = join(folder(), 'elsewhere');
  mkdirSync(place, { recursive: true });
  const none = { ...(JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as object), instance: { places: [[1], [2]] } };
  writeFileSync(join(place, 'none.json'), JSON.stringify(none));
  expect((await bndIn(place, 'replay', 'none.json', '--explain')).stdout).toMatch(
    /^ {4}explorer {3}shows networks layer by layer, and this instance is none$/m,
  );
});
