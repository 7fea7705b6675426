/** What the marks of byte order say of the bytes behind them. */
const MARKS = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * The text of a table: UTF-16 where the first bytes say so, as Windows programs save it, else UTF-8. The mark is left out.
 *
 * Bytes that are no text of that kind become U+FFFD, which is no number.
 */
export function tableText(bytes: Uint8Array): string {
  const found = MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  return new TextDecoder(found?.encoding ?? 'utf-8').decode(bytes);
}
