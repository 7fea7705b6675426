import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

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
