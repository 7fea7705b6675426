import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Compiles once before the tests, which would otherwise start many compilers at the same time. */
export default function setup(): void {
  const ready = fileURLToPath(new URL('../../scripts/ready.js', import.meta.url));
  const { status } = spawnSync(process.execPath, [ready, 'build', 'web'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('node scripts/ready.js build web failed; its message is above.');
}
