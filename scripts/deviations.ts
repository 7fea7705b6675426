/** The verdict on each claim under one seed, by id; `crashed: ...` for a claim that could not be computed. */
export type Verdicts = Readonly<Record<string, string>>;

/** What differs from the verdicts under the first seed, in words; undefined when nothing does. */
export function deviation(first: Verdicts, later: Verdicts): string | undefined {
  const ids = [...new Set([...Object.keys(first), ...Object.keys(later)])];
  const found = ids.filter((id) => first[id] !== later[id]);
  if (found.length === 0) return undefined;
  return found.map((id) => `${id}: ${later[id] ?? 'absent'}, not ${first[id] ?? 'absent'}`).join('; ');
}
