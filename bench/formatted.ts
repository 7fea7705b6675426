import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

/** A text as the project's formatter leaves it, so that a generated file passes `npm run lint`. */
export async function formatted(root: string, file: string, text: string): Promise<string> {
  const filepath = join(root, file);
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}
