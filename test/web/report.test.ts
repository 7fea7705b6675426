import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ablation } from '../../cli/report/ablation.js';
import type { RunDocument } from '../../cli/report/run-document.js';
import { writeReport } from '../../cli/report/write-report.js';
import { temporaryFolder } from '../cli/temporary-folder.js';
import { chromiumPath } from './chromium.js';
import { ROOT } from '../cli/run.js';
import { ARGUMENTS, settled } from './explorer-page.js';

const reading = { clause: 'it holds', margin: -1e-16, allowance: 1e-15, share: 0.1 };
const outcome = {
  kind: 'limit' as const,
  because: 'not refuted in 3 cases; every control was',
  gates: true,
  seed: '1',
  cases: 3,
  evaluations: 9,
  tightest: reading,
  tests: [],
  regimes: [],
  survives: [],
  breaks: [{ name: 'no recentering', refuted: true, evaluations: 2 }],
  warnings: ['look here'],
};
const stated = {
  says: 'Something holds.',
  formula: '\\tfrac{1}{n} \\sum_i x_i = 0',
  kind: 'limit' as const,
  source: { kind: 'derived' as const, cite: 'docs/derivations.md#x' },
  status: 'proved' as const,
  certified: [{ file: 'certificates/toy.json', digest: '0123456789abcdef', statement: 'It holds for n = 7.' }],
  assumes: ['at least two points'],
  regimes: [],
  survives: [],
  breaks: ['no recentering'],
  reasons: {},
};
const run: Omit<RunDocument, 'explorer'> = {
  verify: {
    profile: 'quick',
    seed: '1',
    effort: 1,
    alpha: 1e-6,
    evaluations: 18,
    corpus: [],
    claims: [
      { ...outcome, claim: 'toy/base', verdict: 'refuted', counterexample: { ...reading, instance: [1], shrinks: 1 } },
      { ...outcome, claim: 'toy/top', verdict: 'held' },
    ],
    ledger: { alpha: 1e-6, entries: [{ claim: 'toy/top', use: 'over the domain', alpha: 1e-7 }] },
    exitCode: 1,
  },
  claims: [
    { ...stated, id: 'toy/base', uses: [] },
    { ...stated, id: 'toy/top', uses: ['toy/base'] },
  ],
  margins: [{ claim: 'toy/top', clauses: [{ clause: 'it holds', count: 3, failed: 0, notNumbers: 0, bins: [{ from: 0.1, count: 3 }] }] }], // prettier-ignore
  maps: [],
  curves: [
    {
      name: 'A curve',
      says: 'What is measured.',
      claims: ['toy/top'],
      x: { label: 'points n', scale: 'log' },
      y: { label: 'a number', scale: 'linear' },
      series: [
        { name: 'predicted', kind: 'predicted', points: [[1, 2], [10, 3]] }, // prettier-ignore
        { name: 'measured', kind: 'measured', points: [[1, 2.1], [10, 2.9]] }, // prettier-ignore
      ],
    },
  ],
  ablation: ablation('1'),
  mutants: {
    matrix: {
      profile: 'quick',
      seed: '1',
      theory: '0123456789ab',
      cheapBelow: 1,
      honest: ['toy/base', 'toy/top'].map((claim) => ({ claim, verdict: 'held' as const, seconds: 0.1 })),
      mutants: ['a-fault', 'another-fault'].map((name, k) => ({
        name,
        wrong: 'something is wrong',
        patch: '0123456789ab',
        theory: '0123456789ab',
        expected: ['toy/base'],
        dear: [],
        changed: k === 0 ? { 'toy/base': { verdict: 'refuted' as const, because: 'it fell' } } : {},
      })),
    },
    theory: 'ba9876543210',
  },
  sights: [{ claim: 'toy/base', of: 'counterexample', link: 'points=9&depth=20&width=64', same: false }],
};

// Not every machine has a browser; what is left out is said once, before all tests.
describe.skipIf(chromiumPath === undefined)('the report in a browser', () => {
  const folder = temporaryFolder();

  test('opens from the file system without errors, is not cut off, and axe finds nothing serious', async () => {
    const url = pathToFileURL(writeReport(join(folder(), 'report'), run)).href;
    const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ARGUMENTS });
    const complaints: string[] = [];
    for (const { width, dark } of [
      { width: 1280, dark: false },
      { width: 380, dark: true },
    ]) {
      // prettier-ignore
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: dark ? 'dark' : 'light' });
      page.on('console', (said) => complaints.push(said.text()));
      page.on('request', (request) => {
        if (request.url() !== url) complaints.push(`asks for ${request.url()}`);
      });
      await page.goto(url);
      expect(await page.locator('math').first().isVisible()).toBe(false); // inside closed details
      await page.evaluate(`document.querySelectorAll('details').forEach((part) => { part.open = true; })`);
      expect((await page.locator('math').first().boundingBox())?.width ?? 0).toBeGreaterThan(30);
      expect(await page.locator('svg').count()).toBe(20); // 16 of the ablation, the graph, margins, the curve twice
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
      const serious: unknown = await page.evaluate(
        `axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`,
      );
      expect(z.array(z.string()).parse(serious)).toEqual([]);
      await page.close();
    }
    expect(complaints).toEqual([]);
    await browser.close();
  });

  test('its link opens the counterexample in the explorer beside it, without a server', async () => {
    const url = pathToFileURL(writeReport(join(folder(), 'beside'), run, join(ROOT, 'dist/web'))).href;
    const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ARGUMENTS });
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (said) => complaints.push(said.text()));
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.goto(url);
    await page.click('.card a[href^="explorer/"]');
    expect(await settled(page)).toBe('ready');
    expect(await page.inputValue('#points')).toBe('9');
    expect(await page.locator('#status').textContent()).toMatch(/^20 layers in /);
    expect(complaints).toEqual([]);
    await browser.close();
  });
});
