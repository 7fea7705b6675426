import { chainMutants } from './chain-mutants.js';
import { directMutants } from './direct-mutants.js';
import { limitMutants } from './limit-mutants.js';
import { measureMutants } from './measure-mutants.js';
import type { Mutant } from './mutant.js';
import { streamMutants } from './stream-mutants.js';

/** Every mutant, in the order of the tables. */
export const MUTANTS: readonly Mutant[] = [
  ...directMutants,
  ...streamMutants,
  ...chainMutants,
  ...limitMutants,
  ...measureMutants,
];
