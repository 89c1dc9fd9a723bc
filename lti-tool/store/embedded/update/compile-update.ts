import { badValue, CommandError } from '../command-error.ts';
import { compileMatcher } from '../query/matcher.ts';
import { valuesAt } from '../query/paths.ts';
import { runPipeline } from '../query/pipeline.ts';
import type { ValueTest } from '../query/value-tests.ts';
import { type BsonDocument, expectArray, expectDocument, expectString, isDocument } from '../values/bson-document.ts';
import { addToSet, pop, pull, pullAll, push } from './array-edits.ts';
import { type Edit, editPath } from './edit-path.ts';
import { arithmetic, assign, currentDate, extreme, unset } from './field-edits.ts';
import { concretePaths, type PositionContext, parseUpdatePath } from './update-path.ts';

/** The new document that an update makes of one. The old document is left as it is; both share what is the same. */
type Update = (
  document: BsonDocument,
  found: { readonly filter: BsonDocument; readonly inserting: boolean },
) => BsonDocument;

interface UpdateOptions {
  readonly arrayFilters?: unknown;
  /** The time for `$currentDate`, in milliseconds since 1970. */
  readonly now: number;
}

interface Step {
  /** The paths it touches, for finding conflicts. */
  readonly paths: readonly string[];
  readonly onlyOnInsert: boolean;
  apply(document: BsonDocument, context: PositionContext): BsonDocument;
}

/** Operators that leave a missing path alone. */
const NEVER_CREATING = new Set(['$unset', '$pull', '$pullAll', '$pop']);
const PIPELINE_STAGES = new Set(['$set', '$addFields', '$unset', '$project', '$replaceRoot', '$replaceWith']);

/** Whether an update replaces the whole document instead of editing fields. */
export function isReplacement(update: unknown): boolean {
  return isDocument(update) && !Object.keys(update).some((name) => name.startsWith('$'));
}

/** Compiles an update: operators, a replacement document or a pipeline.
 * @see https://www.mongodb.com/docs/manual/reference/operator/update/ */
export function compileUpdate(update: unknown, options: UpdateOptions): Update {
  if (Array.isArray(update)) return pipelineUpdate(update);
  const document = expectDocument(update, 'The update');
  if (isReplacement(document)) return (old) => ('_id' in old ? { _id: old._id, ...document } : document);
  const steps = Object.entries(document).flatMap(([operator, operands]) => stepsOf(operator, operands, options.now));
  refuseConflicts(steps.flatMap(({ paths }) => paths));
  const arrayFilters = arrayFilterTests(options.arrayFilters);
  return (old, { filter, inserting }) => {
    const context = { filter, arrayFilters };
    const due = steps.filter((step) => inserting || !step.onlyOnInsert);
    return due.reduce((next, step) => step.apply(next, context), old);
  };
}

function stepsOf(operator: string, operands: unknown, now: number): Step[] {
  if (!operator.startsWith('$')) throw unknownModifier(operator);
  if (!isDocument(operands)) {
    throw new CommandError(9, `Modifiers operate on fields but the operand of ${operator} is not a document`);
  }
  return Object.entries(operands).map(([path, operand]) =>
    operator === '$rename' ? renameStep(path, operand) : editStep(operator, operand, path, now),
  );
}

function editStep(operator: string, operand: unknown, path: string, now: number): Step {
  const segments = parseUpdatePath(path);
  const edit = editOf(operator, operand, path, now);
  const creates = !NEVER_CREATING.has(operator);
  return {
    paths: [path],
    onlyOnInsert: operator === '$setOnInsert',
    apply: (document, context) =>
      concretePaths(document, segments, context).reduce((next, at) => editPath(next, at, edit, creates), document),
  };
}

function renameStep(path: string, operand: unknown): Step {
  const from = parseUpdatePath(path);
  const target = expectString(operand, "The 'to' field of $rename");
  const to = parseUpdatePath(target);
  return {
    paths: [path, target],
    onlyOnInsert: false,
    apply: (document) => {
      const [value] = valuesAt(document, from);
      if (value === undefined) return document;
      const without = editPath(document, from, unset(), false);
      if (without === document) throw badValue(`The source field '${path}' of $rename cannot be an array element`);
      return editPath(without, to, assign(value), true);
    },
  };
}

function editOf(operator: string, operand: unknown, path: string, now: number): Edit {
  switch (operator) {
    case '$set':
    case '$setOnInsert':
      return assign(operand);
    case '$unset':
      return unset();
    case '$inc':
    case '$mul':
      return arithmetic(operator, operand, path);
    case '$min':
      return extreme(operand, -1);
    case '$max':
      return extreme(operand, 1);
    case '$push':
      return push(operand, path);
    case '$addToSet':
      return addToSet(operand, path);
    case '$pull':
      return pull(operand, path);
    case '$pullAll':
      return pullAll(operand, path);
    case '$pop':
      return pop(operand, path);
    case '$currentDate':
      return currentDate(operand, now);
    default:
      throw unknownModifier(operator);
  }
}

function unknownModifier(operator: string): CommandError {
  return new CommandError(
    9,
    `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
  );
}

/** No path of an update may be, or lie inside, another one. */
function refuseConflicts(paths: readonly string[]): void {
  const sorted = paths.toSorted();
  for (const [i, path] of sorted.entries()) {
    const clash = sorted.slice(0, i).find((other) => other === path || path.startsWith(`${other}.`));
    if (clash) throw new CommandError(40, `Updating the path '${path}' would create a conflict at '${clash}'`);
  }
}

/** Array filters by identifier: `[{ 'x.grade': { $gt: 1 } }]` tests the elements that `$[x]` stands for. */
function arrayFilterTests(arrayFilters: unknown): Map<string, ValueTest> {
  const tests = new Map<string, ValueTest>();
  for (const filter of arrayFilters === undefined ? [] : expectArray(arrayFilters, 'arrayFilters')) {
    const conditions = expectDocument(filter, 'Each array filter');
    const identifiers = new Set(Object.keys(conditions).map((path) => path.split('.')[0] ?? ''));
    const [identifier, ...more] = identifiers;
    if (!identifier || more.length > 0) throw new CommandError(9, 'An array filter must use exactly one identifier');
    const matches = compileMatcher(conditions);
    tests.set(identifier, (element) => matches({ [identifier]: element }));
  }
  return tests;
}

function pipelineUpdate(pipeline: readonly unknown[]): Update {
  const stages = pipeline.map((stage) => expectDocument(stage, 'Each stage of an update'));
  const refused = stages.flatMap((stage) => Object.keys(stage)).find((name) => !PIPELINE_STAGES.has(name));
  if (refused) throw badValue(`${refused} is not allowed to be used within an update`);
  return (document) => runPipeline([document], stages, () => [])[0] ?? document;
}
