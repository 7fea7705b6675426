import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Contender, Job, Timing } from './contender.js';

/** NumPy in a process of its own, or undefined where there is no python3 with NumPy. */
export async function numpy(
  root: string,
): Promise<{ readonly peers: Contender[]; readonly stop: () => void } | undefined> {
  const python = spawn('python3', [join(root, 'bench/peers.py')], { stdio: ['pipe', 'pipe', 'ignore'] });
  python.on('error', () => undefined); // no python3: the lines below end at once
  const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<string | undefined> => {
    const next = await lines.next();
    return next.done === true ? undefined : next.value;
  };
  if ((await answer()) === undefined) return undefined;
  const run = async (peer: string, job: Job): Promise<Timing> => {
    python.stdin.write(`${JSON.stringify({ peer, ...job })}\n`);
    const line = await answer();
    if (line === undefined) throw new Error(`bench: ${peer} stopped at ${JSON.stringify(job)}.`);
    return asTiming(JSON.parse(line));
  };
  const peers = ['NumPy direct f64', 'NumPy Gram f64'].map((name) => ({ name, run: (job: Job) => run(name, job) }));
  return { peers, stop: () => void python.stdin.end() };
}

function asTiming(answer: unknown): Timing {
  if (typeof answer === 'object' && answer !== null && 'seconds' in answer && 'cosine' in answer) {
    const { seconds, cosine } = answer;
    if (typeof seconds === 'number' && typeof cosine === 'number') return { seconds, cosine };
  }
  throw new Error(`bench: needs {seconds, cosine} from bench/peers.py; came ${JSON.stringify(answer)}.`);
}
