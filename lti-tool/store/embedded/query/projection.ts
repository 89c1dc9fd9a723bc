import { find } from 'mingo';
import { badValue } from '../command-error.ts';
import { type BsonDocument, isDocument } from '../values/bson-document.ts';
import { forMingo, runMingo } from './expressions.ts';

/** What a projection makes of a document. */
type Projector = (document: BsonDocument) => BsonDocument;

/** Fields to keep or drop, as a tree: `true` is a whole field. */
interface FieldTree {
  [name: string]: FieldTree | true;
}

/** Compiles a find projection; null when it asks for whole documents. Inclusions and exclusions are done here,
 * operators such as `$slice` by mingo. */
export function compileProjection(projection: unknown): Projector | null {
  if (projection === undefined || projection === null) return null;
  if (!isDocument(projection)) throw badValue('projection must be an object');
  const entries = Object.entries(projection);
  if (entries.length === 0) return null;
  if (!entries.every(([name, value]) => isFlag(value) && !name.includes('$'))) return mingoProjector(projection);
  const fields = entries.filter(([name]) => name !== '_id');
  const idKept = !('_id' in projection) || isOn(projection._id);
  const including = fields.length > 0 ? isOn(fields[0]?.[1]) : idKept;
  if (fields.some(([, value]) => isOn(value) !== including)) {
    throw badValue('Cannot do exclusion and inclusion in one projection');
  }
  const tree = fieldTree(fields.map(([name]) => name));
  if (including) {
    const kept: FieldTree = idKept ? Object.assign(tree, { _id: true as const }) : tree;
    return (document) => include(document, kept);
  }
  const dropped: FieldTree = idKept ? tree : Object.assign(tree, { _id: true as const });
  return (document) => exclude(document, dropped);
}

function mingoProjector(projection: BsonDocument): Projector {
  const plain = forMingo(projection) as BsonDocument;
  return (document) =>
    runMingo(
      () => find<BsonDocument>([forMingo(document) as BsonDocument], {}, plain, { scriptEnabled: false }).next() ?? {},
    );
}

function isFlag(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

function isOn(value: unknown): boolean {
  return value !== 0 && value !== false;
}

function fieldTree(paths: readonly string[]): FieldTree {
  const root: FieldTree = Object.create(null);
  for (const path of paths) {
    const segments = path.split('.');
    const last = segments.pop() ?? path;
    let node = root;
    for (const segment of segments) {
      const next = node[segment];
      if (next === true) throw badValue(`Path collision at ${path}`);
      const child: FieldTree = next ?? Object.create(null);
      node[segment] = child;
      node = child;
    }
    node[last] = true;
  }
  return root;
}

function include(document: BsonDocument, tree: FieldTree): BsonDocument {
  return picked(document, (name, value) => {
    const branch = tree[name];
    if (branch === undefined || branch === true) return branch === true ? value : undefined;
    if (Array.isArray(value)) return value.filter(isDocument).map((element) => include(element, branch));
    return isDocument(value) ? include(value, branch) : undefined;
  });
}

function exclude(document: BsonDocument, tree: FieldTree): BsonDocument {
  return picked(document, (name, value) => {
    const branch = tree[name];
    if (branch === undefined || branch === true) return branch === true ? undefined : value;
    if (Array.isArray(value)) return value.map((element) => (isDocument(element) ? exclude(element, branch) : element));
    return isDocument(value) ? exclude(value, branch) : value;
  });
}

function picked(document: BsonDocument, pick: (name: string, value: unknown) => unknown): BsonDocument {
  const entries = Object.entries(document).map(([name, value]): [string, unknown] => [name, pick(name, value)]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
