const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes that base64 text stands for. Own code, because Node and browsers share no typed function for it. */
export function fromBase64(text: string): Uint8Array {
  const digits = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  const values = new Map(Array.from(ALPHABET, (letter, value) => [letter, value]));
  let [buffer, bits, count] = [0, 0, 0];
  for (const digit of digits) {
    buffer = ((buffer << 6) | (values.get(digit) ?? 0)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[count++] = (buffer >> bits) & 255;
  }
  return bytes;
}
