import type { Theorem } from '../../src/theory/theorem.js';
import { exact } from './exact.js';
import { exists } from './exists.js';
import { law } from './law.js';
import { limit } from './limit.js';
import { probable } from './probable.js';
import type { Toy } from './toy.js';

/** A true claim of each kind, with a control that is refuted, or has no witness. */
export const toys: Readonly<Record<Theorem['kind'], Toy>> = { exact, limit, probable, law, exists };
