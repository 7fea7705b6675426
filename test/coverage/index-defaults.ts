import type { FileCoverageData } from 'istanbul-lib-coverage';

/**
 * The coverage of a file without the branches `values[k] ?? NaN`, as which an element is read that the type checker cannot know to be there.
 * Where the index is in range by construction, no test can reach the NaN; counted, some 300 of them would say nothing and hide what is untested.
 * Every other `??` is counted: what it falls back to is a case of the program.
 */
export function withoutIndexDefaults(coverage: FileCoverageData, source: string): FileCoverageData {
  const lines = source.split('\n');
  const counted = Object.entries(coverage.branchMap).filter(([, { type, locations }]) => {
    const start = locations[1]?.start;
    if (type !== 'binary-expr' || locations.length !== 2 || start === undefined) return true;
    const line = lines[start.line - 1] ?? '';
    return !(/\]\s*\?\?\s*$/.test(line.slice(0, start.column)) && /^NaN\b/.test(line.slice(start.column)));
  });
  return {
    ...coverage,
    branchMap: Object.fromEntries(counted),
    b: Object.fromEntries(counted.map(([branch]) => [branch, coverage.b[branch] ?? []])),
  };
}
