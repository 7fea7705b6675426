import type { Claimed } from './claimed.js';

/** A claim before and after; one of them is absent when it was added or removed. */
export interface Pair {
  readonly before: Claimed | undefined;
  readonly after: Claimed | undefined;
}

/** Two claims that share less than half of their words are two claims. */
const ALIKE = 0.5;

/** Pairs the claims of two theories by id, then what is left over by the words they share: a renamed claim is one claim. */
export function pairsOf(base: readonly Claimed[], head: readonly Claimed[]): readonly Pair[] {
  const idOf = ({ claim }: Claimed): string => claim.theorem.id;
  const known = new Set(base.map(idOf));
  const kept = new Set(head.map(idOf));
  const gone = base.filter((claimed) => !kept.has(idOf(claimed)));
  const came = head.filter((claimed) => !known.has(idOf(claimed)));
  const renames = new Map<Claimed, Claimed>();
  const matches = gone
    .flatMap((before) => came.map((after) => ({ before, after, alike: similarity(before, after) })))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike);
  for (const { before, after } of matches) {
    if (!renames.has(after) && ![...renames.values()].includes(before)) renames.set(after, before);
  }
  const found = new Set(renames.values());
  return [
    ...gone.filter((before) => !found.has(before)).map((before) => ({ before, after: undefined })),
    ...head.map((after) => ({
      before: base.find((claimed) => idOf(claimed) === idOf(after)) ?? renames.get(after),
      after,
    })),
  ];
}

/** Part of the words of two claims that both have: of statement, hypotheses, source and controls. 1 for the same code. */
function similarity(a: Claimed, b: Claimed): number {
  const [own, other] = [wordsOf(a), wordsOf(b)];
  const common = [...own].filter((word) => other.has(word)).length;
  return common / (own.size + other.size - common);
}

function wordsOf({ claim: { theorem, declared } }: Claimed): ReadonlySet<string> {
  const { says, formula, source, kind, assumes } = theorem;
  const parts = [kind, says, formula, source.cite, ...Object.keys(assumes), ...declared.breaks, ...declared.survives];
  return new Set(parts.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word !== ''));
}
