import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { snapshotOf } from '../../cli/gate/snapshot.js';
import { refusal } from '../cli/refusal.js';
import { temporaryFolder } from '../cli/temporary-folder.js';

const folder = temporaryFolder();
const MIB = 2 ** 20;

/** A version of a theory that has one file of so many bytes, none of which take place on the disk. */
function withFile(file: string, bytes: number): string {
  const root = join(folder(), `${file.replaceAll('/', '-')}-${bytes}`);
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), '');
  truncateSync(join(root, file), bytes);
  return root;
}

test.each([
  ['theory.lock.json', 64 * MIB],
  ['theory-gate.json', 64 * MIB],
  ['package.json', 64 * MIB],
  ['theory-changes/why.md', 64 * MIB],
  ['theorems/law/large.ts', 64 * MIB],
  ['certificates/odd-tail.json', MIB],
])('%s of a version may have %d bytes, and with one more is refused in a line', (file, most) => {
  expect(refusal(() => snapshotOf(withFile(file, most + 1)))).toBe(
    `${file}: needs a file that can be read; came above ${most / MIB} MiB. Restore it, or remove it.`,
  );
  if (most === MIB) expect(snapshotOf(withFile(file, most)).certificates.get(file)).toHaveLength(most);
});

it('follows no link, wherever it leads, and reads what lies beside', () => {
  const root = withFile('certificates/own.json', 3);
  symlinkSync('/dev/zero', join(root, 'certificates/endless.json'));
  mkdirSync(join(root, 'theorems'));
  symlinkSync('/dev/zero', join(root, 'theorems/endless.ts'));
  writeFileSync(join(root, 'theorems/own.ts'), 'export {};');
  const { certificates, sources } = snapshotOf(root);
  expect([...certificates.keys()]).toEqual(['certificates/own.json']);
  expect([...sources]).toEqual([['theorems/own.ts', 'export {};']]);
});
