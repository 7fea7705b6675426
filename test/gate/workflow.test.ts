import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT, run, type Run } from '../cli/run.js';
import { temporaryFolder } from '../cli/temporary-folder.js';

const steps = z.array(
  z.looseObject({
    if: z.string().optional(),
    'continue-on-error': z.boolean().optional(),
    uses: z.string().optional(),
    run: z.string().optional(),
    with: z.record(z.string(), z.unknown()).optional(),
    env: z.record(z.string(), z.string()).optional(),
  }),
);
const matrix = z.object({ node: z.array(z.number()), shard: z.array(z.number()).optional() });
const workflow = z
  .object({
    permissions: z.object({ contents: z.literal('read') }),
    jobs: z.record(
      z.string(),
      z.looseObject({
        steps,
        permissions: z.record(z.string(), z.string()).optional(),
        strategy: z.object({ matrix }).optional(),
        'timeout-minutes': z.number(),
      }),
    ),
  })
  .parse(parse(readFileSync(join(ROOT, '.github/workflows/theory.yml'), 'utf8')));
const action = z
  .object({
    inputs: z.record(z.string(), z.object({ default: z.string() })),
    runs: z.object({ using: z.literal('composite'), steps }),
  })
  .parse(parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')));

const jobs = Object.entries(workflow.jobs);
const commands = (job: string): readonly string[] =>
  (workflow.jobs[job]?.steps ?? []).flatMap(({ run: line }) => line ?? []);
const shell = (script: string, env: Readonly<Record<string, string>> = {}): Promise<Run> =>
  run('env', [...Object.entries(env).map(([name, value]) => `${name}=${value}`), 'bash', '-ec', script]);

const folder = temporaryFolder();

describe('The workflow', () => {
  test('runs the tests on Node 20, 22 and 24, in as many parts as it says, and merges what it uploads', () => {
    const { node, shard = [] } = workflow.jobs['test']?.strategy?.matrix ?? { node: [] };
    expect(node).toEqual([20, 22, 24]);
    expect(workflow.jobs['report']?.strategy?.matrix.node).toEqual(node);
    const sharded = commands('test').find((line) => line.includes('--shard=')) ?? '';
    expect(sharded).toContain(`/${shard.length} `);
    expect(shard).toEqual(shard.map((_, k) => k + 1));
    expect(commands('report').at(-1)).toContain('--merge-reports=.vitest-reports');
  });

  test('names a version of every action, checks out the history for the gate, and calls the action with inputs that it has', () => {
    for (const { uses = './' } of jobs.flatMap(([, job]) => job.steps))
      expect(uses).toMatch(/^(?:\.\/|[\w-]+(?:\/[\w-]+)+@v\d+)$/);
    const gate = workflow.jobs['gate']?.steps ?? [];
    expect(gate.find(({ uses }) => uses?.startsWith('actions/checkout'))?.with).toMatchObject({ 'fetch-depth': 0 });
    const inputs = Object.keys(gate.find(({ uses }) => uses === './')?.with ?? {});
    expect(inputs).not.toEqual([]);
    for (const input of inputs) expect(Object.keys(action.inputs)).toContain(input);
  });

  test('shows the report on the pull request whatever the gate said, and lets no failure to show it decide', async () => {
    const { steps: all = [], permissions } = workflow.jobs['gate'] ?? {};
    const [scan, comment] = all.slice(-2);
    for (const step of [scan, comment]) {
      expect(step?.if).toMatch(/^always\(\) /);
      expect(step?.['continue-on-error']).toBe(true);
    }
    expect(scan).toMatchObject({ with: { sarif_file: 'report/gate.sarif' } });
    expect(permissions).toEqual({ contents: 'read', 'pull-requests': 'write', 'security-events': 'write' });
    // A stand-in for GitHub's command that says what it was asked.
    const bin = join(folder(), 'gh-only');
    mkdirSync(bin);
    writeFileSync(join(bin, 'gh'), '#!/bin/sh\nprintf "%s|" "$GH_TOKEN" "$@"\n', { mode: 0o755 });
    const env = { PATH: `${bin}:${process.env['PATH'] ?? ''}`, GH_TOKEN: 'token', PULL_REQUEST: '7; echo planted' };
    expect(Object.keys(comment?.env ?? {}).every((name) => name in env)).toBe(true);
    const { stdout } = await shell(comment?.run ?? '', env);
    expect(stdout).toBe('token|pr|comment|7; echo planted|--edit-last|--create-if-none|--body-file|report/gate.md|');
  });

  test('calls scripts that package.json has, and puts no text of others into a shell', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
    const all = [
      ...jobs.flatMap(([name]) => commands(name)),
      ...action.runs.steps.flatMap(({ run: line }) => line ?? []),
    ];
    for (const line of all) {
      const [, script] = /^npm run (\w+)$/.exec(line) ?? [];
      if (script !== undefined) expect(Object.keys(scripts)).toContain(script);
      expect([...line.matchAll(/\$\{\{ *([^} ]+)/g)].every(([, name = '']) => name.startsWith('matrix.'))).toBe(true);
    }
  });

  test('has commands for parts and for their report that work here, on a few tests', async () => {
    const reports = join(folder(), 'blobs');
    const here = (line: string, shard: number): string =>
      line
        .replaceAll('${{ matrix.node }}', '20')
        .replaceAll('${{ matrix.shard }}', String(shard))
        .replaceAll('.vitest-reports', reports)
        .replaceAll('report/tests.xml', join(folder(), 'tests.xml'));
    const part = commands('test').find((line) => line.includes('--shard=')) ?? '';
    const few = 'test/cli/nearest.test.ts test/cli/table.test.ts test/cli/exit-codes.test.ts --typecheck.enabled=false';
    for (const shard of [1, 2, 3]) {
      const { code, stderr } = await shell(`${here(part, shard)} ${few}`, { CI: 'true' });
      expect(code, stderr).toBe(0);
    }
    expect(readdirSync(reports)).toHaveLength(3);
    const merged = await shell(`${here(commands('report').at(-1) ?? '', 0)} --typecheck.enabled=false`, { CI: 'true' });
    expect(merged.code, merged.stderr).toBe(0);
    const xml = readFileSync(join(folder(), 'tests.xml'), 'utf8');
    for (const name of ['nearest', 'table', 'exit-codes']) expect(xml).toContain(`test/cli/${name}.test.ts`);
  });
});

describe('The action', () => {
  const [gate] = action.runs.steps;

  // A checkout without changes: the reports are tested elsewhere, here that the command of the step is right.
  beforeAll(() => {
    mkdirSync(join(folder(), 'bin'));
    writeFileSync(
      join(folder(), 'bin/npx'),
      `#!/bin/sh\nshift\nexec "${process.execPath}" "${join(ROOT, 'cli/index.js')}" "$@"\n`,
      { mode: 0o755 },
    );
    mkdirSync(join(folder(), 'plain'));
    cpSync(join(ROOT, 'package.json'), join(folder(), 'plain/package.json'));
  });

  const inputs = Object.fromEntries(
    Object.entries(gate?.env ?? {}).map(([name, value]) => [
      name,
      action.inputs[/inputs\.(\w+)/.exec(value)?.[1] ?? '']?.default,
    ]),
  );

  test('gets every variable of its step from an input', () => {
    expect(inputs).toEqual({ BASE: 'origin/main', REPORTS: 'report' });
  });

  test('writes every report and the summary of the step, with the verdict first', async () => {
    const summary = join(folder(), 'summary.md');
    const { code, stdout, stderr } = await shell(gate?.run ?? '', {
      PATH: `${join(folder(), 'bin')}:${process.env['PATH'] ?? ''}`,
      BASE: 'HEAD',
      REPORTS: join(folder(), 'report'),
      GITHUB_STEP_SUMMARY: summary,
    });
    expect([0, 4], stderr).toContain(code); // 4 while somebody works on the theory here
    expect(stdout).toMatch(/^Gate (?:passed|closed): /);
    expect(stdout).toMatch(/^::notice::Gate /m);
    expect(readFileSync(summary, 'utf8')).toMatch(/^## (?:✅ Gate passed|❌ Gate closed)/);
    expect(readdirSync(join(folder(), 'report')).sort()).toEqual(['gate.md', 'gate.sarif', 'gate.xml']);
  });

  test('ends with 64 where there is nothing to gate, which fails the step', async () => {
    const { code, stderr } = await shell(`cd "${join(folder(), 'plain')}"; ${gate?.run ?? ''}`, {
      PATH: `${join(folder(), 'bin')}:${process.env['PATH'] ?? ''}`,
      BASE: 'HEAD',
      REPORTS: join(folder(), 'none'),
    });
    expect(code).toBe(64);
    expect(stderr).toMatch(/^error: bnd gate: needs a git repository; /);
  });
});
