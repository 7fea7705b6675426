import type { SweepRow } from '../schemas/sweep.js';

/** The columns of a table in their order, with their types in Parquet. */
export const COLUMNS = [
  { name: 'points', type: 'INT32' },
  { name: 'width', type: 'INT32' },
  { name: 'depth', type: 'INT32' },
  { name: 'stages', type: 'STRING' },
  { name: 'weights', type: 'STRING' },
  { name: 'data', type: 'STRING' },
  { name: 'measure', type: 'STRING' },
  { name: 'draws', type: 'INT32' },
  { name: 'estimate', type: 'DOUBLE', nullable: true },
  { name: 'lower', type: 'DOUBLE', nullable: true },
  { name: 'upper', type: 'DOUBLE', nullable: true },
  { name: 'level', type: 'DOUBLE' },
] as const satisfies readonly { name: keyof SweepRow; type: string; nullable?: boolean }[];

/** The formats of tables, by the endings of their files. */
const FORMATS = ['csv', 'jsonl', 'parquet'] as const;
export type TableFormat = (typeof FORMATS)[number];

/** The format that a path's ending names; undefined of others. */
export function formatOf(path: string): TableFormat | undefined {
  return FORMATS.find((ending) => path.endsWith(`.${ending}`));
}
