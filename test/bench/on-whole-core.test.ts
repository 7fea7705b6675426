import { describe, expect, it } from 'vitest';
import { core } from '../../bench/core.js';
import { onWholeCore } from '../../bench/on-whole-core.js';

/** A core of which others have a part in some rounds: its probes before and after a round, and one for each look. */
function shared(...wholeInRound: readonly (readonly boolean[])[]): Parameters<typeof onWholeCore>[0] {
  const looks = wholeInRound.flat();
  return { isWhole: () => looks.shift() ?? true, whole: () => Promise.resolve() };
}
const [Y, N] = [true, false];
const name = (count: number): string => `round ${count}`;

describe('rounds on a whole core', () => {
  it('are as many as wanted, and those on a shared one do not count', async () => {
    expect(await onWholeCore(shared([Y, Y], [N, Y], [Y, N], [Y, Y]), 2, name)).toEqual({
      counted: ['round 1', 'round 4'],
      whole: 2,
      tried: 4,
    });
  });

  it('are shared when the round looks and finds them so', async () => {
    const looking = (count: number, look: () => void): string => {
      look();
      return name(count);
    };
    const { counted } = await onWholeCore(shared([Y, N, Y], [Y, Y, Y], [Y, Y, Y]), 2, looking);
    expect(counted).toEqual(['round 2', 'round 3']);
  });

  it('all count where fewer than half of those wanted found it whole, after three times as many tries', async () => {
    const busy = await onWholeCore(shared([Y, Y], ...Array.from({ length: 11 }, () => [N, N])), 4, name);
    expect(busy).toMatchObject({ whole: 1, tried: 12 });
    expect(busy.counted).toHaveLength(12);
    const half = await onWholeCore(shared([Y, Y], [Y, Y], ...Array.from({ length: 10 }, () => [N, N])), 4, name);
    expect(half).toEqual({ counted: ['round 1', 'round 2'], whole: 2, tried: 12 });
  });

  it('are tried no oftener than told, and once where one is wanted', async () => {
    const never = (): Parameters<typeof onWholeCore>[0] => shared(...Array.from({ length: 9 }, () => [N, N]));
    expect((await onWholeCore(never(), 3, name, 3)).tried).toBe(3);
    expect(await onWholeCore(never(), 1, name)).toEqual({ counted: ['round 1'], whole: 0, tried: 1 });
  });

  it('wait for it before each, but not where one is wanted', async () => {
    const waits: number[] = [];
    const waiting = { ...core(() => 1), whole: (patience: number) => Promise.resolve(void waits.push(patience)) };
    await onWholeCore(waiting, 2, name);
    await onWholeCore(waiting, 1, name);
    expect(waits).toEqual([3000, 3000, 0]);
  });
});
