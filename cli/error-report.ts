import { inspect } from 'node:util';
import { BadInput } from './bad-input.js';
import { EXIT } from './exit-codes.js';

/** How a process ends that could not do what it was asked for. */
export interface ErrorReport {
  /** For standard error: one line, and the trace below it when it is wanted. */
  readonly text: string;
  readonly exitCode: number;
}

/** A line keeps both ends: where and what was needed at its start, what to do at its end. */
const HEAD = 400;
const TAIL = 160;

/** The one line for an error: the user's when it is a BadInput, ours otherwise. */
export function errorReport(error: unknown, debug: boolean): ErrorReport {
  const mine = error instanceof BadInput;
  const message = oneLine(error instanceof Error ? error.message : String(error));
  const trace = debug ? `\n${inspect(error)}` : '';
  if (mine) return { text: `error: ${message}${trace}\n`, exitCode: EXIT.usage };
  const end = /[.!?]$/.test(message) ? '' : '.';
  const advice = debug ? '' : `${end} This is a defect of the program; --debug shows where.`;
  return { text: `internal error: ${message}${advice}${trace}\n`, exitCode: EXIT.internal };
}

/** Without line ends and other control characters, which may come from the user's text, and not longer than a screen. */
function oneLine(message: string): string {
  const line = message.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, (text) => JSON.stringify(text).slice(1, -1));
  return line.length <= HEAD + TAIL ? line : `${line.slice(0, HEAD)} [...] ${line.slice(-TAIL)}`;
}
