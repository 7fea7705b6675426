import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { CHANGE_CLASSES } from '../../src/gate/classes.js';

/** The folder of acknowledgements, relative to the root. */
export const ACKNOWLEDGEMENTS = 'theory-changes';

const header = z.strictObject({
  changes: z.array(z.strictObject({ claim: z.string().min(1), class: z.enum(CHANGE_CLASSES) })).min(1),
});

/** Changes that somebody takes the responsibility for, and why. */
export interface Acknowledgement {
  readonly file: string;
  readonly changes: z.infer<typeof header>['changes'];
  readonly reason: string;
}

/** Shorter than this is no reason. */
const REASON = 20;

/** Reads an acknowledgement: changes in a YAML header, the reason below it. A string says in words why it is none. */
export function acknowledgementOf(file: string, text: string): Acknowledgement | string {
  const [, front, reason = ''] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(text) ?? [];
  if (front === undefined) return `${file}: needs a YAML header between two lines of ---. Run bnd acknowledge.`;
  const written = valueOf(front);
  if ('problem' in written) return `${file}: needs YAML in its header; ${written.problem}`;
  const parsed = header.safeParse(written.value);
  if (!parsed.success) {
    return `${file}: ${z.prettifyError(parsed.error).split('\n').slice(0, 2).join('').trim()}. Run bnd acknowledge.`;
  }
  const said = reason.replaceAll(/\s+/g, ' ').trim();
  if (said.length < REASON) return `${file}: needs the reason below its header; came ${JSON.stringify(said)}.`;
  return { file, changes: parsed.data.changes, reason: said };
}

/** What a header says, or in a line why it says nothing. Aliases are refused: a few lines of them stand for more than memory holds. */
function valueOf(front: string): { readonly value: unknown } | { readonly problem: string } {
  const document = parseDocument(front);
  const line = (error: unknown): string =>
    error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const [error] = document.errors;
  if (error !== undefined) return { problem: line(error) };
  try {
    return { value: document.toJS({ maxAliasCount: 0 }) };
  } catch (thrown) {
    return { problem: line(thrown) };
  }
}

/** The text of an acknowledgement, which `acknowledgementOf` reads. */
export function acknowledgementText({ changes, reason }: Omit<Acknowledgement, 'file'>): string {
  return `---\n${stringify({ changes })}---\n\n${reason.trim()}\n`;
}
