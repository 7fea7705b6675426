import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { searchDocument, SEARCH_DOCUMENT, SEARCH_RESULTS } from '../../bench/search/document.js';
import { drops, FLOORS, smallRun } from '../../bench/search/floors.js';
import { problems } from '../../bench/search/problems.js';
import { searchResults } from '../../bench/search/results.js';
import { BLIND, searchTargets } from '../../bench/search/targets.js';
import { once } from './once.js';

const root = join(import.meta.dirname, '../..');
const json = readFileSync(join(root, SEARCH_RESULTS), 'utf8');
const results = searchResults.parse(JSON.parse(json));

describe('docs/search-power.md', () => {
  const committed = readFileSync(join(root, SEARCH_DOCUMENT), 'utf8');

  it('is what bench/search/results.json gives', async () => {
    expect(await searchDocument(root, json), 'run npm run generate').toBe(committed);
  });

  it('is stale when one count changes', async () => {
    const rows = results.rows.map((row) => ({ ...row, guided: { ...row.guided, evaluations: 7 } }));
    expect(await searchDocument(root, JSON.stringify({ ...results, rows }))).not.toBe(committed);
  });

  it('has a row for every planted falsehood, of which there are twenty at least, with twenty seeds', () => {
    expect(results.rows.map(({ name }) => name)).toEqual(problems.map(({ name }) => name));
    expect(new Set(problems.map(({ name }) => name)).size).toBe(problems.length);
    expect(problems.length).toBeGreaterThanOrEqual(20);
    expect(results.seeds).toBe(20);
  });

  it('names what is missed', async () => {
    const rows = results.rows.map((row) => ({ ...row, guided: { ...row.guided, found: 0.5 } }));
    const page = await searchDocument(root, JSON.stringify({ ...results, rows }));
    const blind = results.rows.filter(({ plain }) => plain.found < BLIND);
    expect(page.match(/^- Missed: /gm)?.length).toBe(blind.length);
    expect(committed.match(/^- Missed: /gm)?.length).toBe(searchTargets(results).missed.length);
  });
});

describe('the targets', () => {
  it('are met wherever a margin says where the violation is', () => {
    const { missed, ratio, thin } = searchTargets(results);
    expect(missed.filter(({ slope }) => slope)).toEqual([]);
    expect(thin.length).toBeGreaterThan(10);
    expect(ratio).toBeGreaterThanOrEqual(20);
  });

  it('are not met by a search that is no better than generation', () => {
    const { missed, ratio, blind } = searchTargets({
      rows: results.rows.map((row) => ({ ...row, guided: row.plain })),
    });
    expect(missed.length).toBe(blind.length);
    expect(ratio).toBe(1);
  });
});

describe('the small benchmark', () => {
  const rows = once(smallRun);

  it('stays above its floors', () => {
    expect(drops(rows())).toEqual([]);
    expect(rows().length).toBe(Object.keys(FLOORS).length);
  });

  it('drops when the search is no better than generation', () => {
    expect(drops(rows().map((row) => ({ ...row, guided: row.plain }))).length).toBe(rows().length - 1); // one is in reach of both
  });

  it('drops when a falsehood is not measured, is found less often, or takes more evaluations', () => {
    expect(drops(rows().slice(1)).length).toBe(1);
    const worse = (part: { found: number } | { evaluations: number }) =>
      drops(rows().map((row) => ({ ...row, guided: { ...row.guided, ...part } }))).length;
    expect(worse({ found: 0.5 })).toBe(rows().length);
    expect(worse({ evaluations: 1600 })).toBe(rows().length);
  });
});
