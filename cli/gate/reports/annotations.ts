import type { GateReport } from '../../schemas/gate.js';
import { changeOf, closes, headline, relationOf, short, witnessOf } from './words.js';

/** GitHub shows ten of each kind a step; a further one would be dropped without a word. */
const SHOWN = 10;

/** Workflow commands that GitHub shows beside the lines of a change: an error for what is denied, a warning for the rest. */
export function annotations(report: GateReport): readonly string[] {
  const of = (kind: 'error' | 'warning'): readonly string[] => {
    const all = report.claims.flatMap((claim) =>
      claim.changes
        .filter((change) => (kind === 'error' ? closes(change) : change.level === 'warn'))
        .map((change) => ({
          properties: { file: claim.file, line: String(claim.line), title: `${claim.claim}: ${relationOf(claim)}` },
          text: [changeOf(change), short(witnessOf(change), 500), change.witness?.replay ?? '']
            .filter((line) => line !== '')
            .join('\n'),
        })),
    );
    const wrong =
      kind === 'error' ? report.problems.map((text) => ({ properties: { file: text.split(':')[0] ?? '' }, text })) : [];
    const everything = [...wrong, ...all];
    const shown = everything.length > SHOWN ? everything.slice(0, SHOWN - 1) : everything;
    const rest = everything.length - shown.length;
    const more = rest === 0 ? [] : [{ properties: {}, text: `${rest} more: see the summary of the step.` }];
    return [...shown, ...more].map(({ properties, text }) => command(kind, properties, text));
  };
  return [command('notice', {}, headline(report)), ...of('error'), ...of('warning')];
}

/** As the runner parses it: line ends, percents and, in properties, colons and commas are escaped. */
function command(kind: string, properties: Readonly<Record<string, string>>, text: string): string {
  const escaped = (value: string): string =>
    value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const inside = (value: string): string => escaped(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const given = Object.entries(properties).map(([name, value]) => `${name}=${inside(value)}`);
  return `::${kind}${given.length === 0 ? '' : ` ${given.join(',')}`}::${escaped(text)}`;
}
