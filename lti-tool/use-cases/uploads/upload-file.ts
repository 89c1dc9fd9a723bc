import type { Evidence } from '../../../shared/domain/evidence.ts';
import { type EvidenceId, parseId, type UploadId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import { mayEdit } from '../../../shared/domain/reviewing.ts';
import { actOf, type ChangeDeps, require } from '../change-evidence.ts';
import { Failure, found } from '../failure.ts';
import { type FileStore, FileTooLarge } from '../file-ports.ts';
import { attachFile } from '../offer-evidence.ts';
import { instantOf } from '../ports.ts';
import { actorOf, type Principal, visibleEvidence } from '../principal.ts';
import type { Upload } from './upload-store.ts';

type Deps = ChangeDeps & { readonly files: FileStore };

const megabyte = 1024 * 1024;
/** Bytes that a client sends at once, and the most that is taken at once. */
const partSize = 2 * megabyte;
const largestPart = 2 * partSize;
/** An upload is forgotten this long after its last part, in milliseconds. */
const patience = 24 * 3_600_000;
const mostAttachments = 50;
/** Uploads of one person under way. */
const mostOpen = 100;

/** How far an upload has come: the next part starts at `offset`. */
type UploadState = Pick<Upload, 'id' | 'offset' | 'size' | 'expiresAt'> & { readonly partSize: number };

const stateOf = ({ id, offset, size, expiresAt }: Upload): UploadState => ({ id, offset, size, expiresAt, partSize });
const expiry = ({ clock }: Deps): Instant => new Date(clock.now() + patience).toISOString();

/** Names an upload: its item and itself. */
type UploadPlace = { readonly evidenceId: EvidenceId; readonly uploadId: UploadId };

/** An upload of this person on that item. Anybody else's is not there for them. */
async function mine(deps: Deps, principal: Principal, { evidenceId, uploadId }: UploadPlace): Promise<Upload> {
  const { tenantId, personId } = principal;
  await visibleEvidence(deps.stores, principal, evidenceId);
  const upload = await deps.stores.uploads.find(tenantId, personId, uploadId, instantOf(deps.clock));
  return found(upload?.evidenceId === evidenceId ? upload : null);
}

/** Whose file it is has to be checked again with each step: the item may have been decided meanwhile. */
async function editable(deps: Deps, principal: Principal, id: EvidenceId): Promise<Evidence> {
  const item = await visibleEvidence(deps.stores, principal, id);
  require(mayEdit(item, actorOf(principal)));
  return item;
}

type Announced = Pick<Upload, 'name' | 'size' | 'modifiedAt'>;

/** The same file of the same person, of which part is there already: the page was reloaded, and it was chosen again. */
async function begun(deps: Deps, { tenantId, personId }: Principal, evidenceId: EvidenceId, file: Announced) {
  if (file.modifiedAt === undefined) return null;
  const open = await deps.stores.uploads.openOn(tenantId, personId, evidenceId, instantOf(deps.clock));
  const isSame = ({ name, size, modifiedAt }: Upload) =>
    name === file.name && size === file.size && modifiedAt === file.modifiedAt;
  return open.find(isSame) ?? null;
}

/**
 * Announces a file: its bytes come part by part, so that a lost connection costs no more than a part. One that was begun
 * before goes on where it stopped.
 * @throws Failure tooLarge for a file past the limit, or one file too many
 */
export async function startUpload(
  deps: Deps,
  principal: Principal,
  evidenceId: EvidenceId,
  file: Announced,
): Promise<UploadState> {
  const { tenantId, personId } = principal;
  const item = await editable(deps, principal, evidenceId);
  if (file.size > deps.files.limit) throw new Failure('tooLarge');
  const known = await begun(deps, principal, evidenceId, file);
  if (known) return stateOf(known);
  const open = await deps.stores.uploads.countOpen(tenantId, personId, instantOf(deps.clock));
  if (item.attachments.length >= mostAttachments || open >= mostOpen)
    throw new Failure('tooLarge', { most: mostAttachments });
  const id = parseId<UploadId>(deps.crypto.newId());
  const upload: Upload = { id, tenantId, personId, evidenceId, ...file, offset: 0, parts: [], expiresAt: expiry(deps) };
  await deps.stores.uploads.insert(upload);
  return stateOf(upload);
}

/** Where to go on after a lost connection. */
export const viewUpload = async (deps: Deps, principal: Principal, place: UploadPlace): Promise<UploadState> =>
  stateOf(await mine(deps, principal, place));

/** The asker's own files on their way to an item. */
export async function viewUploads(deps: Deps, principal: Principal, evidenceId: EvidenceId) {
  const { tenantId, personId } = principal;
  await visibleEvidence(deps.stores, principal, evidenceId);
  const open = await deps.stores.uploads.openOn(tenantId, personId, evidenceId, instantOf(deps.clock));
  return { uploads: open.map((upload) => ({ ...stateOf(upload), name: upload.name })) };
}

/**
 * Takes a part. Its bytes are on disk before the upload names them, and of two parts at one offset one wins.
 * @throws Failure offsetMismatch with where to go on, tooLarge past the announced size
 */
export async function addPart(
  deps: Deps,
  principal: Principal,
  place: UploadPlace,
  part: { readonly offset: number; readonly bytes: AsyncIterable<Uint8Array> },
): Promise<UploadState> {
  const upload = await mine(deps, principal, place);
  await editable(deps, principal, upload.evidenceId);
  if (part.offset !== upload.offset) throw new Failure('offsetMismatch', { offset: upload.offset });
  const room = Math.min(largestPart, upload.size - upload.offset);
  const saved = await deps.files.savePart(part.bytes, room).catch((error: unknown) => {
    throw error instanceof FileTooLarge ? new Failure('tooLarge') : error;
  });
  const expiresAt = expiry(deps);
  if (saved.size > 0 && (await deps.stores.uploads.append(upload, saved, expiresAt)))
    return stateOf({ ...upload, offset: upload.offset + saved.size, expiresAt });
  await deps.files.removeParts([saved.part]);
  if (saved.size === 0) return stateOf(upload);
  throw new Failure('offsetMismatch', { offset: (await mine(deps, principal, place)).offset });
}

/**
 * Puts the parts together and the file on its item: hashed, measured and sniffed as a whole.
 * @throws Failure uploadIncomplete while bytes are missing
 */
export async function finishUpload(deps: Deps, principal: Principal, place: UploadPlace): Promise<Evidence> {
  const { evidenceId } = place;
  // Its reply was lost, and the upload is gone already.
  const item = await visibleEvidence(deps.stores, principal, evidenceId);
  if (actOf(item, principal) !== null) return item;
  const upload = await mine(deps, principal, place);
  const { attachments } = await editable(deps, principal, evidenceId);
  if (upload.offset < upload.size) throw new Failure('uploadIncomplete', { offset: upload.offset });
  if (attachments.length >= mostAttachments) throw new Failure('tooLarge', { most: mostAttachments });
  const saved = await deps.files.save(deps.files.openParts(upload.parts));
  const after = await attachFile(deps, principal, evidenceId, { name: upload.name, ...saved });
  await drop(deps, upload);
  return after;
}

/** Calls an upload off. */
export const cancelUpload = async (deps: Deps, principal: Principal, place: UploadPlace): Promise<void> =>
  drop(deps, await mine(deps, principal, place));

/** The document first: parts that nobody names are found by the sweeper. */
async function drop(deps: Pick<Deps, 'stores' | 'files'>, { tenantId, id, parts }: Upload): Promise<void> {
  await deps.stores.uploads.remove(tenantId, id);
  await deps.files.removeParts(parts);
}

/** Removes uploads that expired, and parts that a crash left without one. */
export async function sweepUploads(deps: Pick<Deps, 'stores' | 'files' | 'clock'>): Promise<void> {
  for (const upload of await deps.stores.uploads.expired(instantOf(deps.clock), 1_000)) await drop(deps, upload);
  await deps.files.sweepParts(deps.clock.now() - 2 * patience);
}
