import { BSONRegExp } from 'bson';
import { clausesOf } from '../query/equalities.ts';
import { type BsonDocument, isOperatorDocument } from '../values/bson-document.ts';
import { editPath } from './edit-path.ts';
import { assign } from './field-edits.ts';
import { parseUpdatePath } from './update-path.ts';

/** The document that an upsert starts from: the fields that the filter holds to one value. */
export function upsertBase(filter: BsonDocument): BsonDocument {
  let base: BsonDocument = {};
  for (const [path, condition] of clausesOf(filter)) {
    const value = isOperatorDocument(condition) ? condition.$eq : condition;
    if (value === undefined || value instanceof BSONRegExp) continue;
    base = editPath(base, parseUpdatePath(path), assign(value), true);
  }
  return base;
}
