import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileKernel, kernelModule } from '../../scripts/compile-kernel.js';
import { fromBase64 } from '../../src/chain/base64.js';
import { kernelBase64, kernelDigest } from '../../src/chain/kernel.generated.js';

const root = join(import.meta.dirname, '../..');

describe('the generated kernel', () => {
  it('is what kernel/ compiles to, byte for byte', () => {
    const binary = compileKernel(root);
    expect(readFileSync(join(root, 'src/chain/kernel.generated.ts'), 'utf8'), 'run npm run kernel').toBe(
      kernelModule(binary),
    );
    const altered = binary.slice();
    altered[100] = (altered[100] ?? 0) ^ 1;
    expect(kernelModule(altered)).not.toBe(kernelModule(binary));
  });

  it('has the digest that it states, by a base64 decoder of our own', () => {
    const bytes = fromBase64(kernelBase64);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(kernelDigest);
    for (const length of [0, 1, 2, 3, 4, 5, 6]) {
      const part = bytes.slice(0, length);
      expect(fromBase64(Buffer.from(part).toString('base64'))).toEqual(part);
    }
  });

  it('imports nothing and uses no relaxed SIMD', () => {
    const bytes = fromBase64(kernelBase64);
    const sections = new Set<number>();
    for (let at = 8; at < bytes.length;) {
      sections.add(bytes[at++] ?? NaN);
      let [size, shift] = [0, 0];
      for (let more = true; more; shift += 7) {
        const byte = bytes[at++] ?? 0;
        size += (byte & 127) << shift;
        more = byte > 127;
      }
      at += size;
    }
    expect(sections.has(2), 'import section').toBe(false);
    expect(sections.has(10), 'code section: the walk works').toBe(true);
    // Relaxed instructions are 0xfd followed by an opcode from 0x100 on, which LEB128 writes as two bytes ending in 0x02.
    const relaxed = (code: Uint8Array): boolean =>
      code.some((byte, i) => byte === 0xfd && ((code[i + 1] ?? 0) & 0xe0) === 0x80 && code[i + 2] === 2);
    expect(relaxed(bytes)).toBe(false);
    expect(relaxed(new Uint8Array([0xfd, 0x87, 0x02]))).toBe(true); // f64x2.relaxed_madd
  });
});
