import { type ChildProcess, spawn } from 'node:child_process';
import { ROOT } from './run.js';

/** A worker process with one thread that is ready; its jobs go to others after a second of silence. End it with `kill`. */
export function startWorker(address: string): Promise<ChildProcess> {
  const args = ['worker', '--queue', address, '--workers', '1', '--stalled-after', '1'];
  const child = spawn(process.execPath, ['cli', ...args], { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('thread waits for jobs')) resolve(child);
    });
    child.once('exit', () => reject(new Error(`the worker ended: ${said}`)));
  });
}
