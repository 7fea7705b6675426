import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { verifyReport } from '../../cli/schemas/verify.js';
import { bnd, json } from './run.js';
import { temporaryFolder } from './temporary-folder.js';

const exact = 'recenter-relu/two-groups-turn-orthogonal';
const law = 'recenter-relu/odd-point-is-uniform';

/** A line of the observability format of Hypothesis, as far as its readers need it. */
const observation = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('test_case'),
    run_start: z.number(),
    property: z.string(),
    status: z.enum(['passed', 'failed', 'gave_up']),
    status_reason: z.string(),
    representation: z.string(),
    arguments: z.record(z.string(), z.unknown()),
    how_generated: z.string(),
    features: z.record(z.string(), z.unknown()),
    coverage: z.null(),
    timing: z.object({}),
    metadata: z.object({ readings: z.array(z.object({ clause: z.string() })) }),
  }),
  z.object({
    type: z.literal('info'),
    run_start: z.number(),
    property: z.string(),
    title: z.string(),
    content: z.string(),
  }),
]);

const folder = temporaryFolder();

describe.concurrent('bnd verify', () => {
  test('--ledger divides the error probability over all claims of the suite, whichever run', async () => {
    const [one, two] = await Promise.all(
      [exact, law].map(async (id) => verifyReport.parse(await json(['verify', id, '--ledger']))),
    );
    const { alpha, entries } = one?.ledger ?? { alpha: NaN, entries: [] };
    expect(alpha).toBe(1e-6);
    expect(two?.ledger).toEqual(one?.ledger);
    const sum = entries.reduce((total, entry) => total + entry.alpha, 0);
    expect(sum).toBeLessThanOrEqual(alpha);
    expect(sum).toBeGreaterThan(0.999999 * alpha); // nothing is left unspent
    const ofLaw = entries.filter(({ claim }) => claim === law).map(({ use }) => use);
    expect(ofLaw).toContain('refute instance 1');
    expect(ofLaw).toContain('control: the first point for the mean');
  });

  test('--ledger prints the lines of the chosen claims and the sum of all', async () => {
    const { stdout } = await bnd('verify', exact, '--ledger');
    expect(stdout).toMatch(/two-groups-turn-orthogonal │ coverage: one neuron +│ +\d\.\d\de-\d+ │/);
    expect(stdout).not.toContain('odd-point-is-uniform');
    expect(stdout).toMatch(/^The parts sum to 9\.99999999\de-7, of 1e-6 for the whole suite\.$/m);
  });

  test('--power says with how many seeds each control fell, and after how much', async () => {
    const { power } = verifyReport.parse(await json(['verify', exact, '--power', '3']));
    expect(power?.map(({ control }) => control)).toEqual([
      'no recentering',
      'no activation',
      'a leaky ReLU',
      'recentering over the neurons',
    ]);
    for (const { refuted, seeds, median, most } of power ?? []) {
      expect({ refuted, seeds }).toEqual({ refuted: 3, seeds: 3 });
      expect(median).toBeGreaterThan(0);
      expect(most).toBeGreaterThanOrEqual(median);
    }
  });

  test('--observe writes a line for each case and each verdict, whatever the kind of claim', async () => {
    const file = join(folder(), 'cases.jsonl');
    const report = verifyReport.parse(await json(['verify', exact, law, '--observe', file, '--workers', '2']));
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    const read = lines.map((line) => observation.parse(JSON.parse(line)));
    const cases = read.filter((line) => line.type === 'test_case');
    for (const { claim, cases: tried, breaks } of report.claims) {
      const own = cases.filter(({ property }) => property === claim);
      if (claim === exact) {
        expect(own).toHaveLength(tried);
        expect(own.filter(({ features }) => features['one neuron'] === true)).not.toHaveLength(0);
      }
      for (const { name, evaluations } of breaks) {
        const ofControl = cases.filter(({ property }) => property === `${claim} [${name}]`);
        expect(ofControl.length).toBeGreaterThanOrEqual(evaluations);
        if (claim === exact) expect(ofControl.at(-1)).toMatchObject({ status: 'failed', status_reason: 'orthogonal' });
      }
    }
    expect(read.filter(({ type }) => type === 'info')).toMatchObject(
      report.claims.map(({ claim, verdict }) => ({ property: claim, title: verdict })),
    );
  });

  test('--observe refuses a place that cannot be written, before anything runs', async () => {
    const { code, stdout, stderr } = await bnd('verify', exact, '--observe', '/nowhere/at/all.jsonl');
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toBe(
      'error: --observe: needs a file that can be written; came "/nowhere/at/all.jsonl" (ENOENT). Name one in a folder that exists.\n',
    );
  });

  test('--profile chooses seed and budget, and what the user says goes before it', async () => {
    const [ci, deep, again, mixed] = await Promise.all(
      [['ci'], ['deep'], ['deep'], ['deep', '--seed', 'x', '--effort', '2']].map(async (options) =>
        verifyReport.parse(await json(['verify', exact, '--profile', ...options])),
      ),
    );
    expect(ci).toMatchObject({ profile: 'ci', seed: '1', effort: 3 });
    expect(deep).toMatchObject({ profile: 'deep', effort: 10 });
    expect(deep?.seed).not.toBe(again?.seed);
    expect(mixed).toMatchObject({ profile: 'deep', seed: 'x', effort: 2 });
  });
});
