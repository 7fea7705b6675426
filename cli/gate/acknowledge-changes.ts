import type { Change } from '../../src/gate/change.js';
import { CLASSES } from '../../src/gate/classes.js';
import { type Acknowledgement, acknowledgementOf } from './acknowledgement.js';

/** Which file acknowledges a change, and what is wrong with the files. */
export interface Acknowledged {
  readonly by: (change: Change) => string | null;
  readonly problems: readonly string[];
}

/**
 * Matches the acknowledgements that came with a change to what changed. Those of the base are history: they opened the gate once.
 *
 * @param whole false when only some claims were looked at: then an acknowledgement of another is not unused
 */
export function acknowledged(
  base: ReadonlyMap<string, string>,
  head: ReadonlyMap<string, string>,
  changes: readonly Change[],
  whole: boolean,
): Acknowledged {
  const read = [...head]
    .filter(([file, text]) => base.get(file) !== text)
    .map(([file, text]) => acknowledgementOf(file, text));
  const good = read.filter((each): each is Acknowledgement => typeof each !== 'string');
  const unused = good.flatMap(({ file, changes: named }) =>
    named
      .filter((one) => !changes.some((change) => change.claim === one.claim && change.class === one.class))
      .filter(() => whole)
      .map((one) => `${file}: acknowledges ${one.class} of ${one.claim}, which is not among the changes. Remove it.`),
  );
  return {
    by: (change) =>
      CLASSES[change.class].fatal === true
        ? null
        : (good.find(({ changes: named }) =>
            named.some((one) => one.claim === change.claim && one.class === change.class),
          )?.file ?? null),
    problems: [...read.filter((each) => typeof each === 'string'), ...unused],
  };
}
