import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { mutantVerdict } from '../../cli/report/kill-matrix.js';

const judged = z.strictObject({
  claim: z.string(),
  verdict: mutantVerdict,
  because: z.string(),
  seconds: z.number().describe('CPU time'),
});

/** What came of one claim in one copy of the project. */
export type Judged = z.infer<typeof judged>;

/** Seconds for the claims of a copy to load. */
const LOADING = 120;

/** What the program in the copy prints once its claims are loaded. */
export const READY = 'ready';

/**
 * Judges claims in a copy of the project, in a process of its own, at the quick profile.
 *
 * A claim that takes longer than `patience` gives it is `hung`, which is no verdict; one that ends the process has crashed.
 * @throws Error when the claims of the copy do not even load
 */
export async function judge(
  copy: string,
  claims: readonly string[],
  patience: (claim: string) => number,
): Promise<readonly Judged[]> {
  const done: Judged[] = [];
  while (done.length < claims.length) {
    const rest = claims.slice(done.length);
    const { came, loaded, hung, stderr } = await some(copy, rest, patience);
    if (!loaded) throw new Error(`${copy}: its claims do not load. ${stderr.trim()}`);
    done.push(...came);
    const [next] = rest.slice(came.length);
    if (next === undefined) break;
    const because = hung ? 'took too long' : `ended the process: ${stderr.trim().split('\n').at(-1) ?? ''}`;
    done.push({ claim: next, verdict: hung ? 'hung' : 'crashed', because, seconds: 0 });
  }
  return done;
}

interface Some {
  readonly came: readonly Judged[];
  readonly loaded: boolean;
  readonly hung: boolean;
  readonly stderr: string;
}

/** Judges claims until one of them hangs or ends the process. */
function some(copy: string, claims: readonly string[], patience: (claim: string) => number): Promise<Some> {
  return new Promise((resolve, reject) => {
    const program = join(copy, 'dist/scripts/mutants/verdicts.js');
    const child = spawn(process.execPath, [program, ...claims], { cwd: copy, stdio: ['ignore', 'pipe', 'pipe'] });
    const came: Judged[] = [];
    let [loaded, hung, stderr] = [false, false, ''];
    let timer: NodeJS.Timeout | undefined;
    const wait = (seconds: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        hung = true;
        child.kill('SIGKILL');
      }, 1000 * seconds);
    };
    wait(LOADING);
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === READY) loaded = true;
      else came.push(judged.parse(JSON.parse(line)));
      const next = claims[came.length];
      if (next === undefined) clearTimeout(timer);
      else wait(patience(next));
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      resolve({ came, loaded, hung, stderr });
    });
  });
}
