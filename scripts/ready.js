// Makes a checkout ready to run: `node scripts/ready.js install build`.
// Plain JavaScript without dependencies, because it runs before anything is installed or compiled.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiled = ['src', 'theorems', 'properties', 'cli', 'api', 'scripts', 'bench'];

/** As old as the declarations that were compiled last. */
const DECLARED = 'dist/.declared';

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

/**
 * Compiles what changed: everything, with its types, where nothing was compiled or the settings changed; else each changed
 * file by itself, which takes a second where the other takes ten. `npm run typecheck` sees the types of those.
 */
export async function build() {
  if (!existsSync(join(root, 'tsconfig.build.json'))) return; // an installed package: dist is what there is
  const built = modified('dist/.tsbuildinfo');
  const changed = compiled.flatMap(sources).filter((path) => modified(path) > built);
  const gone = compiled.flatMap(outputs).filter((path) => !existsSync(join(root, path.replace(/\.js$/, '.ts'))));
  for (const path of gone)
    for (const ending of ['.js', '.js.map', '.d.ts'])
      rmSync(join(root, 'dist', path.slice(0, -3) + ending), { force: true });
  const settings = Math.max(modified('tsconfig.json'), modified('tsconfig.build.json'));
  if (settings > built) compileAll();
  else if (changed.length > 0) await translate(changed);
  else return;
  utimesSync(join(root, 'dist/.tsbuildinfo'), new Date(), new Date()); // the compiler leaves it alone when nothing changed
}

function compileAll() {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  run(process.execPath, [compiler, '-p', 'tsconfig.build.json'], 'Compiling ...');
  writeFileSync(join(root, DECLARED), '');
}

/** Writes declarations as they are now, which `build` leaves as they were when it compiles file by file: for what is published. */
export function types() {
  const newest = Math.max(...compiled.flatMap(sources).map(modified));
  if (modified(DECLARED) < newest) compileAll();
}

/** Each file by itself, as `isolatedModules` lets one: all of them, or none when one is no TypeScript. */
async function translate(files) {
  process.stderr.write('Compiling ...\n');
  const { default: ts } = await import('typescript');
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, 'tsconfig.build.json'), ts.sys.readFile).config,
    { ...ts.sys, readDirectory: () => [] },
    root,
  );
  const outputs = files.map((path) => {
    const fileName = join(root, path);
    const { outputText, sourceMapText, diagnostics } = ts.transpileModule(readFileSync(fileName, 'utf8'), {
      // One file alone cannot tell from package.json what its module is.
      compilerOptions: { ...options, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
      fileName,
      reportDiagnostics: true,
    });
    return { path: `dist/${path.slice(0, -3)}.js`, outputText, sourceMapText, diagnostics };
  });
  const wrong = outputs.flatMap(({ diagnostics }) => diagnostics);
  if (wrong.length > 0) {
    const host = { getCurrentDirectory: () => root, getCanonicalFileName: (name) => name, getNewLine: () => '\n' };
    process.stderr.write(`${ts.formatDiagnostics(wrong, host)}tsc failed; its message is above.\n`);
    process.exit(70);
  }
  for (const { path, outputText, sourceMapText } of outputs) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), outputText);
    writeFileSync(join(root, `${path}.map`), sourceMapText);
  }
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

const tasks = { install, build, types, web };
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of process.argv.slice(2)) await tasks[name]();
}
