/** Made when a test first asks for it: what runs while tests are collected, a run with mutants takes for reached by every test. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
