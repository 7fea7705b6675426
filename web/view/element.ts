/** The element of index.html with that id and of that kind. @throws Error when there is none: page and code disagree */
export function element<T extends HTMLElement>(id: string, kind: abstract new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`index.html: needs a ${kind.name} with id "${id}".`);
}
