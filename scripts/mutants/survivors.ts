/** Mutants that no claim kills, by name, and why that is as it should be. A test refuses a reason for one that is killed. */
export const SURVIVORS: Readonly<Record<string, string>> = {};
