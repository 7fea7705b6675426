// npm run mutants [-- NAME ... --workers 2 --claims ID --again]: plants one fault after the other in a copy of the simulator and
// runs the claims on it. Writes docs/mutants.json after every mutant, and docs/mutants.md; what is recorded already is not run
// again, so that it can be stopped. --claims: prints what these claims say, and records nothing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatted } from '../bench/formatted.js';
import { BadInput } from '../cli/bad-input.js';
import { EXIT } from '../cli/exit-codes.js';
import { idsOf } from '../cli/load-claims.js';
import { wholeNumber } from '../cli/options.js';
import { profileOf } from '../cli/profiles.js';
import { print } from '../cli/print.js';
import { type KillMatrix, killersOf, type MutantRow, triedOn } from '../cli/report/kill-matrix.js';
import { MATRIX, recordedMatrix, theoryDigest } from '../cli/report/recorded-mutants.js';
import { writeMutantsDocument } from './mutants/document.js';
import { HONEST, judgedOn, neededOn, patchDigest, rowOf } from './mutants/measure.js';
import { MUTANTS } from './mutants/mutants.js';
import type { Mutant } from './mutants/mutant.js';

/** Claims that take longer than so many seconds on the honest simulator are run on the mutants that they are expected to kill. */
const CHEAP_BELOW = 0.5;
const PATIENCE = 600;

/** In the order of the tables, whatever was run last; mutants that are no more are dropped. */
async function record(root: string, matrix: KillMatrix): Promise<void> {
  const mutants = MUTANTS.flatMap(({ name }) => matrix.mutants.find((row) => row.name === name) ?? []);
  writeFileSync(join(root, MATRIX), await formatted(root, MATRIX, JSON.stringify({ ...matrix, mutants })));
}

async function begun(root: string, theory: string, claims: readonly string[]): Promise<KillMatrix> {
  const matrix = recordedMatrix(root);
  if (matrix?.theory === theory) return matrix;
  print(`honest: ${claims.length} claims`);
  const honest = await judgedOn(root, HONEST, claims, () => PATIENCE);
  return {
    profile: 'quick',
    seed: profileOf('quick').seed,
    theory,
    cheapBelow: CHEAP_BELOW,
    honest: honest.map(({ claim, verdict, seconds }) => ({ claim, verdict, seconds })),
    mutants: matrix?.mutants ?? [],
  };
}

function chosen(names: readonly string[]): readonly Mutant[] {
  const unknown = names.find((name) => !MUTANTS.some((mutant) => mutant.name === name));
  if (unknown !== undefined)
    throw new BadInput(
      `mutants: needs the name of one of ${MUTANTS.length}, as docs/mutants.md has them; came ${unknown}.`,
    );
  return names.length === 0 ? MUTANTS : MUTANTS.filter(({ name }) => names.includes(name));
}

/** A row that need not be run again, with the words of today; undefined when the mutant, the theory or what must be tried is another. */
function currentRow(matrix: KillMatrix, row: MutantRow, theory: string): MutantRow | undefined {
  const mutant = MUTANTS.find(({ name }) => name === row.name);
  if (mutant === undefined || row.patch !== patchDigest(mutant) || row.theory !== theory) return undefined;
  const tried = triedOn(matrix, row);
  const { wrong, expected } = mutant;
  return neededOn(mutant, matrix).every((claim) => tried.includes(claim)) ? { ...row, wrong, expected } : undefined;
}

async function measure(root: string, mutants: readonly Mutant[], again: boolean, workers: number): Promise<void> {
  const theory = theoryDigest(root);
  if (theory === undefined)
    throw new BadInput('mutants: needs a checkout with theory.lock.json; came none. Run npx bnd lock.');
  const found = await begun(root, theory, idsOf('properties'));
  const current = (row: MutantRow): MutantRow | undefined => currentRow(found, row, theory);
  let matrix: KillMatrix = { ...found, mutants: found.mutants.map((row) => current(row) ?? row) };
  await record(root, matrix);
  const isDone = ({ name }: Mutant): boolean =>
    matrix.mutants.some((row) => row.name === name && current(row) !== undefined);
  const left = mutants.filter((mutant) => again || !isDone(mutant));
  const work = async (): Promise<void> => {
    for (let mutant = left.shift(); mutant !== undefined; mutant = left.shift()) {
      const row = await rowOf(root, mutant, matrix, theory);
      matrix = { ...matrix, mutants: [...matrix.mutants.filter(({ name }) => name !== row.name), row] };
      await record(root, matrix);
      const killers = killersOf(matrix, row);
      const missed = row.expected.filter((claim) => !killers.includes(claim));
      print(
        `${killers.length > 0 ? '✗' : 'survives'} ${row.name}: ${killers.length} claims${missed.length > 0 ? `, not by ${missed.join(', ')}` : ''}`,
      );
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  await writeMutantsDocument(root);
}

async function show(root: string, mutants: readonly Mutant[], claims: readonly string[]): Promise<void> {
  for (const mutant of mutants)
    for (const { claim, verdict, because } of await judgedOn(root, mutant, claims, () => PATIENCE))
      print(`${mutant.name}: ${claim}: ${verdict}: ${because}`);
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      workers: { type: 'string', default: '2' },
      claims: { type: 'string', multiple: true },
      again: { type: 'boolean', default: false },
    },
  });
  const workers = wholeNumber('--workers', 'mutants at a time', 1, 64, 2)(values.workers);
  const mutants = chosen(positionals);
  if (values.claims !== undefined) await show(process.cwd(), mutants, values.claims);
  else await measure(process.cwd(), mutants, values.again, workers);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof BadInput ? EXIT.usage : EXIT.internal;
}
