import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bnd } from './run.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The commands of the README that show their output, each with the lines that must come out of it. */
const shown = [...readme.matchAll(/```console\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block
    .split(/^\$ npx bnd /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...lines] = part.split('\n');
      return { command, lines: lines.filter((line) => line.trim() !== '') };
    }),
);

it('the README shows one claim with its output', () => {
  expect(shown.map(({ command }) => command)).toEqual(['verify recenter-relu/two-groups-turn-orthogonal']);
});

it.each(shown)('the README shows what `bnd $command` really prints', async ({ command, lines }) => {
  const { stdout } = await bnd(...command.split(' '));
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(stdout.split('\n')).toContain(line);
});

it('the first commands of the README are those of package.json', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    scripts: object;
  };
  const [, first = ''] = /```console\n([\s\S]*?)```/.exec(readme) ?? [];
  expect([...first.matchAll(/^\$ npm (\w+)/gm)].map(([, name]) => name)).toEqual(['start', 'test']);
  expect(Object.keys(scripts)).toEqual(
    expect.arrayContaining(['start', 'test', 'typecheck', 'lint', 'format', 'build']),
  );
});
