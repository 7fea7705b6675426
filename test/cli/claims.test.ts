import { describe, expect, test } from 'vitest';
import { idsIn } from '../../api/claim-files.js';
import { claimReport } from '../../cli/schemas/claim.js';
import { listReport } from '../../cli/schemas/list.js';
import { verifyReport } from '../../cli/schemas/verify.js';
import { bnd, json, ROOT } from './run.js';

const exact = 'recenter-relu/two-groups-turn-orthogonal';
const fixed = 'recenter-relu/symmetric-state-is-fixed';

describe.concurrent('bnd verify', () => {
  test('holds a claim, line by line and in a table, and exits with 0', async () => {
    const { code, stdout, stderr } = await bnd('verify', exact);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^1 of \d+ claims, profile quick: seed "1", budget ×1, error probability of the run 1e-6$/m);
    expect(stdout).toMatch(
      /^✓ held +recenter-relu\/two-groups-turn-orthogonal: \d+ cases, orthogonal: margin 0, 4\/4 controls refuted\.$/m,
    );
    expect(stdout).toMatch(/│ recenter-relu\/two-groups-turn-orthogonal +│ exact │ held/);
    expect(stdout).toMatch(/^1 claim: 1 held\. Held means: not refuted in this domain/m);
  });

  test('takes several claims, in the order of the suite', async () => {
    const report = verifyReport.parse(await json(['verify', exact, fixed, exact]));
    expect(report.claims.map(({ claim }) => claim)).toEqual([fixed, exact]);
    for (const { verdict, breaks, regimes } of report.claims) {
      expect(verdict).toBe('held');
      expect(breaks.length).toBeGreaterThan(0);
      for (const { refuted } of breaks) expect(refuted).toBe(true);
      for (const { visits, decision } of regimes) {
        expect(visits).toBeGreaterThan(0);
        expect(decision).toBe('certified');
      }
    }
    expect(report.exitCode).toBe(0);
  });

  test('gives the same bytes for the same seed, and holds with another', async () => {
    const lines = ['x', 'x', 'y'].map((seed) => bnd('verify', exact, '--seed', seed, '--json'));
    const [one, again, other] = await Promise.all(lines);
    expect(again?.stdout).toBe(one?.stdout);
    expect(other?.stdout).not.toBe(one?.stdout);
    const report = verifyReport.parse(JSON.parse(other?.stdout ?? ''));
    expect(report).toMatchObject({ seed: 'y', exitCode: 0, claims: [{ seed: 'y', verdict: 'held' }] });
  });

  test('--effort multiplies the budget', async () => {
    const runs = await Promise.all(['1', '2'].map((effort) => json(['verify', fixed, '--effort', effort])));
    const [one, two] = runs.map((report) => verifyReport.parse(report).claims[0]?.cases ?? NaN);
    expect(two).toBe(2 * (one ?? NaN));
  });
});

describe.concurrent('bnd list', () => {
  test('names every claim of the folder, with its controls', async () => {
    const { claims } = listReport.parse(await json(['list']));
    expect(claims.map(({ id }) => id)).toEqual(idsIn(`${ROOT}properties`));
    for (const { breaks, source, says } of claims) {
      expect(breaks.length).toBeGreaterThan(0);
      expect(source.cite).not.toBe('');
      expect(says).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('fits the page of a reader', async () => {
    const { code, stdout } = await bnd('list');
    expect(code).toBe(0);
    for (const id of idsIn(`${ROOT}properties`)) expect(stdout).toContain(`${id}  (`);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
});

describe.concurrent('bnd show', () => {
  test('gives one claim as list does', async () => {
    const [shown, listed] = await Promise.all([json(['show', exact]), json(['list'])]);
    const claim = claimReport.parse(shown);
    expect(claim.id).toBe(exact);
    expect(listReport.parse(listed).claims).toContainEqual(claim);
  });

  test('tells a reader what is claimed, assumed and must be refuted, and how to check it', async () => {
    const { stdout } = await bnd('show', exact);
    const { says, assumes, breaks } = claimReport.parse(await json(['show', exact]));
    const text = stdout.replaceAll(/\s+/g, ' ');
    for (const part of [says, ...assumes, ...breaks, `npx bnd verify ${exact}`]) expect(text).toContain(part);
  });
});

test('gives the same bytes whatever the number of workers', async () => {
  const law = 'recenter-relu/odd-point-is-uniform';
  const runs = await Promise.all(['1', '2', '3'].map((n) => bnd('verify', law, '--workers', n, '--json')));
  const [first = ''] = runs.map(({ stdout }) => stdout);
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(verifyReport.parse(JSON.parse(first)).claims[0]?.evaluations).toBeGreaterThan(8000);
  expect(runs.map(({ stdout }) => stdout)).toEqual([first, first, first]);
});
