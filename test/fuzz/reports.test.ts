import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type RunDocument, runDocument } from '../../cli/report/run-document.js';
import { redrawReport } from '../../cli/report/write-report.js';
import { bnd } from '../cli/run.js';
import { temporaryFolder } from '../cli/temporary-folder.js';
import { harmless } from './harmless.js';
import { mutatedJson } from './mutated.js';

const CLAIM = 'recenter-relu/symmetric-state-is-fixed';
const folder = temporaryFolder();
let run: RunDocument;
beforeAll(async () => {
  const { code, stderr } = await bnd('verify', CLAIM, '--report', folder());
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const whole = runDocument.parse(JSON.parse(readFileSync(join(folder(), 'run.json'), 'utf8')));
  const { mutants, ...rest } = whole;
  expect(mutants).toBeDefined();
  // Less of the same kinds, so that a page is drawn in a moment.
  const panels = whole.ablation.panels.slice(0, 1).map((panel) => ({ ...panel, layers: panel.layers.slice(0, 3) }));
  const curves = whole.curves
    .slice(0, 1)
    .map((curve) => ({ ...curve, series: curve.series.map((each) => ({ ...each, points: each.points.slice(0, 3) })) }));
  run = {
    ...rest,
    claims: whole.claims.filter(({ id }) => id === CLAIM),
    curves,
    ablation: { ...whole.ablation, panels },
  };
});

/** The page of these numbers, or the line that refuses them. */
function redrawn(text: string): string {
  return harmless(() => {
    writeFileSync(join(folder(), 'run.json'), text);
    // A name in quotes is a name, whatever it holds.
    return readFileSync(redrawReport(folder()), 'utf8').replaceAll(/ aria-label="[^"]*"/g, '');
  });
}

/** What a browser would run, or fetch. */
const ALIVE = /<script|<iframe|<img|<link| on\w+\s*=|href="(?!https?:|#|explorer\/)/i;

describe('The numbers of a run are data', () => {
  test('that are drawn as they are, or refused in one line', () => {
    expect(redrawn(JSON.stringify(run))).toMatch(/^<!doctype html>/i);
    const property = fc.property(mutatedJson([run]), (text) => {
      expect(redrawn(text)).not.toMatch(ALIVE);
    });
    fc.assert(property, { numRuns: 40 });
  });

  test('whose texts are shown and not obeyed, in every place', () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>"\' javascript:alert(1)';
    const everywhere = (value: unknown, key = ''): unknown => {
      if (typeof value === 'string')
        return key === 'says' ||
          key === 'cite' ||
          key === 'name' ||
          key === 'because' ||
          key === 'link' ||
          key === 'clause' ||
          key === 'label'
          ? evil
          : value;
      if (Array.isArray(value)) return value.map((each) => everywhere(each, key));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, everywhere(each, name)]));
    };
    const page = redrawn(JSON.stringify(everywhere(run)));
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script|<img/);
  });

  test('and a formula that is none is refused', () => {
    const claims = run.claims.map((claim) => ({ ...claim, formula: String.raw`\frac{1}` }));
    expect(redrawn(JSON.stringify({ ...run, claims }))).toMatch(
      /^report: needs the numbers of a run of this version; .*run\.json is none\. .*formula.* `npx bnd verify --report DIR` writes one\.$/s,
    );
  });

  test('the check sees a page that is alive', () => {
    for (const page of ['<p onclick="x">', '<script>', '<a href="javascript:x">', '<img src=x>'])
      expect(page).toMatch(ALIVE);
  });
});
