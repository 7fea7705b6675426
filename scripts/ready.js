// Makes a checkout ready to run: `node scripts/ready.js install build`.
// Plain JavaScript without dependencies, because it runs before anything is installed or compiled.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiled = ['src', 'theorems', 'properties', 'cli', 'api', 'scripts', 'bench'];

/** Modification time in ms; 0 when the file does not exist. */
function modified(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function run(command, args, why) {
  process.stderr.write(`${why}\n`);
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (done.status !== 0) {
    process.stderr.write(`${command} ${args.join(' ')} failed; its message is above.\n`);
    process.exit(70);
  }
}

/** Installs the locked packages when they are absent or older than the lock file. */
export function install() {
  // Another checkout's packages: npm ci would delete them through the link, under whatever runs there.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  if (modified('node_modules/.package-lock.json') >= modified('package-lock.json', 'vite.config.ts')) return;
  run('npm', ['ci', '--no-audit', '--no-fund'], 'Installing the locked packages (npm ci) ...');
}

/** Compiles when a source is newer than the last build, or a compiled source no longer exists. */
export function build() {
  if (!existsSync(join(root, 'tsconfig.build.json'))) return; // an installed package: dist is what there is
  const built = modified('dist/.tsbuildinfo');
  const newest = Math.max(
    modified('tsconfig.json'),
    modified('tsconfig.build.json'),
    ...compiled.flatMap(sources).map(modified),
  );
  const gone = compiled.flatMap(outputs).filter((path) => !existsSync(join(root, path.replace(/\.js$/, '.ts'))));
  if (gone.length > 0) rmSync(join(root, 'dist'), { recursive: true, force: true });
  else if (built >= newest) return;
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], 'Compiling ...');
  utimesSync(join(root, 'dist/.tsbuildinfo'), new Date(), new Date()); // the compiler leaves it alone when nothing changed
}

/** Bundles the page when one of its sources is newer, or it was never bundled. */
export function web() {
  if (!existsSync(join(root, 'web'))) return; // an installed package: dist/web is what there is
  const newest = Math.max(
    ...filesOf('web', '')
      .concat(['src', 'theorems'].flatMap(sources), 'package-lock.json', 'vite.config.ts')
      .map(modified),
  );
  if (modified('dist/web/index.html') >= newest) return;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  run(process.execPath, [vite, 'build', '--config', 'vite.config.ts'], 'Bundling the explorer ...');
}

function filesOf(folder, ending) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
}

const sources = (folder) => filesOf(folder, '.ts');
const outputs = (folder) => filesOf(`dist/${folder}`, '.js').map((path) => path.slice('dist/'.length));

const tasks = { install, build, web };
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of process.argv.slice(2)) tasks[name]();
}
