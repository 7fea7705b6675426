/** Levels of arrays and objects. What this program writes has a dozen; some hundreds more than that would end in a full stack. */
const DEEPEST = 64;

/**
 * The value of a JSON text that may be anything.
 * @throws SyntaxError, whose message says in words what the text is instead: `breaks off or is none`, or `nests
 * deeper than 64 levels`
 */
export function parseJson(text: string): unknown {
  if (deeper(text)) throw new SyntaxError(`nests deeper than ${DEEPEST} levels`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SyntaxError('breaks off or is none', { cause: error });
  }
}

/** Whether brackets outside of strings are ever open beyond the bound. One pass: no pattern, which would keep a stack of its own. */
function deeper(text: string): boolean {
  let open = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const mark = text[i];
    if (quoted && mark === '\\') i += 1;
    else if (mark === '"') quoted = !quoted;
    else if (!quoted && (mark === '[' || mark === '{')) open += 1;
    else if (!quoted && (mark === ']' || mark === '}')) open -= 1;
    if (open > DEEPEST) return true;
  }
  return false;
}
