import { z } from 'zod';
import { CHANGE_CLASSES, type ChangeClass, CLASSES, type Level, LEVELS } from '../../src/gate/classes.js';
import { BadInput } from '../bad-input.js';
import { parseJson } from '../parse-json.js';

/** Relative to the root. */
export const RULES = 'theory-gate.json';

const schema = z.strictObject({
  levels: z.partialRecord(z.enum(CHANGE_CLASSES), z.enum(LEVELS)).default({}),
  cases: z.number().int().min(10).max(100_000).default(400),
});

/** What the gate does about each class of change, and how hard it looks. */
export interface Rules {
  readonly levelOf: (kind: ChangeClass) => Level;
  /** Most instances that a search puts to two versions of a claim. */
  readonly cases: number;
}

/** Rules of a file's text; without one, those that the classes state. @throws BadInput when it is none */
export function rulesOf(text: string | undefined, where: string): Rules {
  const refuse = (came: string): BadInput =>
    new BadInput(
      `${where}: needs {"levels": {CLASS: ${LEVELS.join('|')}}, "cases": N}; came ${came}. See docs/decisions/0005-gate.md.`,
    );
  let value: unknown;
  try {
    value = text === undefined ? {} : parseJson(text);
  } catch {
    throw refuse('no JSON');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw refuse(z.prettifyError(parsed.error).split('\n').slice(0, 2).join('').trim());
  const { levels, cases } = parsed.data;
  // What says that the gate could not look stays denied: it would open the gate for everything.
  return { cases, levelOf: (kind) => (CLASSES[kind].fatal === true ? 'deny' : (levels[kind] ?? CLASSES[kind].level)) };
}

/** The stricter of two sets of rules, so that no change can bring the rules along that let it pass. */
export function stricter(a: Rules, b: Rules): Rules {
  return {
    cases: Math.max(a.cases, b.cases),
    levelOf: (kind) => LEVELS.find((level) => a.levelOf(kind) === level || b.levelOf(kind) === level) ?? 'deny',
  };
}
