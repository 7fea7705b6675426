import type { Command } from 'commander';
import { examples } from '../examples.js';
import { print } from '../print.js';

export function registerReport(program: Command): void {
  program
    .command('report')
    .description('draw the page of a run again from its numbers, run.json: the same numbers give the same bytes')
    .argument('[folder]', 'where `bnd verify --report` wrote them', 'report')
    .addHelpText(
      'after',
      examples({
        'bnd report': 'report/index.html from report/run.json',
        'bnd report runs/monday': 'the same in another folder',
      }),
    )
    .action(async (folder: string) => {
      const { redrawReport } = await import('../report/write-report.js');
      print(`To look at: ${redrawReport(folder)}`);
    });
}
