import { randomInt } from 'node:crypto';

/** How hard a run looks, and where. */
export interface Profile {
  readonly seed: string;
  /** Multiplies every budget. */
  readonly effort: number;
}

export const PROFILES = ['quick', 'ci', 'deep'] as const;
export type ProfileName = (typeof PROFILES)[number];

/**
 * - `quick`: what `npm start` and the tests run. The same everywhere, every time.
 * - `ci`: the same draws and more of them; still the same every time, so that a change of verdict is a change of the code.
 * - `deep`: ten times the budget on draws that nobody has seen; the seed is printed, and repeats the run.
 */
export function profileOf(name: ProfileName): Profile {
  switch (name) {
    case 'quick':
      return { seed: '1', effort: 1 };
    case 'ci':
      return { seed: '1', effort: 3 };
    case 'deep':
      return { seed: String(randomInt(2 ** 32)), effort: 10 };
  }
}
