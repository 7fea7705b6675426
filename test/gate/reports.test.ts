import { describe, expect, test } from 'vitest';
import { convert } from 'xmlbuilder2';
import { annotations } from '../../cli/gate/reports/annotations.js';
import { gateJunit } from '../../cli/gate/reports/junit.js';
import { gateMarkdown } from '../../cli/gate/reports/markdown.js';
import { gateSarif } from '../../cli/gate/reports/sarif.js';
import { gateText } from '../../cli/gate/reports/text.js';
import { type GatedClaim, type GateReport, gateReport } from '../../cli/schemas/gate.js';
import { CHANGE_CLASSES, CLASSES } from '../../src/gate/classes.js';

const TRICKY = 'a <b> | `c` & "d" %\u0000\n::error::planted ]]>';

function claim(id: string, acknowledged: string | null = null): GatedClaim {
  return {
    claim: id,
    relation: 'WEAKER',
    cases: 100,
    parted: 3,
    disagreement: null,
    verdict: { before: 'held', after: 'refuted', judged: true },
    changes: [
      {
        class: 'bound-loosened',
        level: 'deny',
        of: TRICKY,
        before: 'margin -1',
        after: 'margin 1',
        witness: {
          instance: { row: [1, 2] },
          world: 'no recentering',
          before: 'margin -1',
          after: 'margin 1',
          replay: `npx bnd gate --claims ${id} --instance '{"row":[1,2]}'`,
        },
        acknowledged,
      },
      { class: 'restated', level: 'warn', of: 'says', before: TRICKY, after: 'b', acknowledged: null },
    ],
    file: `theorems/${id}.ts`,
    line: 7,
  };
}

function reportOf(claims: readonly GatedClaim[], problems: readonly string[] = []): GateReport {
  const denied = claims
    .flatMap(({ changes }) => changes)
    .filter(({ level, acknowledged }) => level === 'deny' && acknowledged === null).length;
  const pass = denied === 0 && problems.length === 0;
  const [base, head] = [
    { ref: 'main', commit: 'a'.repeat(40) },
    { ref: 'worktree', commit: null },
  ];
  return gateReport.parse({
    pass,
    base,
    head,
    denied,
    same: 5,
    claims,
    problems,
    notes: ['A note.'],
    exitCode: pass ? 0 : 4,
  });
}

const closed = reportOf([claim('a/x'), claim('a/y', 'theory-changes/y.md')], ['theory-changes/z.md: is wrong.']);
const open = reportOf([claim('a/y', 'theory-changes/y.md')]);
const huge = reportOf(Array.from({ length: 3000 }, (_, k) => claim(`chapter/claim-${k}`)));
const HEADLINE =
  'Gate closed: 1 change denied without an acknowledgement, 1 acknowledgement wrong or unused; 2 of 7 claims changed.';

describe('The verdict comes first', () => {
  test('in the terminal, in Markdown and among the annotations', () => {
    expect(gateText(closed).split('\n')[0]).toBe(HEADLINE);
    expect(gateMarkdown(closed).split('\n')[0]).toBe(`## ❌ ${HEADLINE}`);
    expect(gateMarkdown(open).split('\n')[0]).toBe('## ✅ Gate passed: 1 of 6 claims changed, nothing is denied.');
    expect(annotations(closed)[0]).toBe(`::notice::${HEADLINE}`);
  });
});

describe('Markdown', () => {
  test('of three thousand claims fits into a comment, and counts what did not', () => {
    const text = gateMarkdown(huge);
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toMatch(/^## ❌ Gate closed: 3000 changes denied/);
    const [, left = ''] = /_(\d+) more claims did not fit/.exec(text) ?? [];
    expect(text.match(/^\| `chapter/gm)?.length).toBe(3000 - Number(left));
    expect(text).toMatch(/_3000 more details did not fit; `bnd gate` shows them\._\n$/);
    expect(Buffer.byteLength(gateMarkdown(huge, 2 ** 18))).toBeLessThan(2 ** 20);
  });

  test('keeps a name with any character inside its cell', () => {
    const rows = gateMarkdown(
      reportOf([{ ...claim('a/x'), relation: 'NO DIFFERENCE FOUND', parted: 0, disagreement: 0.0295 }]),
    );
    expect(rows).toContain(
      '| `a/x` | no difference found in 100 cases, so at most 3 % of such cases differ (95 %) | held → refuted | ❌ bound-loosened |',
    );
    expect(rows).not.toContain('<b>');
  });
});

describe('Annotations', () => {
  test('stand at the claim, carry the witness, and cannot be made into another command', () => {
    const [, first = '', second = '', ...rest] = annotations(closed);
    expect(first).toBe('::error file=theory-changes/z.md::theory-changes/z.md: is wrong.');
    expect(second).toMatch(
      /^::error file=theorems\/a\/x\.ts,line=7,title=a\/x%3A WEAKER \(3 of 100 cases part\)::bound-loosened a <b>/,
    );
    expect(second).toContain(`%0Anpx bnd gate --claims a/x --instance '{"row":[1,2]}'`);
    expect(rest.map((line) => line.slice(0, 10))).toEqual(['::warning ', '::warning ']);
    for (const line of annotations(closed)) expect(line).not.toContain('\n');
  });

  test('are ten of a kind at most, the last of which counts the others', () => {
    const errors = annotations(huge).filter((line) => line.startsWith('::error'));
    expect(errors).toHaveLength(10);
    expect(errors.at(-1)).toBe('::error::2991 more: see the summary of the step.');
  });
});

describe('JUnit', () => {
  test('is well-formed whatever the claims say, and fails where the gate is closed', () => {
    const text = gateJunit(closed);
    expect(text).not.toContain('\u0000');
    const failing = { failure: { '@type': 'theory change' } };
    expect(convert(text, { format: 'object' })).toMatchObject({
      testsuites: {
        '@failures': '3',
        testsuite: {
          testcase: [
            { '@name': 'a/x', ...failing },
            { '@name': 'a/y' },
            { '@name': 'acknowledgements are right and used', ...failing },
            { '@name': 'the gate', ...failing },
          ],
        },
      },
    });
    expect(text.match(/<failure /g)).toHaveLength(3);
    expect(gateJunit(open)).not.toContain('<failure');
  });
});

describe('SARIF', () => {
  test('has a rule for every class, and a result for every change that points at one', () => {
    const [run] = gateSarif(closed).runs;
    const rules = run?.tool.driver.rules ?? [];
    expect(rules.map(({ id }) => id)).toEqual(CHANGE_CLASSES);
    for (const result of run?.results ?? []) {
      expect(rules[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
      expect(result.message.text).not.toBe('');
      expect(result.locations?.[0]?.physicalLocation?.region?.startLine).toBe(7);
    }
    expect(run?.results?.map(({ level, suppressions = [] }) => [level, suppressions.length])).toEqual([
      ['error', 0],
      ['warning', 0],
      ['note', 1],
      ['warning', 0],
    ]);
  });
});

test('What loosens is denied unless somebody configures it otherwise, and what says that nobody could look cannot be acknowledged', () => {
  for (const kind of CHANGE_CLASSES) {
    const { level, direction } = CLASSES[kind];
    if (direction === 'weaker' || direction === 'either') expect(level, kind).toBe('deny');
    if (direction === 'stronger') expect(level, kind).toBe('allow');
  }
  expect(CHANGE_CLASSES.filter((kind) => CLASSES[kind].fatal === true)).toEqual(['not-loaded', 'lock-stale']);
});
