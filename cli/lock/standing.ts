import type { LockEntry } from '../schemas/lock.js';

type Entry = Pick<LockEntry, 'verdict' | 'source' | 'uses'>;

/**
 * How a claim stands, from verdicts alone: it is only as good as what it rests on.
 *
 * `held`; `conjecture` for one that nobody refuted yet; `held if ...` when it rests on conjectures; `held, but ... is ...` when
 * something below it is not; otherwise its own verdict.
 */
export function standingOf(id: string, claims: Readonly<Record<string, Entry>>): string {
  const own = claims[id];
  if (own === undefined) return 'unknown';
  if (own.verdict !== 'held') return own.source === 'conjecture' ? `conjecture, ${own.verdict}` : own.verdict;
  if (own.source === 'conjecture') return 'conjecture';
  const below = [...restsOn(id, claims, new Set())].sort();
  const fallen = below.find((used) => claims[used]?.verdict !== 'held');
  if (fallen !== undefined) return `held, but ${fallen} is ${claims[fallen]?.verdict ?? 'unknown'}`;
  const believed = below.filter((used) => claims[used]?.source === 'conjecture');
  return believed.length === 0 ? 'held' : `held if ${believed.join(' and ')}`;
}

/** Everything below a claim; what it names without being in the list is there too. */
function restsOn(id: string, claims: Readonly<Record<string, Entry>>, seen: Set<string>): ReadonlySet<string> {
  for (const used of claims[id]?.uses ?? []) {
    if (seen.has(used)) continue;
    seen.add(used);
    restsOn(used, claims, seen);
  }
  return seen;
}
