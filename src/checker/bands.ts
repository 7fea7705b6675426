import { Interval } from '../interval/interval.js';

/** Where the second coefficients of 1 - rho, n - 1 - r and tau must lie: the claims on their asymptotics. */
export const BANDS = { gap: Interval.of(2.5, 7.2), short: Interval.of(11.5, 12.3), cross: Interval.of(16.4, 17.7) };
