import { kernelFor } from '../src/chain/kernel-instance.js';
import { fillNormals } from '../src/random/normal.js';
import type { Contender } from './contender.js';
import type { BenchResults } from './results.js';
import { median } from './median.js';
import { repeatedSeconds } from './seconds.js';

/** The kernel draws 64 for each of so many points in a call. */
const POINTS = 128;
const COUNT = 64 * POINTS;
/** A call of Python draws more, so that the call does not show. */
const MANY = 1 << 20;

/** Standard normals per second: the kernel, plain TypeScript, and each Python library that is here. */
export async function normalRates(
  peers: readonly { readonly library: string; readonly contenders: readonly Contender[] }[],
  rounds: number,
  enough: number,
): Promise<BenchResults['normals']> {
  const kernel = kernelFor(POINTS);
  const block = new Float64Array(COUNT);
  const rate = (fill: (call: number) => void): number => {
    let call = 0;
    const once = (): number => COUNT / repeatedSeconds(() => fill(call++), enough);
    return median(Array.from({ length: rounds }, once));
  };
  const rows = [
    { by: 'the kernel, f64', perSecond: rate((call) => kernel?.normals(POINTS, POINTS, 1, call)) },
    { by: 'plain TypeScript, f64', perSecond: rate((call) => fillNormals({ high: 1, low: call }, block)) },
  ];
  for (const { library, contenders } of peers) {
    for (const { name, run } of contenders.filter((peer) => peer.name.startsWith('normals'))) {
      const rates: number[] = [];
      for (let seed = 0; seed < rounds; seed++) {
        const { seconds } = await run({ points: 1, width: MANY, layers: 1, seed });
        rates.push(MANY / seconds);
      }
      rows.push({ by: `${library}, ${name.slice('normals '.length)}`, perSecond: median(rates) });
    }
  }
  return rows;
}
