/** Why a mutant survives, where that is the same in several folders or files. */
export const BEYOND = 'the turn too many reads and writes beyond the end of a typed array, which does nothing';
export const LABEL = 'names a stream of its own: under any other name the draws are as good';
