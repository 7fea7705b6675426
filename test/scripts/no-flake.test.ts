import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { deviation } from '../../scripts/deviations.js';

const script = fileURLToPath(new URL('../../dist/scripts/no-flake.js', import.meta.url));
const run = (...args: readonly string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });

describe('a deviation', () => {
  const first = { a: 'held', b: 'held' };

  it('is a verdict that differs from that of the first seed, in words', () => {
    expect(deviation(first, { a: 'held', b: 'held' })).toBeUndefined();
    expect(deviation(first, { a: 'held', b: 'undecided' })).toBe('b: undecided, not held');
    expect(deviation(first, { a: 'crashed: no', b: 'refuted' })).toBe('a: crashed: no, not held; b: refuted, not held');
  });

  it('is a claim that only one of two seeds has a verdict on', () => {
    expect(deviation(first, { a: 'held' })).toBe('b: absent, not held');
    expect(deviation({ a: 'held' }, first)).toBe('b: held, not absent');
  });
});

describe('npm run no-flake', () => {
  it('finds none in two seeds of a cheap claim', () => {
    const claim = 'recenter-relu/odd-point-is-uniform';
    const { status, stdout } = run('--seeds', '2', '--from', '5', claim);
    expect(stdout.split('\n')).toEqual([
      '1 claims, seeds 5 to 6',
      `seed 5: ${claim}: held`,
      '0 of 1 seeds deviate from seed 5.',
      '',
    ]);
    expect(status).toBe(0);
  });

  it.each([
    [['--seeds', '1'], '--seeds: needs a whole number of seeds from 2'],
    [['--seed', '2'], "Unknown option '--seed'"],
    [['no/claim'], 'claim: needs the id of one of'],
    [['recenter-relu/symmetric-state-is-fixed'], 'claim: needs one of kind probable or law; came none.'],
  ])('refuses %j', (args, message) => {
    const { status, stderr } = run(...args);
    expect(stderr).toContain(message);
    expect(status).toBe(64);
  });
});
