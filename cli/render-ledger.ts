import type { LedgerEntry } from '../src/theory/ledger.js';
import { table } from './table.js';

/** The ledger: a line for each use of the claims that were chosen, and what the parts of all claims come to. */
export function ledgerTable(alpha: number, entries: readonly LedgerEntry[], chosen: readonly LedgerEntry[]): string {
  const columns = [{ head: 'claim' }, { head: 'use' }, { head: 'error probability', align: 'right' as const }];
  const rows = chosen.map((entry) => [entry.claim, entry.use, entry.alpha.toExponential(2)]);
  const sum = entries.reduce((total, entry) => total + entry.alpha, 0);
  return `${table(columns, rows)}\nThe parts sum to ${sum.toExponential(9)}, of ${alpha.toExponential()} for the whole suite.`;
}
