import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dealt } from '../../cli/hunt-on.js';
import { huntReport } from '../../cli/schemas/hunt.js';
import { replayReport } from '../../cli/schemas/replay.js';
import { verifyReport } from '../../cli/schemas/verify.js';
import { rootKey } from '../../src/random/key.js';
import { UNCALIBRATED } from '../../src/search/calibration.js';
import type { Leg, LegResult } from '../../src/search/leg.js';
import { type Run, ROOT, run } from './run.js';
import { temporaryFolder } from './temporary-folder.js';

const claim = 'contrasts/batch-norm-has-an-outlier-state';
const folder = temporaryFolder();

/** `bnd` in a folder of its own, so that its corpus is its own. */
function bndIn(place: string, ...args: readonly string[]): Promise<Run> {
  mkdirSync(place, { recursive: true });
  return run(process.execPath, [join(ROOT, 'cli/index.js'), ...args], undefined, place);
}

describe('a claim that something exists', () => {
  test('is hunted for its witness, which is kept, replays, and is met again by verify', async () => {
    const place = join(folder(), 'witness');
    const found = await bndIn(place, 'hunt', claim, '--save', '--json');
    expect({ code: found.code, stderr: found.stderr }).toEqual({ code: 0, stderr: '' });
    const report = huntReport.parse(JSON.parse(found.stdout));
    expect(report).toMatchObject({ seeks: 'witness', sweepDraws: 0, simplest: { instance: { points: 52 } } });
    expect(report.simplest?.decisive.margin).toBeGreaterThan(0);
    const [name = ''] = readdirSync(join(place, 'witnesses', claim));
    const file = join('witnesses', claim, name);
    expect(report.saved).toBe(file);

    const again = await bndIn(place, 'replay', file, '--json');
    expect(again.code).toBe(0);
    const { status, instance, violated } = replayReport.parse(JSON.parse(again.stdout));
    expect({ status, instance, violated }).toEqual({
      status: 'stands',
      instance: report.simplest?.instance,
      violated: undefined,
    });

    const verified = verifyReport.parse(JSON.parse((await bndIn(place, 'verify', claim, '--json')).stdout));
    expect(verified.corpus).toMatchObject([{ claim, status: 'stands', file }]);
    expect(verified.claims).toMatchObject([{ verdict: 'held', kind: 'exists' }]);
    // A hunt, with more evaluations to make it small, gets down to the 52 at which such states begin; any witness has as many.
    const { points } = z.object({ points: z.number() }).parse(verified.claims[0]?.witness?.instance);
    expect(points).toBeGreaterThanOrEqual(52);

    // One that is none any more: an instance, but 51 points have no such state.
    const text = readFileSync(join(place, file), 'utf8').replace('"points": 52', '"points": 51');
    writeFileSync(join(place, 'lost.json'), text);
    const lost = await bndIn(place, 'replay', 'lost.json');
    expect(lost.code).toBe(3);
    expect(lost.stdout).toMatch(/^✗ lost .*: it is no witness any more\.$/m);
    writeFileSync(join(place, 'other.json'), text.replace('"seed"', '"violated": "x", "seed"'));
    expect((await bndIn(place, 'replay', 'other.json')).stdout).toContain('settled by a witness now');
  });

  test('is not refuted when nothing is found: 3, with what came nearest', async () => {
    const { code, stdout } = await bndIn(join(folder(), 'none'), 'hunt', claim, '--budget', '8');
    expect(code).toBe(3);
    expect(stdout).toMatch(/^nothing found in 8 evaluations of /m);
    expect(stdout).toContain('This refutes nothing');
  });
});

describe('legs dealt to workers', () => {
  const legs = [0, 1, 2, 3, 4, 5].map((place): Leg => ({
    key: rootKey('1'),
    place,
    budget: 10,
    calibration: UNCALIBRATED,
    level: 0,
  }));
  const result = (leg: Leg, by?: string): LegResult => ({
    ...{ evaluations: leg.place, spent: {}, found: leg.place, by },
    ...{ confirmed: undefined, nearest: undefined },
  });
  /** Later legs are done sooner, so that order is what is tested. */
  const slow = (leg: Leg) => new Promise((done) => setTimeout(done, 20 - 3 * leg.place));

  test.each([1, 2, 6])('come out the same with %d workers: up to the first find', async (workers) => {
    const run = (leg: Leg) => slow(leg).then(() => result(leg, [2, 3, 5].includes(leg.place) ? 'luck' : undefined));
    const places = (await dealt({ legs, until: 'a find' }, workers, run)).map(({ found }) => found);
    expect(places).toEqual([0, 1, 2]);
    expect(await dealt({ legs, until: 'all are made' }, workers, run)).toHaveLength(6);
  });

  test.each([1, 2, 6])('crash with %d workers only when nothing was found before', async (workers) => {
    const run = async (leg: Leg) => {
      await slow(leg);
      if (leg.place === 3) throw new Error('the claim broke');
      return result(leg, leg.place === 1 ? 'luck' : undefined);
    };
    expect(await dealt({ legs, until: 'a find' }, workers, run)).toHaveLength(2);
    await expect(dealt({ legs: legs.slice(2), until: 'a find' }, workers, run)).rejects.toThrow('the claim broke');
  });
});

test('the same bytes come out whatever the number of workers', async () => {
  const sound = 'recenter-relu/two-groups-turn-orthogonal';
  const hunted = (workers: string) =>
    bndIn(join(folder(), workers), 'hunt', sound, '--budget', '2100', '--workers', workers, '--json');
  const [one, three] = await Promise.all([hunted('1'), hunted('3')]);
  expect(one.code).toBe(0);
  expect(three.stdout).toBe(one.stdout);
});
