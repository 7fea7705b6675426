import { createHash } from 'node:crypto';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

/** Small, fast, and without imports; SIMD but no relaxed SIMD, so that every engine gives the same bits. */
const OPTIONS = ['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--use', 'abort='];

/**
 * The WebAssembly that kernel/ compiles to.
 *
 * @param root the checkout
 * @throws Error with the compiler's messages
 */
export async function compileKernel(root: string): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  let messages = '';
  const { error } = await asc.main(['kernel/index.ts', '--baseDir', root, '--outFile', 'kernel.wasm', ...OPTIONS], {
    stderr: { write: (text: string | Uint8Array) => (messages += text.toString()).length > 0 },
    writeFile: (name: string, contents: string | Uint8Array) => {
      if (name.endsWith('.wasm') && typeof contents !== 'string') binary = contents;
    },
  });
  if (error !== null || binary === undefined) {
    throw new Error(`compileKernel: ${join(root, 'kernel')} does not compile.\n${messages}`);
  }
  return binary;
}

/** The TypeScript module that holds the bytes: src/chain/kernel.generated.ts. */
export function kernelModule(binary: Uint8Array): string {
  const digest = createHash('sha256').update(binary).digest('hex');
  const lines =
    Buffer.from(binary)
      .toString('base64')
      .match(/.{1,114}/g) ?? [];
  return [
    '// Written by `npm run kernel` from kernel/. Do not edit: test/chain/kernel-build.test.ts rebuilds and compares it.',
    '',
    `/** SHA-256 of the ${binary.length} bytes. */`,
    `export const kernelDigest = '${digest}';`,
    '',
    '/** The WebAssembly module, base64. */',
    'export const kernelBase64 =',
    ...lines.map((line, i) => `  '${line}'${i + 1 < lines.length ? ' +' : ';'}`),
    '',
  ].join('\n');
}
