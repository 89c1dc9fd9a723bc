import { BSONRegExp } from 'bson';
import { badValue } from '../command-error.ts';
import {
  type BsonDocument,
  expectArray,
  expectDocument,
  integerOr,
  isDocument,
  isOperatorDocument,
} from '../values/bson-document.ts';
import { expressionTest } from './expressions.ts';
import { valuesAt } from './paths.ts';
import { equalTo, oneOf, ordered, patternTest, remainderTest, typeTest, type ValueTest } from './value-tests.ts';

/** Whether a document matches a filter. */
export type Matcher = (document: BsonDocument) => boolean;

/** What a path reaches in a document, tested as a whole. */
type ReachTest = (reached: readonly unknown[]) => boolean;

/** Compiles a query filter. Throws BadValue for operators that are unknown or not supported.
 * @see https://www.mongodb.com/docs/manual/reference/operator/query/ */
export function compileMatcher(filter: BsonDocument): Matcher {
  const tests = Object.entries(filter).flatMap(([name, condition]) => {
    if (name === '$comment') return [];
    return [name.startsWith('$') ? topLevelTest(name, condition) : pathTest(name, condition)];
  });
  const [only] = tests;
  return tests.length === 1 && only ? only : (document) => tests.every((test) => test(document));
}

function topLevelTest(name: string, condition: unknown): Matcher {
  if (name === '$expr') return expressionTest(condition);
  if (name !== '$and' && name !== '$or' && name !== '$nor') throw badValue(`unknown top level operator: ${name}`);
  const parts = expectArray(condition, name).map((part) => compileMatcher(expectDocument(part, `${name} entries`)));
  if (parts.length === 0) throw badValue(`${name} must be a nonempty array`);
  if (name === '$and') return (document) => parts.every((part) => part(document));
  if (name === '$or') return (document) => parts.some((part) => part(document));
  return (document) => !parts.some((part) => part(document));
}

function pathTest(name: string, condition: unknown): Matcher {
  const path = name.split('.');
  const test = conditionTest(condition);
  return (document) => test(valuesAt(document, path));
}

function conditionTest(condition: unknown): ReachTest {
  if (!isOperatorDocument(condition)) return reaching(equalTo(condition));
  const tests = Object.entries(condition).flatMap(([operator, operand]) =>
    operator === '$options' ? [] : [operatorTest(operator, operand, condition)],
  );
  if ('$options' in condition && !('$regex' in condition)) throw badValue('$options needs a $regex');
  return (reached) => tests.every((test) => test(reached));
}

/** Some value reached, or an element of an array reached, passes. */
function reaching(test: ValueTest): ReachTest {
  return (reached) => reached.some((value) => test(value) || (Array.isArray(value) && value.some(test)));
}

function negated(test: ReachTest): ReachTest {
  return (reached) => !test(reached);
}

function operatorTest(operator: string, operand: unknown, siblings: BsonDocument): ReachTest {
  switch (operator) {
    case '$eq':
      return reaching(equalTo(operand));
    case '$ne':
      return negated(reaching(equalTo(operand)));
    case '$in':
      return reaching(oneOf(operand));
    case '$nin':
      return negated(reaching(oneOf(operand)));
    case '$gt':
      return reaching(ordered(operand, (order) => order > 0));
    case '$gte':
      return reaching(ordered(operand, (order) => order >= 0));
    case '$lt':
      return reaching(ordered(operand, (order) => order < 0));
    case '$lte':
      return reaching(ordered(operand, (order) => order <= 0));
    case '$regex':
      return reaching(patternTest(operand, siblings.$options));
    case '$mod':
      return reaching(remainderTest(operand));
    case '$type':
      return reachingType(operand);
    case '$exists':
      return existence(operand !== false && operand !== 0 && operand !== null);
    case '$not':
      return negation(operand);
    case '$size':
      return sizeTest(integerOr(operand, Number.NaN, '$size'));
    case '$all':
      return allTest(expectArray(operand, '$all operand'));
    case '$elemMatch':
      return elementTest(expectDocument(operand, '$elemMatch operand'));
    default:
      throw badValue(`unknown operator: ${operator}`);
  }
}

function reachingType(operand: unknown): ReachTest {
  const test = typeTest(operand);
  return reaching((value) => value !== undefined && test(value));
}

function existence(wanted: boolean): ReachTest {
  return (reached) => reached.some((value) => value !== undefined) === wanted;
}

function negation(operand: unknown): ReachTest {
  if (!(operand instanceof BSONRegExp) && !isOperatorDocument(operand)) {
    throw badValue('$not needs a regex or a document of operators');
  }
  return negated(conditionTest(operand));
}

function sizeTest(size: number): ReachTest {
  return (reached) => reached.some((value) => Array.isArray(value) && value.length === size);
}

function allTest(operands: readonly unknown[]): ReachTest {
  const tests = operands.map((operand) => conditionTest(operand));
  return (reached) => tests.length > 0 && tests.every((test) => test(reached));
}

function elementTest(criteria: BsonDocument): ReachTest {
  const test = elementMatcher(criteria);
  return (reached) => reached.some((value) => Array.isArray(value) && value.some(test));
}

/** A test of array elements, by conditions on the element itself (`{ $gt: 1 }`) or on its fields, as in `$elemMatch`,
 * `$pull` and array filters. */
export function elementMatcher(criteria: BsonDocument): ValueTest {
  const first = Object.keys(criteria)[0];
  if (isOperatorDocument(criteria) && first !== '$and' && first !== '$or' && first !== '$nor') {
    const test = conditionTest(criteria);
    return (element) => test([element]);
  }
  const matches = compileMatcher(criteria);
  return (element) => isDocument(element) && matches(element);
}
