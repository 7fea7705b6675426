import { createHash } from 'node:crypto';
import type { Node } from 'typescript';
import { BadInput } from './bad-input.js';

/** A source file as a compiler sees it: the same for any formatting and any comment. */
export interface Code {
  /** Of its tokens. */
  readonly digest: string;
  /** Its numbers, each once, in order: where bounds and exponents stand. */
  readonly constants: readonly string[];
}

/** Reads TypeScript into tokens. Loads the compiler, which takes half a second. @throws BadInput where there is none */
export async function codeReader(): Promise<(text: string) => Code> {
  const { default: ts } = await import('typescript').catch((error: unknown) => {
    throw new BadInput(
      'typescript: needs the development packages of a checkout; came an installation without them. Run npm ci in a checkout.',
      { cause: error },
    );
  });
  const known = new Map<string, Code>();
  const read = (text: string): Code => {
    const source = ts.createSourceFile('claim.ts', text, ts.ScriptTarget.ES2023);
    const tokens: string[] = [];
    const numbers = new Set<number>();
    const visit = (node: Node): void => {
      if (ts.isJSDoc(node)) return;
      if (ts.isNumericLiteral(node)) numbers.add(Number(node.text));
      const parts = node.getChildren(source);
      if (parts.length > 0) parts.forEach(visit);
      else tokens.push(node.getText(source));
    };
    visit(source);
    // A comma before a closing bracket is formatting.
    const code = tokens.filter((token, i) => token !== '' && !(token === ',' && /^[)\]}]$/.test(next(tokens, i))));
    return { digest: digestOf(code.join('\n')), constants: [...numbers].sort((a, b) => a - b).map(String) };
  };
  return (text) => {
    const code = known.get(text) ?? read(text);
    known.set(text, code);
    return code;
  };
}

function next(tokens: readonly string[], i: number): string {
  return tokens.slice(i + 1, i + 4).find((token) => token !== '') ?? '';
}

/** 64 bits of SHA-256: enough to tell texts of one repository apart, and short enough to be read aloud. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
