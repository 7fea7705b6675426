import type { Command } from 'commander';
import { z } from 'zod';
import { gaussian } from '../../src/network/weights.js';
import type { Claim } from '../../src/theory/claim.js';
import { replayed } from '../corpus.js';
import { examples } from '../examples.js';
import { EXIT } from '../exit-codes.js';
import { EXPLORER_PORT } from '../explorer-page.js';
import { loadClaims } from '../load-claims.js';
import { print, printJson } from '../print.js';
import { replayPage } from '../render-replay.js';
import { simulationPage } from '../render-simulation.js';
import { runSimulation } from '../run-simulation.js';
import type { ReplayReport } from '../schemas/replay.js';
import { ALPHA } from './verify.js';

/** Rows of the geometry. */
const ROWS = 12;

export function registerReplay(program: Command): void {
  program
    .command('replay')
    .description('look at a stored counterexample or witness again, with the claims as they are now')
    .argument('<file>', 'what `bnd hunt --save` wrote: counterexamples/<claim>/<hash>.json, or witnesses/...')
    .option('--explain', 'print the statement for this instance, every clause, and the geometry of such a network')
    .option('--json', 'print one JSON document (docs/schemas/replay.json)')
    .addHelpText(
      'after',
      examples({ 'bnd replay counterexamples/CHAPTER/NAME/HASH.json --explain': 'what is violated, and by how much' }) +
        '\n\nExit codes: 1 the claim is violated there, 3 a witness is none any more, 0 otherwise (fixed, stands, out of the domain, or no such claim).',
    )
    .action(async (file: string, { explain = false, json = false }: { explain?: boolean; json?: boolean }) => {
      const claims = await loadClaims();
      const { entry, ...rest } = replayed(file, claims, ALPHA);
      const report: ReplayReport = { ...rest, ...entry };
      const claim = claims.find(({ theorem }) => theorem.id === entry.claim);
      if (json) printJson(report);
      else print(replayPage(claim, report, explain));
      if (!json && explain && claim !== undefined) {
        print(await explorerLine(claim, report.instance));
        await explainNetwork(claim, report);
      }
      process.exitCode =
        report.status === 'open' ? EXIT.refuted : report.status === 'lost' ? EXIT.undecided : EXIT.held;
    });
}

/** Where the explorer shows the instance, or that it cannot. */
async function explorerLine(claim: Claim, instance: unknown): Promise<string> {
  const { sightOf } = await import('../report/sights.js'); // which loads a claim: replaying needs none
  const sight = sightOf(claim, instance);
  if (sight === undefined) return '    explorer   shows networks layer by layer, and this instance is none';
  const what = sight.same ? '' : '; such a network, another draw of its weights';
  return `    explorer   http://127.0.0.1:${EXPLORER_PORT}/#${sight.link} (while npx bnd explore runs${what})`;
}

const network = z.looseObject({
  points: z.number().int().min(2).max(4096),
  width: z.number().int().min(1),
  depth: z.number().int().min(1).max(100_000),
});

/** The geometry of a network of the instance's sizes, where it has such: Gaussian data, another draw than the claim's. */
async function explainNetwork({ subject }: Claim, { instance, seed, status }: ReplayReport): Promise<void> {
  const sizes = network.safeParse(instance);
  if (!sizes.success || status === 'out of domain' || status === 'stale') return;
  const { points, width, depth } = sizes.data;
  const stages = subject.stages(instance);
  const asked = { points, width, depth, stages, weights: gaussian, gain: 1, data: 'gaussian', seed };
  print(`\n${simulationPage(await runSimulation({ ...asked, every: Math.ceil(depth / ROWS) }))}`);
}
