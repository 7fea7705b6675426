import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChangeClass } from '../../src/gate/classes.js';
import type { GatedClaim, GateReport } from '../../cli/schemas/gate.js';
import { gateReport } from '../../cli/schemas/gate.js';
import { Repository } from './repository.js';
import { evidence, HEADS, heads, replace, scenarios, SUMS, theorem } from './scenarios.js';
import { smallTheory } from './small-theory.js';

let repository: Repository;
beforeAll(async () => {
  repository = await Repository.make();
});
afterAll(() => repository.remove());

function classesOf(claim: GatedClaim | undefined): readonly ChangeClass[] {
  const all = (claim?.changes ?? []).map((change) => change.class).filter((kind) => kind !== 'lock-stale');
  return [...new Set(all)].sort();
}

function find(report: GateReport, id: string): GatedClaim | undefined {
  return report.claims.find(({ claim }) => claim === id);
}

describe('A change of the theory is found for what it is', () => {
  test.each(scenarios)('$name: $relation', async ({ name, edit, claim = SUMS, relation, classes, passes = false }) => {
    const head = repository.branch(name.replaceAll(/\W+/g, '-'), edit);
    const report = gateReport.parse(await repository.gate({ head }));
    const found = find(report, claim);
    expect(found?.relation ?? 'SAME CODE').toBe(relation);
    expect(classesOf(found)).toEqual(classes);
    const denied = (found?.changes ?? []).filter(({ level, class: kind }) => level === 'deny' && kind !== 'lock-stale');
    expect(denied.length === 0).toBe(passes);
    expect(report.exitCode).toBe(relation === 'SAME CODE' ? 0 : 4);
    if (relation === 'NO DIFFERENCE FOUND') {
      expect(found?.parted).toBe(0);
      // Three over the number of cases, as the rule of thumb for 95 % has it.
      expect((found?.disagreement ?? NaN) * (found?.cases ?? NaN)).toBeGreaterThan(2.8);
      expect(found?.disagreement).toBeLessThan(0.1);
    }
  });
});

describe('The report', () => {
  const loosened = (): string => repository.git('rev-parse', 'a-bound-loosened-in-the-code-prose-untouched');

  test('shows a witness where the old bound is violated and the new one holds, and replays it', async () => {
    const report = await repository.gate({ head: loosened() });
    const witness = find(report, SUMS)?.changes.find(({ class: kind }) => kind === 'bound-loosened')?.witness;
    expect(witness).toMatchObject({ world: 'no recentering' });
    const { instance, before, after, replay = '' } = witness ?? {};
    expect([before, after]).toEqual([expect.stringMatching(/^margin -/), expect.stringMatching(/^margin \d/)]);
    expect(replay).toContain(`--claims ${SUMS} --instance '${JSON.stringify(instance)}'`);
    const again = await repository.gate({ head: loosened(), claims: [SUMS], instance });
    expect(find(again, SUMS)).toMatchObject({ cases: 1, parted: 1, relation: 'WEAKER' });
    expect(find(again, SUMS)?.changes[0]?.witness).toEqual(witness);
    const { row } = instance as { row: number[] };
    const without = await repository.gate({ head: loosened(), claims: [SUMS], instance: { row: row.map(() => 0) } });
    expect(find(without, SUMS)).toMatchObject({
      cases: 1,
      changes: [{ class: 'bound-loosened' }, { class: 'lock-stale' }],
    });
  });

  test('names a claim that came, one that went and one that was renamed', async () => {
    const head = repository.branch('moves', {
      'theorems/rows/a-row-sums-to-half.ts': null,
      'properties/rows/a-row-sums-to-half.ts': null,
      'theorems/chance/heads-are-common.ts': null,
      'properties/chance/heads-are-common.ts': null,
      'theorems/chance/heads-abound.ts': (smallTheory['theorems/chance/heads-are-common.ts'] ?? '').replaceAll(
        'heads-are-common',
        'heads-abound',
      ),
      'properties/chance/heads-abound.ts': (smallTheory['properties/chance/heads-are-common.ts'] ?? '').replaceAll(
        'heads-are-common',
        'heads-abound',
      ),
      [theorem]: null,
      [evidence]: null,
      'theorems/rows/rows-vanish.ts': (smallTheory['theorems/rows/sums-vanish.ts'] ?? '')
        .replace('rows/sums', 'rows/rows')
        .replace(/says: .*/, "says: 'Nothing of this.',")
        .replace('|sum_i x_i| <= 1/4', 'other')
        .replace('at least two points', 'pairs'),
      'properties/rows/rows-vanish.ts': (smallTheory['properties/rows/sums-vanish.ts'] ?? '').replace(
        'rows/sums-vanish.js',
        'rows/rows-vanish.js',
      ),
    });
    const report = await repository.gate({ head });
    const moves = report.claims.map(({ claim, relation, changes }) => [
      claim,
      relation,
      changes.map((change) => change.class).filter((kind) => kind !== 'lock-stale'),
    ]);
    expect(moves.sort()).toEqual([
      ['chance/heads-abound', 'NO DIFFERENCE FOUND', ['claim-renamed']],
      ['rows/a-row-sums-to-half', 'REMOVED', ['claim-removed']],
      ['rows/rows-vanish', 'ADDED', ['claim-added']],
      [SUMS, 'REMOVED', ['claim-removed']],
    ]);
    expect(report.denied).toBeGreaterThan(0);
  });

  test('of a changed core puts the same instances to both', async () => {
    const stages = 'src/network/stages.ts';
    const slow = repository.branch('core-differs', {
      [stages]: replace('sum / points;', '(sum / points) * (1 + 1e-6);'),
    });
    const wrong = repository.branch('core-disagrees', { [stages]: replace('sum / points;', 'sum / (points + 1);') });
    const [differs, disagrees] = [await repository.gate({ head: slow }), await repository.gate({ head: wrong })];
    expect(differs).toMatchObject({ exitCode: 0, same: 0 });
    expect(classesOf(find(differs, SUMS))).toEqual(['core-differs']);
    expect(find(differs, HEADS)).toMatchObject({ relation: 'NO DIFFERENCE FOUND', changes: [] });
    expect(find(disagrees, SUMS)).toMatchObject({ relation: 'INCOMPARABLE', verdict: { judged: false } });
    expect(classesOf(find(disagrees, SUMS))).toEqual(['core-disagrees']);
    expect(disagrees.exitCode).toBe(4);
    const judged = await repository.gate({ head: wrong, judgeAll: true, claims: [SUMS] });
    expect(find(judged, SUMS)?.verdict).toEqual({ before: 'held', after: 'refuted', judged: true });
  });

  test('of claims that cannot be loaded or judged is no pass, whoever acknowledges it', async () => {
    const broken = repository.branch('broken', {
      [theorem]: replace('margins: (', 'margins: ((('),
      [evidence]: replace('cases: 100', 'cases: 90'),
      [heads]: replace('heads: new Stream', 'heads: key.low >= 0 ? planted() : new Stream'),
      'theory-changes/broken.md': `---\nchanges:\n  - claim: ${SUMS}\n    class: not-loaded\n---\n\nIt is broken, and we would like to pass.\n`,
    });
    const report = await repository.gate({ head: broken });
    expect(report).toMatchObject({ pass: false, exitCode: 4 });
    for (const id of [SUMS, HEADS]) {
      const change = find(report, id)?.changes.find(({ class: kind }) => kind === 'not-loaded');
      expect(change).toMatchObject({ level: 'deny', acknowledged: null });
    }
  });

  test('of an unchanged theory says so, and judges nothing', async () => {
    const report = await repository.gate();
    expect(report).toMatchObject({ pass: true, exitCode: 0, same: 4, claims: [], problems: [], notes: [] });
  });
});
