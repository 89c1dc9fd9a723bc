import { type Connection, type Model, Schema, type SchemaDefinition } from 'mongoose';
import type { ContextId } from '../../shared/domain/ids.ts';
import type { ExtensionToken, LmsPage } from '../use-cases/extension/extension-ports.ts';

/** One document from the offer to the token: an offer has a code and no token, a token has no code any more. */
export type StoredToken = Omit<ExtensionToken, 'id'> & {
  readonly _id: string;
  readonly codeHash: string | null;
  readonly challenge: string | null;
  readonly tokenHash: string | null;
};
type StoredRevision = { readonly _id: ContextId; readonly tenantId: string; readonly revision: number };
type StoredPage = Omit<LmsPage, 'linkId'> & { readonly _id: string };
type StoredPersonPage = { readonly _id: string; readonly tenantId: string; readonly pageId: string };

type Index = Readonly<Record<string, 1>>;
function schema(fields: readonly string[], indexes: readonly Index[]): Schema {
  const definition: SchemaDefinition = { _id: { type: String, required: true } };
  for (const field of fields) definition[field] = { type: Schema.Types.Mixed };
  const options = { versionKey: false, minimize: false, strict: 'throw', autoIndex: false, id: false } as const;
  const made = new Schema(definition, options);
  for (const keys of indexes) made.index({ ...keys });
  return made;
}

const collections = {
  extensionTokens: schema(
    [
      ...['tenantId', 'personId', 'label', 'createdAt', 'expiresAt', 'lastUsedAt'],
      ...['codeHash', 'challenge', 'tokenHash'],
    ],
    [{ tokenHash: 1 }, { codeHash: 1 }, { tenantId: 1, personId: 1 }, { expiresAt: 1 }],
  ),
  waitingRevisions: schema(['tenantId', 'revision'], []),
  lmsPages: schema(['tenantId', 'contextId', 'product', 'lmsUrl', 'coursePageId', 'activityUrl'], []),
  lmsPersonPages: schema(['tenantId', 'pageId'], []),
};

export type ExtensionModels = {
  readonly extensionTokens: Model<StoredToken>;
  readonly waitingRevisions: Model<StoredRevision>;
  readonly lmsPages: Model<StoredPage>;
  readonly lmsPersonPages: Model<StoredPersonPage>;
};

/** The models that only the extension needs, their indexes made and waited for. */
export async function createExtensionModels(connection: Connection): Promise<ExtensionModels> {
  const models = Object.fromEntries(
    Object.entries(collections).map(([name, made]) => [name, connection.model(name, made, name)]),
  );
  for (const model of Object.values(models)) await model.createIndexes();
  return models as unknown as ExtensionModels;
}
