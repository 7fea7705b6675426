import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEDGER, LOCK } from '../../cli/lock/lock-files.js';
import { SmallProject } from './small-project.js';

/** The lock and the ledger, by name. */
export type Generated = Readonly<Record<typeof LOCK | typeof LEDGER, string>>;

/** A small project in a repository: with its first lock as the commit, then a claim that reads otherwise and a lock of that. */
export class LockedProject extends SmallProject {
  /** The claim that reads otherwise: `up to 1/4` for `up to a quarter`. */
  static readonly CLAIM = 'rows/sums-vanish';

  private constructor(root: string) {
    super(root);
  }

  static async make(root: string): Promise<{ project: LockedProject; old: Generated; now: Generated }> {
    const project = new LockedProject(root);
    const old = await project.locked();
    project.commit();
    const path = `theorems/${LockedProject.CLAIM}.ts`;
    project.write({ [path]: readFileSync(join(root, path), 'utf8').replace('up to a quarter', 'up to 1/4') });
    const now = await project.locked();
    if (now[LOCK] === old[LOCK] || now[LEDGER] === old[LEDGER])
      throw new Error('the change of a claim changes no lock.');
    return { project, old, now };
  }

  /** The files as they are. */
  generated(): Generated {
    const text = (name: string): string => readFileSync(join(this.root, name), 'utf8');
    return { [LOCK]: text(LOCK), [LEDGER]: text(LEDGER) };
  }

  restore(files: Generated): void {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.root, name), text);
  }

  private async locked(): Promise<Generated> {
    const { code, stderr } = await this.bnd(['lock']);
    if (code !== 0) throw new Error(`bnd lock: ${stderr}`);
    return this.generated();
  }
}
