import { existsSync, readdirSync } from 'node:fs';
import { ClassicLevel } from 'classic-level';
import { mostChunks } from '../../src/sweep/allocate.js';
import { cellCount } from '../../src/sweep/grid.js';
import { BadInput } from '../bad-input.js';
import { canonicalJson } from '../canonical-json.js';
import type { SweepPlan } from '../schemas/sweep.js';
import { type Outcomes, readOutcomes, writeOutcomes } from './outcomes.js';
import type { Chunk } from './plan.js';
import { planOf } from './stored-plan.js';

const PLAN = 'plan';
/** Chunks of a cell are the bits of a word. */
const BITS = 31;

/**
 * The draws of a map on disk: a LevelDB folder with a plan and one record a chunk.
 *
 * A record is in the log of the database, whole and with a checksum, when `put` resolves: a process that is killed loses the chunks
 * it was making and nothing else. It is not forced to the disk: a power failure may take the last records too, never half of one.
 * One process at a time has a store open.
 */
export class SweepStore {
  private constructor(
    private readonly database: ClassicLevel,
    readonly plan: SweepPlan,
    private readonly present: Int32Array,
  ) {}

  /** A new store, or the one that was there if its plan is the same. @throws BadInput when it is in use or holds another plan */
  static async open(folder: string, plan: SweepPlan): Promise<SweepStore> {
    const database = await opened(folder);
    const kept = await planIn(database);
    if (kept === undefined) await database.put(PLAN, canonicalJson(plan), { sync: true });
    else if (canonicalJson(kept) !== canonicalJson(plan)) {
      await database.close();
      throw new BadInput(
        `--store: needs the folder of this sweep; came ${folder}, which holds another. Choose another folder.`,
      );
    }
    const present = new Int32Array(cellCount(plan.grid));
    if (mostChunks(plan) > BITS) throw new Error('SweepStore: more chunks a cell than bits.');
    for await (const key of database.keys({ gt: 'c', lt: 'd' })) {
      const { cell, chunk } = chunkOf(key);
      present[cell] = (present[cell] ?? 0) | (1 << chunk);
    }
    return new SweepStore(database, plan, present);
  }

  has({ cell, chunk }: Chunk): boolean {
    return (((this.present[cell] ?? 0) >> chunk) & 1) === 1;
  }

  /**
   * Keeps the outcomes of a chunk. A chunk that is there already is left alone: it may be delivered twice.
   * @throws Error when it is there with other numbers, which means that two machines compute differently
   */
  async put(chunk: Chunk, outcomes: Outcomes): Promise<void> {
    const text = writeOutcomes(outcomes);
    if (this.has(chunk)) {
      const kept = await this.database.get(keyOf(chunk));
      if (kept === text) return;
      throw new Error(
        `two computations of chunk ${chunk.chunk} of cell ${chunk.cell} differ: ${kept ?? ''} and ${text}.`,
      );
    }
    await this.database.put(keyOf(chunk), text).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new BadInput(
        `--store: needs room for the draws; writing failed (${why}). Make room, and go on with --resume.`,
        { cause: error },
      );
    });
    this.present[chunk.cell] = (this.present[chunk.cell] ?? 0) | (1 << chunk.chunk);
  }

  /** The first chunks of a cell, one after the other. @throws Error when one is not there */
  async outcomes(cell: number, chunks: number): Promise<Outcomes> {
    const texts = await this.database.getMany(Array.from({ length: chunks }, (_, chunk) => keyOf({ cell, chunk })));
    return texts.flatMap((text, chunk) => {
      if (text === undefined) throw new Error(`SweepStore: chunk ${chunk} of cell ${cell} is not there.`);
      return readOutcomes(text, this.plan);
    });
  }

  /** Lets other processes have it. */
  async close(): Promise<void> {
    await this.database.close();
  }
}

/** The plan of the store in a folder; undefined when there is none. @throws BadInput when it cannot be read */
export async function storedPlan(folder: string): Promise<SweepPlan | undefined> {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return undefined;
  const database = await opened(folder);
  try {
    return await planIn(database);
  } finally {
    await database.close();
  }
}

async function opened(folder: string): Promise<ClassicLevel> {
  if (existsSync(folder)) {
    const others = readdirSync(folder);
    if (others.length > 0 && !others.includes('CURRENT') && !others.includes('LOCK')) {
      throw new BadInput(
        `--store: needs a folder of its own; came ${folder}, which holds other files. Choose another folder.`,
      );
    }
  }
  const database = new ClassicLevel(folder);
  try {
    await database.open();
    return database;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const locked = cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED';
    const came = locked
      ? 'which another process has open. Wait for it to end'
      : `which cannot be opened (${cause instanceof Error ? cause.message : String(cause)}). Choose another folder`;
    throw new BadInput(`--store: needs a folder for the draws; came ${folder}, ${came}.`, { cause: error });
  }
}

async function planIn(database: ClassicLevel): Promise<SweepPlan | undefined> {
  const text = await database.get(PLAN);
  if (text === undefined) return undefined;
  try {
    return planOf(text);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Keys in the order of cells and chunks. */
function keyOf({ cell, chunk }: Chunk): string {
  return `c${String(cell).padStart(8, '0')}/${String(chunk).padStart(2, '0')}`;
}

function chunkOf(key: string): Chunk {
  const [cell, chunk] = key.slice(1).split('/');
  return { cell: Number(cell), chunk: Number(chunk) };
}
