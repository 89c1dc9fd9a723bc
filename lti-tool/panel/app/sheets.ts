import type { SheetName } from './sheet-names.ts';

/** Where the build put each, in the order in which they stand on the page. */
declare const sheetAddresses: Readonly<Record<SheetName, string>>;

const asked = new Map<SheetName, Promise<void>>();

/** Before which element a sheet goes, so that rules win over each other in one order, whichever screen came first. */
function placeOf(name: SheetName): Element | null {
  const names = Object.keys(sheetAddresses);
  const later = names.slice(names.indexOf(name) + 1).map((other) => `link[data-sheet="${other}"]`);
  return later.length === 0 ? null : document.head.querySelector(later.join());
}

function fetchSheet(name: SheetName): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = sheetAddresses[name];
  link.setAttribute('data-sheet', name);
  const applies = new Promise<void>((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      asked.delete(name);
      reject(new Error(`The style sheet ${name} could not be fetched.`));
    };
  });
  document.head.insertBefore(link, placeOf(name));
  return applies;
}

/** Puts an area's style sheet on the page, once. Rejects where it could not be fetched; asked again, it is fetched again. */
function apply(name: SheetName): Promise<void> {
  const known = asked.get(name);
  if (known) return known;
  const applies = fetchSheet(name);
  asked.set(name, applies);
  return applies;
}

/** Code that is on its way, once the style sheets that it needs apply: nothing is shown without its looks. */
export async function styled<Module>(code: Promise<Module>, ...names: readonly SheetName[]): Promise<Module> {
  const [module] = await Promise.all([code, ...names.map(apply)]);
  return module;
}
