import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { simulationPage } from '../../cli/render-simulation.js';
import { runSimulation } from '../../cli/run-simulation.js';
import { parseStages } from '../../src/network/parse-stage.js';
import { gaussian } from '../../src/network/weights.js';
import { temporaryFolder } from '../cli/temporary-folder.js';

const folder = temporaryFolder();
const tables: Readonly<Record<string, string>> = {
  'entries near 1e300': '1e300,-2e300\n3e300,1e300\n-1e300,2e300\n',
  'entries near 1e-300': '1e-300,-2e-300\n3e-300,1e-300\n-1e-300,2e-300\n',
  'lengths of 1e300 and 1e-300': '1e300,1\n1e-300,1e-300\n0,1e-300\n',
  'two equal points': '1,2\n1,2\n3,4\n',
  'all points equal': '1,2\n1,2\n1,2\n',
  'one dead point': '0,0\n1,2\n3,-1\n',
  'all points dead': '0,0\n0,0\n0,0\n',
  'one feature': '1\n2\n4\n',
};

const pageOf = async (table: string, stages: string, width: number): Promise<string> => {
  const data = join(folder(), 'edge.csv');
  writeFileSync(data, table);
  const asked = { points: 3, width, depth: 4, every: 1, gain: 1, seed: '1', weights: gaussian, data };
  const report = await runSimulation({ ...asked, stages: parseStages(stages) });
  return `${simulationPage(report)}\n${JSON.stringify(report)}`;
};

describe('What bnd simulate says of an edge has no NaN and no Infinity in it:', () => {
  test.each(Object.entries(tables))('%s', async (_, table) => {
    for (const stages of ['rc,relu', 'rc,rs,relu', 'relu', 'identity'])
      for (const width of [1, 8, Infinity])
        expect(await pageOf(table, stages, width)).not.toMatch(/NaN|Infinity|\[object/);
  });

  test('which says that a batch is dead, and shows numbers of one that is not', async () => {
    expect(await pageOf(tables['all points dead'] ?? '', 'rc,relu', 8)).toMatch(/dead/);
    expect(await pageOf(tables['entries near 1e300'] ?? '', 'rc,relu', 8)).not.toMatch(/"degenerate":"(?!none)/);
  });
});
