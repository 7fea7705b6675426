/** The few words that a mistyped one may stand for, the nearest first: those that contain it, and those a few edits away. */
export function nearest(typed: string, words: readonly string[]): readonly string[] {
  // Long texts are no typing errors, and the table below has an entry for each pair of letters.
  if (typed === '' || typed.length > 100) return [];
  const wanted = typed.toLowerCase();
  return words
    .map((word) => ({ word, away: word.includes(wanted) ? 0 : distance(wanted, word) / word.length }))
    .filter(({ away }) => away <= 0.34)
    .toSorted((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ word }) => word);
}

/** Letters to insert, delete or replace (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const replaced = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
