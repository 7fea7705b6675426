import { readFileSync, statSync } from 'node:fs';

/** Bytes of the largest file of JSON that is read: more than a hundred times what this program writes. */
const MOST_JSON = 64 * 2 ** 20;

/**
 * The bytes of a file that a user named, which may be anything: no device, which has no end, and none that memory cannot hold.
 *
 * @throws Error whose `code` says in a word or a few why there are none: ENOENT, `a directory or a device`, `above 64 MiB`
 */
export function boundedBytes(path: string, most: number): Buffer {
  const file = statSync(path); // a pipe that nobody writes to would be waited for
  if (!file.isFile()) throw refusal('a directory or a device');
  if (file.size > most) throw refusal(`above ${most / 2 ** 20} MiB`);
  return readFileSync(path);
}

/** The same as text. */
export function boundedText(path: string, most = MOST_JSON): string {
  return boundedBytes(path, most).toString('utf8');
}

function refusal(code: string): Error {
  return Object.assign(new Error(`boundedBytes: ${code}.`), { code });
}
