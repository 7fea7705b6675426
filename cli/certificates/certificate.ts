import { z } from 'zod';
import { CERTIFIED, type Kind, proves } from '../../src/checker/theorems.js';
import { canonicalJson } from '../canonical-json.js';
import { digestOf } from '../code-reader.js';
import { parseJson } from '../parse-json.js';

const digits = z.string();
const tiling = z.array(z.tuple([digits, digits])).readonly();
const bends = { points: z.int(), shorter: digits, longer: digits };
const common = { version: z.literal(1), certifies: z.record(z.string(), z.string()), digest: digits };

const schema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('odd-states'),
    ...common,
    proof: z.strictObject({
      states: z
        .array(
          z.strictObject({ points: z.int(), angle: digits, short: digits, rho: digits, tau: digits, radius: digits }),
        )
        .readonly(),
    }),
  }),
  z.strictObject({
    kind: z.literal('saddles'),
    ...common,
    proof: z.strictObject({
      states: z.array(z.strictObject({ odd: z.int(), points: z.int(), angle: digits })).readonly(),
    }),
  }),
  z.strictObject({
    kind: z.literal('no-saddles'),
    ...common,
    proof: z.strictObject({
      absences: z.array(z.strictObject({ odd: z.int(), points: z.int(), cells: digits })).readonly(),
    }),
  }),
  z.strictObject({ kind: z.literal('symmetric-state'), ...common, proof: z.strictObject({ cells: digits }) }),
  z.strictObject({ kind: z.literal('odd-tail'), ...common, proof: z.strictObject({ limit: digits }) }),
  z.strictObject({
    kind: z.literal('birth'),
    ...common,
    proof: z.strictObject({
      size: digits,
      place: digits,
      tilings: z.strictObject({ shorter: tiling, before: tiling, closer: tiling, farther: tiling, core: tiling }),
    }),
  }),
  z.strictObject({
    kind: z.literal('depth-law'),
    ...common,
    proof: z.strictObject({ cells: z.record(z.string(), digits) }),
  }),
  z.strictObject({
    kind: z.literal('no-mild-points'),
    ...common,
    proof: z.strictObject({ batches: z.array(z.strictObject(bends)).readonly() }),
  }),
  z.strictObject({
    kind: z.literal('mild-points'),
    ...common,
    proof: z.strictObject({
      batches: z.array(z.strictObject({ ...bends, tips: digits, rests: digits })).readonly(),
    }),
  }),
]);

const stated = z.object({ certifies: common.certifies, digest: digits });

/** Statements by claim, and the digest of the certificate that makes them. */
export type Stated = z.infer<typeof stated>;

/** A certificate file, read. */
export type Certificate = z.infer<typeof schema>;

/** The text of a certificate with this proof. */
export function certificateText(kind: Kind, proof: unknown): string {
  const content = { certifies: CERTIFIED[kind], kind, proof, version: 1 };
  return canonicalJson({ ...content, digest: digestOf(canonicalJson(content)) });
}

/** A certificate whose text is as it was written: form, statements and digest. A string says in words what is not. */
export function readCertificate(text: string): Certificate | string {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    return 'it is no JSON';
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    return `it has not the form of a certificate: ${z.prettifyError(parsed.error).split('\n')[0] ?? ''}`;
  const { kind, proof, certifies, digest } = parsed.data;
  if (canonicalJson(certifies) !== canonicalJson(CERTIFIED[kind]))
    return `it does not say what a proof of ${kind} proves`;
  const written = certificateText(kind, proof);
  if (written === text) return parsed.data;
  return written.includes(digest)
    ? 'its numbers or lines are not written as bnd certify writes them'
    : `its digest is not that of its content, ${digest}`;
}

/** What a certificate of any version says, taken at its word. A string says why it says nothing. */
export function statedBy(text: string): Stated | string {
  try {
    return stated.parse(parseJson(text));
  } catch {
    return 'it has not the form of a certificate';
  }
}

/** A certificate that proves what it says. A string says in words why it does not. */
export function checkCertificate(text: string): Certificate | string {
  const certificate = readCertificate(text);
  if (typeof certificate === 'string') return certificate;
  return proves(certificate) ? certificate : 'its proof does not prove what it says';
}
