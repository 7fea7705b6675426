import { type Core, PATIENCE } from './core.js';

/** Times as many rounds as wanted are tried, for enough of them on a whole core. */
const TRIES = 3;

/** What the rounds that count gave, and how many of those tried had the core to themselves. */
interface Rounds<T> {
  readonly counted: readonly T[];
  readonly whole: number;
  readonly tried: number;
}

/**
 * Rounds of a measurement. Those on a core that others had a part of count only where fewer than half of those wanted found it
 * whole, before and after and whenever the round looks.
 *
 * @param wanted rounds; of one nothing is asked but that it runs
 * @param tries rounds that are tried at most
 * @param round given its number, from 1, and a look to take between the parts of it that are compared
 */
export async function onWholeCore<T>(
  core: Core,
  wanted: number,
  round: (count: number, look: () => void) => T | Promise<T>,
  tries = TRIES * wanted,
): Promise<Rounds<T>> {
  const all: T[] = [];
  const undisturbed: T[] = [];
  while (all.length < (wanted === 1 ? 1 : tries) && undisturbed.length < wanted) {
    await core.whole(wanted === 1 ? 0 : PATIENCE);
    let whole = core.isWhole();
    const look = (): void => {
      whole = core.isWhole() && whole;
    };
    const measured = await round(all.length + 1, look);
    look();
    all.push(measured);
    if (whole) undisturbed.push(measured);
  }
  const counted = 2 * undisturbed.length >= wanted ? undisturbed : all;
  return { counted, whole: undisturbed.length, tried: all.length };
}
