/** A built script of the panel with its source map's sources. */
export type BuiltScript = { readonly code: string; readonly sources: readonly string[] };
/** By file name, e.g. "chunk-ABC.js". */
export type BuiltScripts = ReadonlyMap<string, BuiltScript>;

/** The scripts that a script cannot run without: what it imports, and what that imports, itself first. */
export function closureOf(scripts: BuiltScripts, entries: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (name: string) => {
    const script = scripts.get(name);
    if (!script || found.has(name)) return;
    found.add(name);
    // `import("./x.js")` waits until it is called; `import"./x.js"` and `from"./x.js"` do not.
    for (const [, needed = ''] of script.code.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+)"/g)) visit(needed);
  };
  for (const entry of entries) visit(entry);
  return [...found];
}

/** The script that a source file ended up in. @throws Error where there is none: the source was renamed or is not built */
export function scriptOf(scripts: BuiltScripts, source: string): string {
  const found = [...scripts].find(([, { sources }]) => sources.some((name) => name.endsWith(source)));
  if (!found) throw new Error(`No built script holds ${source}.`);
  return found[0];
}
