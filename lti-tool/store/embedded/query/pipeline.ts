import { aggregate } from 'mingo';
import { badValue, CommandError } from '../command-error.ts';
import { type BsonDocument, expectDocument, expectString, integerOr, isDocument } from '../values/bson-document.ts';
import { forMingo, runMingo } from './expressions.ts';
import { compileMatcher } from './matcher.ts';
import { sortBy } from './sort.ts';

/** Stages that need a replica set, write, or look outside the collection in ways not supported here. */
const REFUSED = new Set([
  '$out',
  '$merge',
  '$changeStream',
  '$currentOp',
  '$listSessions',
  '$indexStats',
  '$collStats',
]);

/** The stages whose meaning is this database's own, so that `$match` is the same here as in a find. */
const OWN_STAGES: Record<string, (documents: BsonDocument[], operand: unknown) => BsonDocument[]> = {
  $match: (documents, operand) => documents.filter(compileMatcher(expectDocument(operand, '$match'))),
  $sort: (documents, operand) => sortBy(documents, expectDocument(operand, '$sort'), (document) => document),
  $skip: (documents, operand) => documents.slice(integerOr(operand, 0, '$skip')),
  $limit: (documents, operand) => documents.slice(0, integerOr(operand, 0, '$limit')),
  $count: (documents, operand) => (documents.length ? [{ [expectString(operand, '$count')]: documents.length }] : []),
};

/** Runs an aggregation pipeline over documents, which it leaves as they are.
 * `others` reads another collection of the database, for `$lookup`.
 * @see https://www.mongodb.com/docs/manual/reference/operator/aggregation-pipeline/ */
export function runPipeline(
  source: Iterable<BsonDocument>,
  pipeline: readonly BsonDocument[],
  others: (name: string) => BsonDocument[],
): BsonDocument[] {
  const options = {
    scriptEnabled: false,
    collectionResolver: (name: string) => others(name).map((document) => forMingo(document) as BsonDocument),
  };
  let documents = [...source];
  let copied = false;
  for (const [name, operand] of pipeline.map(stageOf)) {
    const own = OWN_STAGES[name];
    const counted = name === '$group' ? countAll(documents, operand) : null;
    if (own) {
      documents = own(documents, operand);
    } else if (counted) {
      documents = counted;
    } else {
      const input = copied ? documents : documents.map((document) => forMingo(document) as BsonDocument);
      const stage = { [name]: forMingo(operand) };
      documents = runMingo(() => aggregate(input, [stage], options));
      copied = true;
    }
  }
  return documents;
}

function stageOf(stage: BsonDocument): [name: string, operand: unknown] {
  const [entry, ...more] = Object.entries(expectDocument(stage, 'Each element of the pipeline array'));
  if (!entry || more.length > 0) {
    throw new CommandError(40323, 'A pipeline stage specification object must contain exactly one field.');
  }
  if (REFUSED.has(entry[0])) throw badValue(`pipeline stage ${entry[0]} is not supported`);
  return entry;
}

/** `{ $group: { _id: constant, n: { $sum: 1 } } }`, which is how drivers count, without copying any document. */
function countAll(documents: readonly BsonDocument[], operand: unknown): BsonDocument[] | null {
  if (!isDocument(operand)) return null;
  const { _id, ...sums } = operand;
  const [sum, ...more] = Object.entries(sums);
  if (!sum || more.length > 0 || !isConstant(_id) || !isDocument(sum[1])) return null;
  if (Object.keys(sum[1]).length !== 1 || sum[1].$sum !== 1) return null;
  return documents.length ? [{ _id, [sum[0]]: documents.length }] : [];
}

function isConstant(value: unknown): boolean {
  return value === null || typeof value === 'number';
}
