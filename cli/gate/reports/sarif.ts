import type { Log, ReportingDescriptor, Result } from 'sarif';
import { CHANGE_CLASSES, CLASSES, type Level } from '../../../src/gate/classes.js';
import type { GateReport } from '../../schemas/gate.js';
import { changeOf, closes, relationOf, witnessOf } from './words.js';

const LEVEL: Readonly<Record<Level, Result.level>> = { deny: 'error', warn: 'warning', allow: 'note' };

/** SARIF 2.1.0: one rule a class of change, one result a change. One that is acknowledged is suppressed, with the file that does it. */
export function gateSarif(report: GateReport): Log {
  const rules = CHANGE_CLASSES.map((id): ReportingDescriptor => ({
    id,
    shortDescription: { text: CLASSES[id].means },
    defaultConfiguration: { level: LEVEL[CLASSES[id].level] },
  }));
  const results = report.claims.flatMap((claim) =>
    claim.changes.map((change): Result => ({
      ruleId: change.class,
      ruleIndex: CHANGE_CLASSES.indexOf(change.class),
      level: closes(change) || change.level !== 'deny' ? LEVEL[change.level] : 'note',
      message: { text: `${claim.claim}: ${changeOf(change)}. ${relationOf(claim)}. ${witnessOf(change)}`.trim() },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: claim.file, uriBaseId: '%SRCROOT%' },
            region: { startLine: claim.line },
          },
        },
      ],
      // Stays the same while lines move, so that a finding keeps its history.
      partialFingerprints: {
        'claimAndClass/v1': `${claim.claim}:${change.class}:${change.of.replace(/ \(\d+ times\)$/, '')}`,
      },
      ...(change.acknowledged === null
        ? {}
        : { suppressions: [{ kind: 'external', status: 'accepted', justification: change.acknowledged }] }),
    })),
  );
  return {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: { driver: { name: 'bnd gate', informationUri: 'https://arxiv.org/abs/2412.02843', rules } },
        invocations: [{ executionSuccessful: true, exitCode: report.exitCode }],
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
}
