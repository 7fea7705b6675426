import { create } from 'xmlbuilder2';
import type { GateReport } from '../../schemas/gate.js';
import { changeOf, closes, headline, relationOf, verdictOf, witnessOf } from './words.js';

/** One test case a claim that changed, one more for the acknowledgements; what closes the gate is a failure. */
export function gateJunit(report: GateReport): string {
  const cases = [
    ...report.claims.map((claim) => ({
      name: claim.claim,
      failures: claim.changes.filter(closes).map((change) => `${changeOf(change)}\n${witnessOf(change)}`.trim()),
      out: [`${relationOf(claim)}; ${verdictOf(claim)}`, ...claim.changes.map(changeOf)].join('\n'),
    })),
    { name: 'acknowledgements are right and used', failures: report.problems, out: '' },
    { name: 'the gate', failures: report.pass ? [] : [headline(report)], out: report.notes.join('\n') },
  ];
  const counts = {
    tests: cases.length,
    failures: cases.filter(({ failures }) => failures.length > 0).length,
    errors: 0,
  };
  const suites = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' }).ele('testsuites', {
    name: 'bnd gate',
    ...counts,
  });
  const suite = suites.ele('testsuite', { name: 'theory', ...counts });
  for (const { name, failures, out } of cases) {
    const test = suite.ele('testcase', { name, classname: 'theory' });
    if (failures.length > 0)
      test
        .ele('failure', { message: failures[0]?.split('\n')[0] ?? '', type: 'theory change' })
        .txt(failures.join('\n\n'));
    if (out !== '') test.ele('system-out').txt(out);
  }
  return `${suites.end({ prettyPrint: true })}\n`;
}
