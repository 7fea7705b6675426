import { expect } from 'vitest';
import { BadInput } from '../../cli/bad-input.js';

/** What code that is given hostile data may damage for all code of the process. */
const SHARED = [Object.prototype, Array.prototype, Function.prototype, String.prototype] as const;
const before = SHARED.map((each) => Object.getOwnPropertyNames(each).join());

/** Passes when a reader refuses what it is given in one line, or reads it, and leaves the prototypes alone. Returns the line, or what was read. */
export function harmless<T>(read: () => T): T | string {
  try {
    return read();
  } catch (error) {
    return lineOf(error);
  } finally {
    unpolluted();
  }
}

/** The same for a reader that takes its time. */
export async function harmlessLater<T>(read: () => Promise<T>): Promise<T | string> {
  try {
    return await read();
  } catch (error) {
    return lineOf(error);
  } finally {
    unpolluted();
  }
}

/** The one line of a BadInput: where, what is needed, what came; or what commander finds wrong, and where to look. Anything else is a crash, and passes through. */
function lineOf(error: unknown): string {
  if (!(error instanceof BadInput)) throw error;
  expect(error.message).toMatch(/needs .*; .*|^bnd[^:]*: .* See bnd.* --help\.$/s);
  return error.message;
}

function unpolluted(): void {
  expect(SHARED.map((each) => Object.getOwnPropertyNames(each).join())).toEqual(before);
}
