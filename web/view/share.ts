import { element } from './element.js';

/** Binds the buttons that copy the link and the command of what is shown. */
export function shareButtons(texts: { readonly link: () => string; readonly command: () => string }): void {
  const copied = element('copied', HTMLElement);
  for (const what of ['link', 'command'] as const) {
    element(`copy-${what}`, HTMLButtonElement).addEventListener('click', () => {
      navigator.clipboard.writeText(texts[what]()).then(
        () => (copied.textContent = `Copied the ${what}.`),
        () => (copied.textContent = `The browser does not let this page copy. The ${what}: ${texts[what]()}`),
      );
    });
  }
}
