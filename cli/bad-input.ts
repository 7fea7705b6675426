/** What a user gave cannot be used. The message is the one line to print: where, what is needed, what came, what to do. Exit code 64. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}
