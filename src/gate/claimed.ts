import type { Claim } from '../theory/claim.js';

/** A claim with digests of the code that it is made of: what is equal in both versions needs no comparison. */
export interface Claimed {
  readonly claim: Claim;
  /** Of its theorem's file. */
  readonly theorem: string;
  /** Of its evidence's file. */
  readonly evidence: string;
  /** Of what they share with other claims: files beside the chapters of theorems/ and properties/. */
  readonly vocabulary: string;
  /** Of everything in src/ that these import, and of the other claims that they name. */
  readonly core: string;
  /** False when its core is older than the reading of instances: it has nothing to be compared by. */
  readonly readable: boolean;
}
