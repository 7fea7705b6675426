import { type Found, Partings, type Version } from './partings.js';
import { unseen } from './unseen.js';

/** How hard to look for a difference. */
export interface Search {
  /** Instances, half of them from either version. */
  readonly cases: number;
  /** Of these, so many are also read in the layers of controls that both versions have. */
  readonly inWorlds: number;
  /** Chance that the bound on what was not seen is wrong. */
  readonly level: number;
  /** In place of instances from the generators: one that somebody wants to see. */
  readonly only?: unknown;
}

/** What came of looking for a difference between two versions of a claim. */
export interface Comparison {
  /** Instances that were put to both. */
  readonly cases: number;
  /** Those in which the versions parted. */
  readonly parted: number;
  /** Upper bound on the frequency of instances in which they part; undefined when some did. */
  readonly disagreement: number | undefined;
  readonly found: readonly Found[];
  /** Instances that their own generator did not recognise, and so could not be read by value. */
  readonly unread: number;
}

const SEEDS = { before: 20_250_601, after: 20_250_602 } as const;

/** Looks for instances on which two versions of a claim part: in domain, hypotheses, conclusion, allowance or law. */
export function compare(before: Version, after: Version, search: Search): Comparison {
  const worlds = before.worlds.filter((world) => after.worlds.includes(world));
  const partings = new Partings(before, after);
  const half = Math.ceil(search.cases / 2);
  const [old, now] = [dataOf(before, half, SEEDS.before), dataOf(after, half, SEEDS.after)];
  const chosen = search.only === undefined ? interleaved(old.data, now.data) : [search.only];
  // A generator that does not know its own instances again cannot say that another's are not among them.
  const knows = { before: old.unread === 0, after: now.unread === 0 };
  let cases = 0;
  for (const instance of chosen) {
    const [inOld, inNow] = [before.recognises(instance), after.recognises(instance)];
    if (inOld && inNow) partings.compare(instance, cases < search.inWorlds ? worlds : []);
    else if (inOld && knows.after) partings.alone('domain: left out', instance);
    else if (inNow && knows.before) partings.alone('domain: taken in', instance);
    else continue;
    cases += 1;
  }
  const found = partings.all();
  const parted = partings.parted(found);
  return {
    cases,
    parted,
    disagreement: parted > 0 ? undefined : unseen(cases, search.level),
    found,
    unread: old.unread + now.unread,
  };
}

/** Instances as data, which is all that a report can hold: what does not survive being written down is not among them. */
function dataOf(version: Version, count: number, seed: number): { data: readonly unknown[]; unread: number } {
  const data = version.sample(count, seed).map((instance): unknown => JSON.parse(JSON.stringify(instance)));
  const known = data.filter((instance) => version.recognises(instance));
  return { data: known, unread: count - known.length };
}

function interleaved(a: readonly unknown[], b: readonly unknown[]): readonly unknown[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => [
    ...a.slice(i, i + 1),
    ...b.slice(i, i + 1),
  ]).flat();
}
