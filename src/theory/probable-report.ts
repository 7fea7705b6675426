import { rateInterval } from '../statistics/rate-interval.js';
import type { Finding } from './conclude.js';
import type { ClauseReading, Counterexample, Estimate, TestReport } from './outcome.js';

/** What the tests of a probable claim come to: any may refute; the domain and the worst instance must both be certified. */
export function judgedByTests(tests: readonly TestReport[], probability: number, indifference: number): Finding {
  const wanted = Number((probability - indifference).toPrecision(12));
  const refuting = tests.find(({ decision }) => decision === 'refuted');
  if (refuting !== undefined) {
    const where = refuting.instance === undefined ? refuting.use : `of ${refuting.use}`;
    return {
      verdict: 'refuted',
      because: `the event happened in ${counted(refuting)} draws ${where}: its probability is below ${probability}`,
    };
  }
  const deciding = tests.filter(({ use }) => use === DOMAIN || use === WORST);
  const said = deciding.map((test) => `${counted(test)} draws ${test.instance === undefined ? '' : 'of '}${test.use}`);
  const happened = `the event happened in ${said.join(' and ')}`;
  const open = deciding.find(({ decision }) => decision !== 'certified');
  return open === undefined
    ? { verdict: 'held', because: `${happened}: P > ${wanted} is certified` }
    : { verdict: 'undecided', because: `${happened}: the budget did not certify P > ${wanted} ${open.use}` };
}

export const DOMAIN = 'over the domain';
export const WORST = 'the worst instance';

/** The instance of the test that refuted, or the worst that was seen when it was the domain. Undefined when none refuted. */
export function refutedBy(tests: readonly TestReport[], probability: number): Counterexample | undefined {
  const refuting = tests.find(({ decision }) => decision === 'refuted');
  if (refuting === undefined) return undefined;
  const instance = refuting.instance ?? tests.find(({ use }) => use === WORST)?.instance;
  return { instance, ...rateReading(refuting, probability), share: Infinity, shrinks: 0 };
}

/** The probability as a clause: how far the share of the draws in which the event happened lies above what is claimed. */
export function rateReading({ happened = NaN, draws }: TestReport, probability: number): ClauseReading {
  return { clause: 'probability', margin: happened / draws - probability, allowance: 0, share: 0 };
}

/** Draws over the domain with the bounds that they give. Undefined before the first. */
export function estimateOf(test: TestReport | undefined, level: number): Estimate | undefined {
  if (test?.happened === undefined || test.draws === 0) return undefined;
  return { passes: test.happened, draws: test.draws, level, ...rateInterval(test.happened, test.draws, level) };
}

function counted({ happened = 0, draws }: TestReport): string {
  return `${happened} of ${draws}`;
}
