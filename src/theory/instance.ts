import type * as fc from 'fast-check';

/** What decides which values are instances of a claim. */
export interface Instances<Instance> {
  readonly theorem: {
    readonly id: string;
    readonly assumes: Readonly<Record<string, (instance: Instance) => boolean>>;
  };
  readonly given: fc.Arbitrary<Instance>;
}

/** A value that has travelled is data again: only one that the generator could have made is an instance. @throws RangeError */
export function instanceOf<Instance>({ theorem, given }: Instances<Instance>, value: unknown): Instance {
  if (given.canShrinkWithoutContext(value)) return value;
  throw new RangeError(`${theorem.id}: needs an instance of its own; came ${JSON.stringify(value)}.`);
}
