import { expect } from 'vitest';
import { BadInput } from '../../cli/bad-input.js';

/** The line that an input is refused with, or `accepted`. Anything but a BadInput of one line passes through. */
export function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    expect(error.message).not.toContain('\n');
    return error.message;
  }
  return 'accepted';
}
