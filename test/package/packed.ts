import { mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import { ROOT, run, type Run } from '../cli/run.js';

const nothing = (): undefined => undefined;

/** npm, in a folder. It writes no lock and asks no registry. */
export function npm(cwd: string, ...args: readonly string[]): Promise<Run> {
  return run('npm', ['--no-audit', '--no-fund', '--loglevel=error', ...args], nothing, cwd);
}

/** The tarball that would be published, of what is built; declarations are compiled again when they are not of now. */
export async function packed(into: string): Promise<string> {
  const types = await run(process.execPath, ['scripts/ready.js', 'types']);
  expect(types.code, types.stderr).toBe(0);
  const { code, stdout, stderr } = await npm(ROOT, 'pack', '--ignore-scripts', '--pack-destination', into);
  expect(code, stderr).toBe(0);
  return join(into, stdout.trim());
}

/**
 * Makes a project in an empty folder, with the tarball installed as npm installs it, without its optional packages. Says which it needs.
 *
 * The packages it needs are those of this checkout, so that no registry is asked; npm still refuses a tarball that needs another.
 */
export async function installed(folder: string, tarball: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const needed = closureOf(Object.keys(packageOf(ROOT).dependencies));
  const copies = needed.map((name) => join(ROOT, 'node_modules', name));
  const how = ['--offline', '--ignore-scripts', '--install-links', '--no-package-lock', '--omit=optional'];
  const { code, stderr } = await npm(folder, 'install', ...how, tarball, ...copies);
  expect(code, stderr).toBe(0);
  return needed;
}

/** Adds all packages of this checkout that the project does not have: the optional ones, and tools. */
export function withOtherPackages(folder: string): void {
  const [from, to] = [join(ROOT, 'node_modules'), join(folder, 'node_modules')];
  const names = readdirSync(from).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(from, name)).map((own) => join(name, own)) : [name],
  );
  for (const name of names) {
    if (name.startsWith('.')) continue;
    mkdirSync(join(to, name, '..'), { recursive: true });
    if (!readdirSync(join(to, name, '..')).includes(name.split(/[\\/]/).at(-1) ?? '')) {
      symlinkSync(join(from, name), join(to, name), 'junction');
    }
  }
}

interface Package {
  readonly dependencies: Readonly<Record<string, string>>;
}

function packageOf(folder: string): Package {
  return { dependencies: {}, ...(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Partial<Package>) };
}

/** Packages and all that they need, by name. */
function closureOf(names: readonly string[]): readonly string[] {
  const all = new Set<string>();
  const add = (name: string): void => {
    if (all.has(name)) return;
    all.add(name);
    Object.keys(packageOf(join(ROOT, 'node_modules', name)).dependencies).forEach(add);
  };
  names.forEach(add);
  return [...all];
}

/**
 * Writes a module that keeps a project from finding packages above its folder, for `node --import`; says where it is.
 *
 * Node looks for a package in every folder up to the root, and a temporary folder may have other people's packages above it.
 */
export function onlyOwnPackages(folder: string): string {
  const home = pathToFileURL(realpathSync(folder)).href;
  const hook = `export async function resolve(name, context, next) {
    const found = await next(name, context);
    const inside = (url) => url?.startsWith(${JSON.stringify(`${home}/`)});
    if (!inside(context.parentURL) || inside(found.url) || !found.url.startsWith('file:')) return found;
    const message = "Cannot find package '" + name + "' imported from " + context.parentURL;
    throw Object.assign(new Error(message), { code: 'ERR_MODULE_NOT_FOUND' });
  }`;
  const file = join(folder, 'only-own-packages.mjs');
  const url = `data:text/javascript,${encodeURIComponent(hook)}`;
  writeFileSync(file, `import { register } from 'node:module';\nregister(${JSON.stringify(url)});\n`);
  return pathToFileURL(file).href;
}
