/** The parts of a V8 CPU profile that tell whose code ran. */
export type CpuProfile = {
  readonly nodes: readonly ProfileNode[];
  /** Id of the node that ran, sample by sample. */
  readonly samples?: readonly number[] | undefined;
  /** Microseconds that each sample stands for. */
  readonly timeDeltas?: readonly number[] | undefined;
};
type Frame = { readonly functionName: string; readonly url: string };
type ProfileNode = {
  readonly id: number;
  readonly callFrame: Frame;
  readonly children?: readonly number[] | undefined;
};
export type Share = { readonly owner: string; readonly share: number };

/** Not work: waiting, and the profiler's own start and stop. */
const noWork = new Set(['(idle)', '(root)', 'dispatch']);

/** Our own rooms, the deepest first. */
const rooms: ReadonlyArray<readonly [place: string, owner: string]> = [
  ['/lti-tool/store/embedded/', 'embedded database'],
  ['/lti-tool/store/', 'store'],
  ['/lti-tool/use-cases/', 'use-cases'],
  ['/lti-tool/http/', 'http'],
  ['/lti-tool/lti/', 'lti edge'],
  ['/shared/', 'domain and api'],
  ['/scripts/bench/', 'the benchmark itself'],
];

/** Whose code a frame with an address is: a package by its name, a room of ours, or Node.js. */
function ownerOf(url: string): string {
  const inPackage = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url);
  if (inPackage?.[1]) return inPackage[1];
  if (url.startsWith('node:')) return 'node';
  return rooms.find(([place]) => url.includes(place))?.[1] ?? 'the rest';
}

/** The owner of every node, null for no work. Native functions, which have no address, count for whoever called them. */
function ownersOf(nodes: readonly ProfileNode[]): Map<number, string | null> {
  const owners = new Map<number, string | null>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const visit = (node: ProfileNode, caller: string) => {
    const { functionName, url } = node.callFrame;
    const own = functionName === '(garbage collector)' ? 'garbage collection' : url === '' ? caller : ownerOf(url);
    owners.set(node.id, url === '' && noWork.has(functionName) ? null : own);
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child) visit(child, own);
    }
  };
  const called = new Set(nodes.flatMap(({ children = [] }) => children));
  for (const node of nodes) if (!called.has(node.id)) visit(node, 'native code');
  return owners;
}

/** The owners of all work, as shares of it from 0 to 1, largest first. */
export function cpuShares({ nodes, samples = [], timeDeltas = [] }: CpuProfile): Share[] {
  const owners = ownersOf(nodes);
  const taken = new Map<string, number>();
  let whole = 0;
  for (const [index, id] of samples.entries()) {
    const owner = owners.get(id) ?? null;
    const time = Math.max(0, timeDeltas[index] ?? 0);
    if (owner === null) continue;
    whole += time;
    taken.set(owner, (taken.get(owner) ?? 0) + time);
  }
  if (whole === 0) return [];
  return [...taken].map(([owner, time]) => ({ owner, share: time / whole })).sort((a, b) => b.share - a.share);
}

/** Code of the embedded database: our own, and the store on disk that only it uses. */
const isEmbedded = (url: string): boolean => /\/lti-tool\/store\/embedded\/|\/node_modules\/lmdb\//.test(url);

/** The share of all work, from 0 to 1, that was done for code of the embedded database, whatever it called included. */
export function embeddedShare({ nodes, samples = [], timeDeltas = [] }: CpuProfile): number {
  const owners = ownersOf(nodes);
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const within = new Set<number>();
  // Whoever is called has a later place in the list than their caller.
  for (const { id, callFrame } of nodes)
    if (isEmbedded(callFrame.url) || within.has(callers.get(id) ?? -1)) within.add(id);
  let [embedded, whole] = [0, 0];
  for (const [index, id] of samples.entries()) {
    const time = Math.max(0, timeDeltas[index] ?? 0);
    if ((owners.get(id) ?? null) === null) continue;
    whole += time;
    if (within.has(id)) embedded += time;
  }
  return whole === 0 ? 0 : embedded / whole;
}

/** "mongodb 31%, embedded database 22%": the owners of most of the work. */
export const sharesInWords = (shares: readonly Share[], most = 6): string =>
  shares
    .slice(0, most)
    .map(({ owner, share }) => `${owner} ${Math.round(share * 100)}%`)
    .join(', ');
