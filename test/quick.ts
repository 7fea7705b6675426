import { beforeEach } from 'vitest';

/**
 * Tests that play thousands of runs, or search for seconds. The first pass of `npm run mutation` leaves them out:
 * what survives the others, a tenth, is tried again with these.
 */
const SLOW = new RegExp(
  [
    'more often than its level',
    'too often',
    'every one of 1000 moments',
    'at any moment of a sequence',
    'beyond its level',
    'excludes? everything|makes nothing that meets',
    'is more with a slope than without',
    'gives the same for the same seed',
    'is never refuted: undecided when',
    'something that it must survive leaves no witness',
    'takes nothing for a witness',
    'counts the allowance against a witness',
    'hardly ever',
    'gives up at last',
    'warns when the witness took so long',
    'stays above its floors',
    'drops when (the search is no better|a falsehood is not measured)',
    'gives the same for the same key, and another search',
    'does not shrink under noise',
    'is what a hunt sweeps with',
    'finds a thin region',
    'says how near it came when nothing is false',
    'counts right: a law that is wrong',
    'never evaluates the claim',
    'is another value of the same domain',
    'comes to the fewest points',
    'moves what one number gives up to another',
    'makes elements of a list alike now and then',
    'is vacuous when its generator makes nothing',
    'made small, with every control empty',
    'tells of every evaluation, none of which fails',
    'gives a control that half of the seeds refute',
    'does not refute a true law of',
    'in a regime that most samples of its size miss',
    'walks down to a bad corner',
    'is the same for the same seed, and drawn anew for another',
  ].join('|'),
);

beforeEach(({ task, skip }) => {
  if (process.env['MUTATED_WITH'] === 'quick tests') skip(SLOW.test(task.name));
});
