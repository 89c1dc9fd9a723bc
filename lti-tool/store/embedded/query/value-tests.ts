import { Binary, BSONRegExp, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { badValue } from '../command-error.ts';
import { expectArray, integerOr, isDocument } from '../values/bson-document.ts';
import { compareValues, typeRank } from '../values/compare.ts';
import { valueKey } from '../values/value-key.ts';

/** A test of one value; `undefined` stands for a missing field. */
export type ValueTest = (value: unknown) => boolean;

/** Equality as in `{ field: operand }`: null also matches missing, a regular expression also matches strings. */
export function equalTo(operand: unknown): ValueTest {
  if (operand instanceof BSONRegExp) {
    const matches = matchesPattern(operand.pattern, operand.options);
    return (value) => matches(value) || compareValues(value, operand) === 0;
  }
  return (value) => value === operand || compareValues(value, operand) === 0;
}

/** `$in`: equality with any of the operands. */
export function oneOf(operand: unknown): ValueTest {
  const operands = expectArray(operand, '$in operand');
  const patterns = operands.filter((one) => one instanceof BSONRegExp).map(equalTo);
  const keys = new Set(operands.map(valueKey));
  return (value) => keys.has(valueKey(value)) || patterns.some((matches) => matches(value));
}

/** `$gt`, `$gte`, `$lt`, `$lte`: only values of the operand's own type are compared. */
export function ordered(operand: unknown, accepts: (order: number) => boolean): ValueTest {
  const rank = typeRank(operand);
  const isNaNOperand = Number.isNaN(operand);
  return (value) =>
    typeRank(value) === rank && Number.isNaN(value) === isNaNOperand && accepts(compareValues(value, operand));
}

/** A regular expression, given as PCRE text and options, or as BSON's own type. */
export function patternTest(pattern: unknown, options: unknown): ValueTest {
  const flags = options ?? (pattern instanceof BSONRegExp ? pattern.options : '');
  const source = pattern instanceof BSONRegExp ? pattern.pattern : pattern;
  if (typeof source !== 'string') throw badValue('$regex has to be a string');
  if (typeof flags !== 'string') throw badValue('$options has to be a string');
  return matchesPattern(source, flags);
}

function matchesPattern(source: string, options: string): ValueTest {
  const unsupported = [...options].find((option) => !'imsu'.includes(option));
  if (unsupported !== undefined) throw badValue(`regular expression option '${unsupported}' is not supported`);
  let expression: RegExp;
  try {
    expression = new RegExp(source, options);
  } catch (error) {
    throw badValue(`Regular expression is invalid: ${error instanceof Error ? error.message : source}`);
  }
  return (value) => typeof value === 'string' && expression.test(value);
}

/** `$mod: [divisor, remainder]`. */
export function remainderTest(operand: unknown): ValueTest {
  const [divisor, remainder] = expectArray(operand, '$mod operand').map((part) => integerOr(part, Number.NaN, '$mod'));
  if (!divisor || remainder === undefined) throw badValue('malformed mod: a divisor and a remainder are needed');
  return (value) => {
    const number = value instanceof Long ? value.toNumber() : value;
    return typeof number === 'number' && Math.trunc(number) % divisor === remainder;
  };
}

const isNumber = (value: unknown) => typeof value === 'number';
const isInt32 = (value: unknown) => Number.isInteger(value) && value === Number(value) >> 0;
const TYPES: readonly [code: number, name: string, test: ValueTest][] = [
  [1, 'double', (value) => isNumber(value) && !isInt32(value)],
  [2, 'string', (value) => typeof value === 'string'],
  [3, 'object', isDocument],
  [4, 'array', Array.isArray],
  [5, 'binData', (value) => value instanceof Binary],
  [7, 'objectId', (value) => value instanceof ObjectId],
  [8, 'bool', (value) => typeof value === 'boolean'],
  [9, 'date', (value) => value instanceof Date],
  [10, 'null', (value) => value === null],
  [11, 'regex', (value) => value instanceof BSONRegExp],
  [16, 'int', isInt32],
  [17, 'timestamp', (value) => value instanceof Timestamp],
  [18, 'long', (value) => value instanceof Long && !(value instanceof Timestamp)],
  [19, 'decimal', (value) => value instanceof Decimal128],
  [-1, 'minKey', (value) => value instanceof MinKey],
  [127, 'maxKey', (value) => value instanceof MaxKey],
];

/** `$type`: one type or a list, each by its name or number. */
export function typeTest(operand: unknown): ValueTest {
  const wanted = (Array.isArray(operand) ? operand : [operand]).map((type): ValueTest => {
    if (type === 'number') return (value) => typeRank(value) === 10;
    const known = TYPES.find(([code, name]) => code === type || name === type);
    if (!known) throw badValue(`Unknown type name alias or code: ${String(type)}`);
    return known[2];
  });
  return (value) => wanted.some((test) => test(value));
}
