import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOCK } from '../../cli/lock/lock-files.js';
import { gateReport } from '../../cli/schemas/gate.js';
import { nodeIn } from '../cli/project-copy.js';
import { ROOT, type Run } from '../cli/run.js';
import { Repository } from './repository.js';
import { evidence, replace, SUMS, theorem } from './scenarios.js';

let repository: Repository;
beforeAll(async () => {
  repository = await Repository.make();
});
afterAll(() => repository.remove());

/** `bnd` as a user runs it in another repository. */
function bnd(...args: readonly string[]): Promise<Run> {
  const env = { GITHUB_ACTIONS: undefined, GITHUB_STEP_SUMMARY: undefined };
  return nodeIn(repository.root, [join(ROOT, 'cli/index.js'), ...args], env);
}

const loosen = { [theorem]: replace('0.25 - Math', '4 - Math') };
const acknowledgement = (
  claim: string,
  kind: string,
  reason = 'The old bound was never needed by anything here.',
): string => `---\nchanges:\n  - claim: ${claim}\n    class: ${kind}\n---\n\n${reason}\n`;

/** Everything as it was at the base, whatever a test did to the files. */
function clean(): void {
  repository.git('checkout', '--quiet', '--force', 'main');
  repository.git('clean', '--quiet', '--force', '-d');
}

describe('A denied change', () => {
  test('passes once somebody acknowledges it in writing, and not before', async () => {
    clean();
    repository.write(loosen);
    await repository.lock();
    const before = await bnd('gate', '--base', 'main');
    expect(before.code).toBe(4);
    expect(before.stdout).toMatch(
      /^Gate closed: 1 change denied without an acknowledgement; 1 of 4 claims changed\.$/m,
    );
    expect(before.stdout).toMatch(/WEAKER \(\d+ of 100 cases part\); held\n {2}✗ bound-loosened little/);
    const written = await bnd(
      'acknowledge',
      'looser-sums',
      '--base',
      'main',
      '--reason',
      'Sums of eight need more room.',
    );
    expect(written).toMatchObject({ code: 0, stdout: `theory-changes/looser-sums.md: bound-loosened of ${SUMS}\n` });
    const after = await bnd('gate', '--base', 'main', '--json');
    expect(after).toMatchObject({ code: 0, stderr: '' });
    const report = gateReport.parse(JSON.parse(after.stdout));
    expect(report).toMatchObject({ pass: true, denied: 0, problems: [], head: { ref: 'worktree', commit: null } });
    expect(report.notes).toEqual(['The worktree has 3 files that are not as committed; they were taken as they are.']);
    expect(report.claims[0]?.changes[0]).toMatchObject({
      level: 'deny',
      acknowledged: 'theory-changes/looser-sums.md',
    });
    // The same tree with the last commit for its head has not changed.
    expect(await repository.gate({ head: 'HEAD' })).toMatchObject({ pass: true, same: 4, claims: [] });
    const again = await bnd('acknowledge', 'looser-sums', '--base', 'main', '--reason', 'Twice.');
    expect(again).toMatchObject({
      code: 64,
      stderr: 'error: theory-changes/looser-sums.md: needs a new name; there is such a file. Choose another.\n',
    });
  });

  test('is not opened by an acknowledgement that the base has already', async () => {
    clean();
    repository.git('checkout', '--quiet', '-b', 'acknowledged');
    repository.write({ 'theory-changes/old.md': acknowledgement(SUMS, 'bound-loosened') });
    repository.commit('Acknowledged');
    repository.write(loosen);
    const report = await repository.gate({ base: 'acknowledged' });
    const changes = report.claims[0]?.changes.map((change) => [change.class, change.acknowledged]);
    expect(changes).toEqual([
      ['bound-loosened', null],
      ['lock-stale', null],
    ]);
    expect(report).toMatchObject({ denied: 2, exitCode: 4 });
  });

  test.each([
    [
      acknowledgement(SUMS, 'budget-cut'),
      `acknowledges budget-cut of ${SUMS}, which is not among the changes. Remove it.`,
    ],
    [
      acknowledgement('no/claim', 'claim-removed'),
      'acknowledges claim-removed of no/claim, which is not among the changes. Remove it.',
    ],
    [acknowledgement(SUMS, 'bound-loosend'), '✖ Invalid option: expected one of "claim-added"|'],
    [acknowledgement(SUMS, 'bound-loosened', 'ok'), 'needs the reason below its header; came "ok".'],
    ['changes: []', 'needs a YAML header between two lines of ---. Run bnd acknowledge.'],
    ['---\nchanges: [\n---\n', 'needs YAML in its header; '],
  ])('stays denied with an acknowledgement that is wrong or unused, which fails by itself: %j', async (text, said) => {
    clean();
    repository.write({ 'theory-changes/wrong.md': text });
    const report = await repository.gate();
    expect(report).toMatchObject({ pass: false, denied: 0, exitCode: 4, claims: [] });
    expect(report.problems).toHaveLength(1);
    expect(report.problems[0]).toContain(`theory-changes/wrong.md: ${said}`);
  });

  test('is not allowed by rules that come with it, but by those of the base', async () => {
    clean();
    const rules = { 'theory-gate.json': '{ "levels": { "bound-loosened": "allow", "lock-stale": "allow" } }' };
    repository.write({ ...loosen, ...rules });
    await repository.lock();
    expect(await repository.gate()).toMatchObject({ denied: 1, exitCode: 4 });
    clean();
    repository.git('checkout', '--quiet', '-b', 'relaxed');
    repository.write(rules);
    repository.commit('Relaxed');
    repository.write(loosen);
    // Nobody can allow a stale lock.
    const stale = await repository.gate({ base: 'relaxed' });
    expect(stale.denied).toBe(1);
    expect(stale.claims[0]?.changes[0]).toMatchObject({ class: 'lock-stale', level: 'deny' });
    await repository.lock();
    expect(await repository.gate({ base: 'relaxed' })).toMatchObject({ denied: 0, exitCode: 0 });
  });

  test('of a verdict ends with the exit code of the verdict once it is acknowledged', async () => {
    clean();
    repository.write({
      [evidence]: replace(
        "'a sum of one': { instead: { margins: () => ({ little: -0.75 }) } }",
        "'a sum of one': { instead: {} }",
      ),
    });
    await repository.lock();
    expect(await repository.gate()).toMatchObject({ exitCode: 4 });
    repository.write({ 'theory-changes/teeth.md': acknowledgement(SUMS, 'verdict-worse') });
    expect(await repository.gate()).toMatchObject({ pass: false, denied: 0, problems: [], exitCode: 2 });
  });
});

describe('Bad input is refused in one line', () => {
  test.each([
    [
      ['--base', 'nowhere'],
      '--base: needs a branch, tag or commit of this repository; came "nowhere". See git branch --all.',
    ],
    [['--head', '-x'], '--head: needs a branch, tag or commit of this repository; came "-x". See git branch --all.'],
    [
      ['--base', 'main', '--claims', 'no/claim'],
      '--claims: needs ids of claims of the base or the head; came "no/claim". See `bnd list`.',
    ],
    [
      ['--instance', '{}'],
      '--instance: needs the one claim that it is an instance of; came none or several. Write --claims ID.',
    ],
    [['--instance', '{'], '--instance: needs an instance in JSON; came "{". Copy one from a report.'],
    [
      ['--base', 'main', '--head', 'unlocked'],
      `unlocked:${LOCK}: needs the lock of the theory; came none. Run npx bnd lock and commit it.`,
    ],
  ])('bnd gate %j', async (args, said) => {
    clean();
    const { code, stdout, stderr } = await bnd('gate', ...args);
    expect({ code, stdout, stderr }).toEqual({ code: 64, stdout: '', stderr: `error: ${said}\n` });
  });

  test('a lock that is none, rules that are none, a folder without claims', async () => {
    clean();
    repository.write({ [LOCK]: '<<<<<<< ours\n' });
    await expect(repository.gate()).rejects.toThrow(
      `worktree:${LOCK}: needs a lock as \`bnd lock\` writes it; came an unfinished merge. Run npx bnd lock.`,
    );
    clean();
    repository.write({ 'theory-gate.json': '{ "levels": { "bound-loosened": "never" } }' });
    await expect(repository.gate()).rejects.toThrow(/^theory-gate\.json: needs .* came ✖ Invalid option/);
    clean();
    repository.git('rm', '-rq', 'theorems');
    await expect(repository.gate()).rejects.toThrow(
      '--head: needs a version with claims in theorems/ and properties/; worktree has none in theorems/. Name another.',
    );
    await expect(repository.gate({ folder: '/' })).rejects.toThrow(
      'bnd gate: needs a git repository; came the folder "/". Run it in a checkout.',
    );
    clean();
  });

  test('a base from before the lock is judged where the head changed, and a note says so', async () => {
    clean();
    repository.write(loosen);
    await repository.lock();
    const report = await repository.gate({ base: 'unlocked' });
    expect(repository.git('worktree', 'list').split('\n')).toHaveLength(1);
    expect(report.notes).toContain(
      `The base has no ${LOCK}: it was judged where the head changed, and is unknown elsewhere.`,
    );
    expect(report.claims[0]).toMatchObject({
      claim: SUMS,
      relation: 'WEAKER',
      verdict: { before: 'held', after: 'held', judged: true },
    });
  });
});
