import { readFileSync } from 'node:fs';

/**
 * The most bytes of memory that this process has held, as Linux counts them since the program started.
 *
 * Not `resourceUsage().maxRSS`: a new process starts with that of its parent, which hides its own. Elsewhere than on Linux,
 * what it holds now: the kernel never gives memory back, so that its part is seen as well.
 */
export function peakMemory(): number {
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (peak !== undefined) return 1024 * Number(peak);
  } catch {
    // no /proc: not Linux
  }
  return process.memoryUsage().rss;
}
