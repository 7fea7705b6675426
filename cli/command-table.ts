import type { Command } from 'commander';

/** Adds a command to the program. */
export type Register = (program: Command) => void;

/** Where each command is. In the order in which the help lists them. */
export const commands: Readonly<Record<string, () => Promise<Register>>> = {
  verify: async () => (await import('./commands/verify.js')).registerVerify,
  hunt: async () => (await import('./commands/hunt.js')).registerHunt,
  replay: async () => (await import('./commands/replay.js')).registerReplay,
  report: async () => (await import('./commands/report.js')).registerReport,
  new: async () => (await import('./commands/new.js')).registerNew,
  simulate: async () => (await import('./commands/simulate.js')).registerSimulate,
  limit: async () => (await import('./commands/limit.js')).registerLimit,
  sweep: async () => (await import('./commands/sweep.js')).registerSweep,
  worker: async () => (await import('./commands/worker.js')).registerWorker,
  plot: async () => (await import('./commands/plot.js')).registerPlot,
  explore: async () => (await import('./commands/explore.js')).registerExplore,
  list: async () => (await import('./commands/list.js')).registerList,
  show: async () => (await import('./commands/show.js')).registerShow,
  certify: async () => (await import('./commands/certify.js')).registerCertify,
  check: async () => (await import('./commands/check.js')).registerCheck,
  lock: async () => (await import('./commands/lock.js')).registerLock,
  gate: async () => (await import('./commands/gate.js')).registerGate,
  acknowledge: async () => (await import('./commands/acknowledge.js')).registerAcknowledge,
  help: async () => (await import('./commands/help.js')).registerHelp,
};
