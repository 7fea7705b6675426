import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Small, fast, and without imports; SIMD but no relaxed SIMD, so that every engine gives the same bits. */
const OPTIONS = ['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--use', 'abort='];

/**
 * The WebAssembly that kernel/ compiles to.
 *
 * Runs the compiler as a command: importing it would bring its own Array and String types into every file of the project.
 * @param root the checkout
 * @throws Error with the compiler's messages
 */
export function compileKernel(root: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-'));
  try {
    const compiler = join(root, 'node_modules/assemblyscript/bin/asc.js');
    const output = join(folder, 'kernel.wasm');
    const options = ['kernel/index.ts', '--baseDir', root, '--outFile', output, ...OPTIONS];
    const { status, stderr } = spawnSync(process.execPath, [compiler, ...options], { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`compileKernel: ${join(root, 'kernel')} does not compile.\n${stderr}`);
    return new Uint8Array(readFileSync(output));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The TypeScript module that holds the bytes: src/chain/kernel.generated.ts. */
export function kernelModule(binary: Uint8Array): string {
  const digest = createHash('sha256').update(binary).digest('hex');
  const lines = Buffer.from(binary)
    .toString('base64')
    .replaceAll(/.{199}/g, '$&\\\n');
  return [
    '// Written by `npm run kernel` from kernel/. Do not edit: test/chain/kernel-build.test.ts rebuilds and compares it.',
    '',
    `/** SHA-256 of the ${binary.length} bytes. */`,
    `export const kernelDigest = '${digest}';`,
    '',
    '/** The WebAssembly module, base64. */',
    `export const kernelBase64 = \`\\\n${lines}\`;`,
    '',
  ].join('\n');
}
