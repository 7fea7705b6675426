import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bnd, ROOT, run } from './run.js';

const claim = 'recenter-relu/two-groups-turn-orthogonal';
const shell = (script: string): ReturnType<typeof run> => run('bash', ['-c', script]);
// Windows has neither signals that end a process nor a shell with these pipes.
const onPosix = test.skipIf(process.platform === 'win32');

describe.concurrent('bnd as a process', () => {
  test('without a command prints how it is used, on standard error, and exits with 64', async () => {
    const { code, stdout, stderr } = await bnd();
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toMatch(/^Usage: bnd COMMAND \[options\]/);
    expect(stderr).not.toMatch(/^error/m);
  });

  test.each([
    ['--help'],
    ['help'],
    ...['verify', 'simulate', 'limit', 'list', 'show', 'lock', 'gate', 'acknowledge'].flatMap((name) => [
      [name, '--help'],
      ['help', name],
    ]),
  ])('%s %s prints help with examples and legible defaults, and exits with 0', async (...args) => {
    const { code, stdout, stderr } = await bnd(...args.filter((arg) => arg !== ''));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/\n\nExamples:\n {2}bnd /);
    expect(stdout).not.toMatch(/default: [[{]/);
  });

  test('--version prints the version of the package, and the help says so', async () => {
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    expect(await bnd('--version')).toEqual({ code: 0, signal: null, stdout: `${version}\n`, stderr: '' });
    expect((await bnd('--help')).stdout).toMatch(/^ {2}--version +print the version of this package$/m);
  });

  test.each([
    ['--debug', 'simulate', '--points', '1'],
    ['simulate', '--debug', '--points', '1'],
    ['simulate', '--points', '1', '--debug'],
  ])('prints a stack trace below the line with --debug, wherever it stands: %s %s %s %s', async (...args) => {
    const { code, stdout, stderr } = await bnd(...args);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toMatch(/^error: --points: needs [^\n]*\n(?:.*\n)*? {4}at /);
  });

  // Every draw of a claim calls Math.imul, and the program calls Array.filter before any command: they stand for any defect.
  const broken = (name: string): string =>
    `data:text/javascript,${name} = () => { throw new TypeError("planted\\ndefect") }`;
  const defect = broken('Math.imul');
  test.each([[['--json']], [[]]])('A crash in a claim is no verdict: one line, exit code 70 (%j)', async (args) => {
    const { code, stdout, stderr } = await run(process.execPath, ['--import', defect, 'cli', 'verify', claim, ...args]);
    expect(code).toBe(70);
    expect(stdout).not.toMatch(/held|refuted/);
    if (args.includes('--json')) expect(stdout).toBe('');
    expect(stderr).toMatch(
      /^internal error: recenter-relu\/two-groups-turn-orthogonal: planted\\ndefect\. [^\n]*--debug shows where\.\n$/,
    );
  });

  test('--debug shows where a claim crashed', async () => {
    const { code, stderr } = await run(process.execPath, ['--import', defect, 'cli', 'verify', claim, '--debug']);
    expect(code).toBe(70);
    expect(stderr).toMatch(/^internal error: [^\n]*\n(?:.*\n)*.*\[cause\]: TypeError: planted\n(?:.*\n)*? +at mix /);
  });

  test('A crash before any command runs does not end with the exit code of a refutation', async () => {
    const { code, stdout, stderr } = await run(process.execPath, [
      '--import',
      broken('Array.prototype.filter'),
      'cli',
      'list',
    ]);
    expect({ code, stdout }).toEqual({ code: 70, stdout: '' });
    expect(stderr).toBe('internal error: planted (--debug shows where)\n');
  });

  onPosix('A reader that stops reading ends the command quietly', async () => {
    const { stdout, stderr } = await shell(
      `"${process.execPath}" cli list --json | head -c 1; echo " \${PIPESTATUS[0]}"`,
    );
    expect(stderr).toBe('');
    // 0 when everything fitted into the pipe before its reader went away.
    expect(stdout).toMatch(/^\{ (?:0|141)\n$/);
    const closed = await shell(`"${process.execPath}" cli list > >(exec >&- <&-; sleep 3)`);
    expect(closed.stderr).toBe('');
  });

  // Only Linux has a device that is always full.
  test.skipIf(!existsSync('/dev/full'))('A full disk is an error, not a success', async () => {
    const { code, stderr } = await shell(`"${process.execPath}" cli list --json > /dev/full`);
    expect(code).toBe(70);
    expect(stderr).toBe('error: standard output: needs room to write; came ENOSPC.\n');
  });

  onPosix('An interrupt ends a run at once, without a verdict on what was interrupted', async () => {
    const args = ['cli', 'verify', claim, '--effort', '1000'];
    const { code, signal, stdout } = await run(process.execPath, args, (text, kill) => {
      if (text.includes('claims, profile')) kill('SIGINT');
    });
    expect({ code, signal }).toEqual({ code: null, signal: 'SIGINT' });
    expect(stdout).not.toMatch(/held/);
  });

  onPosix('Shells report an interrupt as 130', async () => {
    const { stdout } = await shell(
      `"${process.execPath}" cli verify ${claim} --effort 1000 --json & sleep 1.5; kill -INT $!; wait $!; echo $?`,
    );
    expect(stdout).toBe('130\n');
  });
});
