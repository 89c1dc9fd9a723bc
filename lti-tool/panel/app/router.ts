import { signal } from '@preact/signals';

/** Where in the panel we are: the part of the address after "#/", split at "/". */
export const place = signal<readonly string[]>(read());

function read(): readonly string[] {
  return location.hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
}

/** A part of the address as text; one that is not percent-encoded text leads nowhere instead of breaking the page. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** Asked before another place opens; `go` opens it after all. True holds it back. */
export type Guard = (go: () => void) => boolean;
let guard: Guard | null = null;

/** Puts a guard before every change of place, such as for unsaved work. Answers with what takes it away. */
export function guardPlace(asked: Guard): () => void {
  guard = asked;
  return () => {
    if (guard === asked) guard = null;
  };
}

addEventListener('hashchange', ({ oldURL }) => {
  const wanted = location.hash;
  const go = () => {
    guard = null;
    location.hash = wanted || '#/';
  };
  if (guard?.(go)) history.replaceState(null, '', new URL(oldURL).hash || '#/');
  else place.value = read();
});

/** Opens a place in the panel's first page; there is no place before it to go back to. */
export function startAt(parts: readonly string[]): void {
  history.replaceState(null, '', hrefTo(...parts));
  place.value = read();
}

/** An href to a place: hrefTo('evidence', id). */
export const hrefTo = (...parts: readonly string[]): string => `#/${parts.map(encodeURIComponent).join('/')}`;

/** Goes to a place, as a click on its link would. */
export const goTo = (...parts: readonly string[]): void => {
  location.hash = hrefTo(...parts);
};
