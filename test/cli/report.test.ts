import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeClaim } from '../../cli/commands/list.js';
import { loadClaims } from '../../cli/load-claims.js';
import { ablation } from '../../cli/report/ablation.js';
import { formula } from '../../cli/report/formula.js';
import { reportPage } from '../../cli/report/page.js';
import { readMap } from '../../cli/report/maps-section.js';
import { type RunDocument, runDocument } from '../../cli/report/run-document.js';
import { redrawReport } from '../../cli/report/write-report.js';
import { short } from '../../cli/report/short.js';
import { standings } from '../../cli/report/standing.js';
import { simulateReport } from '../../cli/schemas/simulate.js';
import { bnd, json, ROOT } from './run.js';
import { temporaryFolder } from './temporary-folder.js';

const HELD = 'recenter-relu/symmetric-state-is-fixed';

/** A run of two claims, one of which rests on the other and fell; `<b>` stands where text of a user may. */
function fallen(real: RunDocument): RunDocument {
  const [held] = real.verify.claims;
  const [stated] = real.claims;
  if (held === undefined || stated === undefined) throw new Error('fallen: needs a run of one claim.');
  const counterexample = {
    clause: 'a <b> clause',
    margin: -0.25,
    allowance: 0,
    share: 8,
    instance: { n: 41 },
    shrinks: 3,
  };
  return {
    ...real,
    claims: [
      { ...stated, id: 'toy/base', uses: [] },
      { ...stated, id: 'toy/top', uses: ['toy/base'], says: 'It says <b>this</b> & that.' },
    ],
    verify: {
      ...real.verify,
      claims: [
        { ...held, claim: 'toy/base', verdict: 'refuted', counterexample },
        { ...held, claim: 'toy/top' },
      ],
      exitCode: 1,
    },
  };
}

describe('bnd verify --report', () => {
  const folder = temporaryFolder();
  const into = (): string => join(folder(), 'deep/report');
  const written = (): RunDocument => runDocument.parse(JSON.parse(readFileSync(join(into(), 'run.json'), 'utf8')));

  test('writes a page and its numbers, which make the same page again, byte for byte', async () => {
    const { code, stdout, stderr } = await bnd('verify', HELD, '--report', into());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`To look at: ${join(into(), 'index.html')}`);
    const page = readFileSync(join(into(), 'index.html'), 'utf8');
    expect(reportPage(written())).toBe(page);
    expect(page).toContain('✓ 1 held of 1 claims');
    expect(page).toContain('<math');
  });

  test('the page asks for nothing else and runs nothing', () => {
    const page = readFileSync(join(into(), 'index.html'), 'utf8');
    // A link to the explorer of this machine is followed by whoever clicks it, and by nobody else.
    const own = page.replaceAll(/xmlns(?::\w+)?="[^"]*"|href="http:\/\/127\.0\.0\.1:\d+\/#[^"]*"/g, '');
    expect(own).not.toMatch(/https?:|<script|<link|<img|url\(|@import| on\w+=/);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  test('what fell comes first: verdict, card with the command, and the claim that rests on it', () => {
    const run = fallen(written());
    const page = reportPage(run);
    expect(page.indexOf('✗ 1 refuted, 1 held of 2 claims')).toBeGreaterThan(0);
    expect(page).toContain('npx bnd verify toy/base --seed &quot;1&quot; --effort 1');
    expect(page).toContain('after 3 shrinks');
    expect(page).toContain('{&quot;n&quot;:41}');
    expect(page).toContain('a &lt;b&gt; clause');
    expect(page).toContain('It says &lt;b&gt;this&lt;/b&gt; &amp; that.');
    expect(page).not.toContain('<b>this');
    expect(standings(run).weak('toy/top')).toEqual(['toy/base']);
    expect(page).toMatch(/held, but rests on\s*<a href="#toy\/base">/);
  });

  test('a conjecture that fell is shown, and does not count; a stored counterexample that is open does', () => {
    const run = fallen(written());
    const [base, top] = run.verify.claims;
    if (base === undefined || top === undefined) throw new Error('fallen has two claims');
    const welcome = { ...run.verify, claims: [{ ...base, gates: false }, top], exitCode: 0 };
    expect(reportPage({ ...run, verify: welcome })).toContain(
      '✓ 1 held, 1 refuted (1 of them conjectured, where that is welcome) of 2 claims',
    );
    const corpus = [{ file: 'a.json', claim: 'toy/top', status: 'open' as const, because: 'it still fails' }];
    const open = reportPage({ ...run, verify: { ...welcome, corpus, exitCode: 1 } });
    expect(open).toContain('class="verdict refuted"');
    expect(open.replaceAll(/\s+/g, ' ')).toContain('1 stored counterexamples, 1 open');
  });

  test('is drawn again from its numbers by a command: the same bytes, and a planted change is seen', async () => {
    const [page, numbers] = ['index.html', 'run.json'].map((name) => join(into(), name));
    const before = readFileSync(page ?? '');
    writeFileSync(page ?? '', 'gone');
    expect(await bnd('report', into())).toMatchObject({ code: 0, stderr: '', stdout: `To look at: ${page}\n` });
    expect(readFileSync(page ?? '').equals(before)).toBe(true);
    const run = written();
    const clause = run.margins[0]?.clauses[0];
    const planted = JSON.stringify(run).replace(`"count":${clause?.count},`, `"count":424242,`);
    writeFileSync(numbers ?? '', planted);
    redrawReport(into());
    expect(readFileSync(page ?? '', 'utf8')).toContain('424242 cases by margin');
    writeFileSync(numbers ?? '', `${JSON.stringify(run, null, 1)}\n`);
    redrawReport(into());
    expect(readFileSync(page ?? '').equals(before)).toBe(true);
  });

  test.each([
    [
      undefined,
      /^error: report: needs the numbers of a run; .*run\.json cannot be read \(ENOENT\)\. `npx bnd verify --report DIR` writes one\.\n$/,
    ],
    [
      '{"verify":',
      /^error: report: needs JSON; .*run\.json breaks off or is none\. `npx bnd verify --report DIR` writes one\.\n$/,
    ],
    [
      '{}',
      /^error: report: needs the numbers of a run of this version; .*run\.json is none\. verify: .*\. `npx bnd verify --report DIR` writes one\.\n$/,
    ],
  ])('numbers that are none, %j, are said in one line, and nothing is drawn', async (text, line) => {
    const folder = join(into(), '../broken');
    mkdirSync(folder, { recursive: true });
    if (text !== undefined) writeFileSync(join(folder, 'run.json'), text);
    const { code, stderr } = await bnd('report', folder);
    expect(code).toBe(64);
    expect(stderr).toMatch(line);
    expect(existsSync(join(folder, 'index.html'))).toBe(false);
    rmSync(folder, { recursive: true });
  });

  test('maps that came with the run are drawn into the page, and need one', async () => {
    const run = written();
    expect(reportPage(run)).not.toContain('<h2>Maps</h2>');
    const page = reportPage({ ...run, maps: [await readMap(join(ROOT, 'docs/maps/full-batch-norm.jsonl'))] });
    expect(page).toContain('<a href="#maps">Maps</a>');
    expect(page).toContain('n = 52');
    const { code, stderr } = await bnd('verify', HELD, '--map', 'docs/maps/full-batch-norm.jsonl');
    expect({ code, stderr }).toEqual({
      code: 64,
      stderr: 'error: --map: needs a page to draw into; came no --report. Add --report report.\n',
    });
  });

  test('a claim shows its margins; a probable one how its evidence moved; a refuted one a link, where there is one', () => {
    const run = fallen(written());
    const path = { refuteAt: 8, certifyAt: 8, steps: [0, 1, 2].map((draws) => ({ draws, refuting: -draws, certifying: 4 * draws })) }; // prettier-ignore
    const [base, top] = run.verify.claims;
    if (base === undefined || top === undefined) throw new Error('fallen has two claims');
    const tests = [{ use: 'over the domain', decision: 'certified' as const, draws: 2, happened: 2, path }];
    const clauses = [{ clause: 'it is so', count: 7, failed: 0, notNumbers: 0, bins: [{ from: -1e-16, count: 3 }, { from: 0.2, count: 4 }] }]; // prettier-ignore
    const seen = (sights: RunDocument['sights'], explorer: boolean): string =>
      reportPage({
        ...run,
        sights,
        explorer,
        margins: [{ claim: 'toy/top', clauses }],
        verify: { ...run.verify, claims: [base, { ...top, tests }] },
      });
    const page = seen([], false);
    expect(page).toContain('7 cases by margin');
    expect(page).toMatch(/>−1e−16<.*>0\.2</s);
    expect(page).toContain('Evidence by draw');
    expect(page).toContain('no link: the explorer shows networks');
    expect(page).not.toContain('href="explorer/');
    const sights = [{ claim: 'toy/base', of: 'counterexample', link: 'points=9', same: true }];
    expect(seen(sights, false)).toContain('href="http://127.0.0.1:2843/#points=9"');
    expect(seen(sights, false)).not.toContain('href="explorer/');
    expect(seen(sights, true)).toContain('href="explorer/index.html#points=9"');
  });

  test('another number in the run is another number in the page', () => {
    const run = written();
    const other = { ...run, verify: { ...run.verify, evaluations: 987654 } };
    expect(reportPage(other)).toContain('987654');
    expect(reportPage(run)).not.toContain('987654');
  });

  test('a folder that cannot be is said in one line', async () => {
    const { code, stderr } = await bnd('verify', HELD, '--report', join(into(), 'run.json'));
    expect(code).toBe(64);
    expect(stderr).toMatch(
      /^error: --report: needs a folder to write to; came .*, which gives EEXIST\. Name another\.\n$/,
    );
  });
});

test('The ablation has the numbers of `bnd simulate`, for all eight subsets', async () => {
  const { panels, points, width, depth, seed } = ablation('5');
  expect(panels.map(({ stages }) => stages.join())).toEqual([
    'identity',
    'recenter',
    'rescale',
    'recenter,rescale',
    'relu',
    'recenter,relu',
    'rescale,relu',
    'recenter,rescale,relu',
  ]);
  const options = { points, width, depth, stages: 'recenter,relu', seed, every: 4 };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const { layers } = simulateReport.parse(await json(['simulate', ...args]));
  expect(panels[5]?.layers).toEqual(
    layers.map(({ layer, normRatio, clusterCosine, crossCosine }) => ({
      layer,
      normRatio,
      clusterCosine: clusterCosine.mean,
      crossCosine: crossCosine.mean,
    })),
  );
});

test('The formula of every claim is typeset, and TeX that is none is refused', async () => {
  for (const claim of (await loadClaims()).map(describeClaim))
    expect([claim.id, formula(claim.formula).text]).toEqual([
      claim.id,
      expect.stringMatching(/^<math(?!.*(?:\\|merror|>[$_^]<)).*<\/math>$/s), // no TeX is left over
    ]);
  expect(() => formula('\\frac{1}')).toThrow();
});

test.each([
  [0.5, '0.5'],
  [1e-6, '1e-6'],
  [1.7763568394002505e-15, '1.776e-15'],
  [12345, '12345'],
  [0, '0'],
  [null, '–'],
  [NaN, '–'],
])('%s is written %s', (value, text) => expect(short(value)).toBe(text));
