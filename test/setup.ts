import fc from 'fast-check';

/**
 * The seed of every property that the tests check, so that a commit passes or fails whoever runs it.
 * `FC_SEED=7 npm test` tries another; the message of a failure prints it.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['FC_SEED'] ?? 2412) });
