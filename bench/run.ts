// npm run bench [-- --once] [-- --only=NumPy]: measures everything; writes bench/results.json and docs/performance.md.
// --once: one small iteration of everything, nothing written. --only: comparisons with these contenders, nothing written.
// --roof: the shares of the roof alone, which need no contender; the rest of bench/results.json stays, if it is of this machine.
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform } from 'node:os';
import { join } from 'node:path';
import { EXIT } from '../cli/exit-codes.js';
import { algebraShares } from './algebra.js';
import { compare } from './compare.js';
import type { Contender } from './contender.js';
import { core, tieTo } from './core.js';
import { costCurves } from './curves.js';
import { DOCUMENT, performanceDocument, RESULTS } from './document.js';
import { formatted } from './formatted.js';
import { generalLimitStep, limitStep } from './limit-step.js';
import { coldStart, memoryAgainstWidth } from './new-process.js';
import { normalRates } from './normals.js';
import { obvious } from './obvious.js';
import { kernelGram, others } from './ours.js';
import { leftOut } from './peers.js';
import { type Python, python } from './python.js';
import { type BenchResults, benchResults, type Comparison } from './results.js';
import { SIZES } from './sizes.js';
import { tfjs } from './tfjs.js';
import { twoWorkers } from './workers.js';

const root = process.cwd();
const once = process.argv.includes('--once');
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length) ?? '';
/** More than a few: on a shared machine the speed of a core changes by half within seconds. */
const ROUNDS = once ? 1 : 9;
/** CPU seconds of a measurement outside the comparisons. */
const ENOUGH = once ? 0 : 0.05;
const PROCESSOR = cpus()[0]?.model ?? 'unknown';
const LIMIT_STEP = 'NumPy limit step';

const here = core();
const load = (): number => loadavg()[0] ?? NaN;

async function comparisons(kernel: Contender, peers: readonly Contender[]): Promise<Comparison[]> {
  const rows: Comparison[] = [];
  for (const [points, width] of once ? SIZES.slice(0, 1) : SIZES) {
    for (const peer of peers.filter(({ name }) => name.includes(only))) {
      const reason = leftOut(peer.name, width);
      if (reason !== undefined) {
        console.log(`n ${points}, d ${width}: ${peer.name} left out: ${reason}`);
        continue;
      }
      const row = await compare(here, kernel, peer, [points, width], ROUNDS);
      rows.push(row);
      const times = `${row.kernelMilliseconds.toPrecision(3)} ms against ${row.peerMilliseconds.toPrecision(3)} ms`;
      console.log(
        `n ${points}, d ${width} (d/n ${width / points}): ${times} of ${peer.name}, ${row.ratio.toPrecision(3)} times`,
      );
    }
  }
  return rows;
}

async function limitSteps(numpy: Python | undefined): Promise<Comparison[]> {
  const inPython = numpy?.contenders.filter(({ name }) => name === LIMIT_STEP) ?? [];
  const rows: Comparison[] = [];
  for (const points of once ? [32] : [32, 128, 512])
    for (const peer of [generalLimitStep, ...inPython])
      rows.push(await compare(here, limitStep, peer, [points, Infinity], ROUNDS));
  return rows;
}

/** Prints a part when it is done. */
async function part<T>(name: string, measured: T | Promise<T>): Promise<T> {
  const rows = await measured;
  console.log(name, JSON.stringify(rows));
  return rows;
}

function roofShares(): Promise<BenchResults['roof']> {
  return part('roof', algebraShares(here, once ? [16] : [16, 32, 64, 128, 256], ROUNDS, ENOUGH));
}

/** Measures the shares of the roof again. */
async function roofAgain(): Promise<void> {
  const results = benchResults.parse(JSON.parse(readFileSync(join(root, RESULTS), 'utf8')));
  const { processor, node } = results.machine;
  if (processor !== PROCESSOR || node !== process.version) {
    process.stderr.write(
      `bench --roof: needs the machine of ${RESULTS}, ${processor} with Node ${node}; came ${PROCESSOR} with ${process.version}. Run npm run bench.\n`,
    );
    process.exitCode = EXIT.usage;
    return;
  }
  tieTo(String(cpus().length - 1));
  await write({ ...results, roof: await roofShares() });
}

async function main(): Promise<void> {
  const kernel = kernelGram();
  if (kernel === undefined) {
    console.log('bench: this engine has no WebAssembly SIMD; nothing to compare.');
    return;
  }
  const loadBefore = load();
  // Before the contenders start: they are tied with this process.
  const tied = tieTo(String(cpus().length - 1));
  const numpy = await python(root, 'numpy', ['python3', '/usr/bin/python3']);
  if (numpy === undefined) console.log('bench: no python3 with NumPy here; its rows are left out.');
  const torch = await python(root, 'torch', ['python3', '/usr/bin/python3']);
  if (torch === undefined) console.log('bench: no python3 with PyTorch here; its rows are left out.');
  const libraries = [numpy, torch].filter((library) => library !== undefined);
  const directPeers = libraries
    .flatMap(({ contenders }) => contenders)
    .filter(({ name }) => name !== LIMIT_STEP && !name.startsWith('normals'));
  const rows = await comparisons(kernel, [...others(), ...directPeers, await tfjs(), obvious]);
  if (only === '') {
    const measured = {
      comparisons: rows,
      limitSteps: await part('infinite width', limitSteps(numpy)),
      roof: await roofShares(),
      normals: await part('normals', normalRates(libraries, ROUNDS, ENOUGH)),
      coldStart: await part('cold start', coldStart(ROUNDS)),
      memory: await part('memory', memoryAgainstWidth(once ? [1e3] : [1e3, 1e4, 1e5, 1e6])),
      curves: await part('curves', costCurves(ROUNDS, ENOUGH)),
      workers: await part(
        'two workers',
        onAllCores(() => twoWorkers(once ? 1 : 21)),
      ),
    };
    await write({
      machine: {
        processor: PROCESSOR,
        threads: cpus().length,
        platform: platform(),
        arch: arch(),
        node: process.version,
        libraries: libraries.map(({ library }) => library),
        loads: [loadBefore, load()],
        tied,
      },
      ...measured,
    });
  }
  for (const { stop } of libraries) stop();
}

/** What needs more than the one core that everything else is tied to. */
function onAllCores<T>(work: () => Promise<T>): Promise<T> {
  tieTo(`0-${cpus().length - 1}`);
  return work();
}

/** With --once the document is made, to see that it can be, and not written. */
async function write(results: BenchResults): Promise<void> {
  const json = await formatted(root, RESULTS, JSON.stringify(results));
  const document = await performanceDocument(root, json);
  if (once) return;
  writeFileSync(join(root, RESULTS), json);
  writeFileSync(join(root, DOCUMENT), document);
}

await (process.argv.includes('--roof') ? roofAgain() : main());
