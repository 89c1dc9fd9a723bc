import type { Attachment, Evidence } from '../../shared/domain/evidence.ts';
import { appended } from '../../shared/domain/history.ts';
import { type AttachmentId, type EnrolmentId, type EvidenceId, parseId } from '../../shared/domain/ids.ts';
import { mayEdit } from '../../shared/domain/reviewing.ts';
import { type ChangeDeps, changeEvidence, require } from './change-evidence.ts';
import { Failure, found } from './failure.ts';
import { type FileStore, FileTooLarge, instantOf } from './ports.ts';
import { actorOf, type Principal, visibleEnrolment, visibleEvidence } from './principal.ts';
import { countEvidence } from './refresh-progress.ts';

export type Wording = Pick<Evidence, 'title' | 'method' | 'narrative' | 'links'>;
/** Some of the wording; what is absent or undefined stays. */
export type WordingChange = { readonly [Key in keyof Wording]?: Wording[Key] | undefined };
type FileDeps = ChangeDeps & { readonly files: FileStore };

/** A learner starts a draft on their own enrolment. */
export async function createEvidence(
  deps: ChangeDeps,
  principal: Principal,
  enrolmentId: EnrolmentId,
  wording: Wording,
): Promise<Evidence> {
  const { stores, crypto } = deps;
  const enrolment = await visibleEnrolment(stores, principal, enrolmentId);
  if (principal.role !== 'learner' || enrolment.learnerId !== principal.personId) throw new Failure('roleNotAllowed');
  const at = instantOf(deps.clock);
  const id = parseId<EvidenceId>(crypto.newId());
  const item: Evidence = {
    id,
    tenantId: principal.tenantId,
    contextId: principal.contextId,
    enrolmentId,
    learnerId: principal.personId,
    qualificationId: enrolment.qualificationId,
    ...wording,
    attachments: [],
    status: 'draft',
    ticks: { learner: [], trainee: [], assessor: [] },
    reopenings: [],
    samples: [],
    feedback: [],
    history: appended(
      { id, history: [] },
      actorOf(principal),
      at,
      { kind: 'created', after: { title: wording.title } },
      crypto.sha256,
      crypto.newId(),
    ),
    createdAt: at,
    updatedAt: at,
    submittedAt: null,
    version: 1,
  };
  await stores.evidence.insert(item);
  await countEvidence(deps, item);
  return item;
}

/** The learner changes title, method, narrative or links. */
export async function editEvidence(
  deps: ChangeDeps,
  principal: Principal,
  id: EvidenceId,
  wish: WordingChange,
): Promise<Evidence> {
  const { item } = await changeEvidence(deps, principal, id, (current) => {
    require(mayEdit(current, actorOf(principal)));
    const { title, method, narrative, links } = current;
    const before: Wording = { title, method, narrative, links };
    const after: Wording = {
      title: wish.title ?? title,
      method: wish.method ?? method,
      narrative: wish.narrative ?? narrative,
      links: wish.links ?? links,
    };
    if (JSON.stringify(before) === JSON.stringify(after)) return { kind: 'unchanged', result: null };
    return { kind: 'changed', item: { ...current, ...after }, change: { kind: 'edited', before, after }, result: null };
  });
  return item;
}

const mostAttachments = 50;

/** The learner adds a file. Its bytes are kept before the item names them, so that nothing points at nothing. */
export async function attachFile(
  deps: FileDeps,
  principal: Principal,
  id: EvidenceId,
  file: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> },
): Promise<Evidence> {
  const now = await visibleEvidence(deps.stores, principal, id);
  require(mayEdit(now, actorOf(principal)));
  if (now.attachments.length >= mostAttachments) throw new Failure('tooLarge', { most: mostAttachments });
  const saved = await deps.files.save(file.bytes).catch((error: unknown) => {
    throw error instanceof FileTooLarge ? new Failure('tooLarge') : error;
  });
  const { item } = await changeEvidence(deps, principal, id, (current, at) => {
    require(mayEdit(current, actorOf(principal)));
    const attachment: Attachment = {
      id: parseId<AttachmentId>(deps.crypto.newId()),
      name: file.name,
      ...saved,
      addedAt: at,
    };
    return {
      kind: 'changed',
      item: { ...current, attachments: [...current.attachments, attachment] },
      change: { kind: 'attached', after: attachment },
      result: null,
    };
  });
  return item;
}

/** The learner takes a file off. The bytes stay: the history still names them. */
export async function detachFile(
  deps: ChangeDeps,
  principal: Principal,
  id: EvidenceId,
  attachmentId: AttachmentId,
): Promise<Evidence> {
  const { item } = await changeEvidence(deps, principal, id, (current) => {
    require(mayEdit(current, actorOf(principal)));
    const attachment = found(current.attachments.find((candidate) => candidate.id === attachmentId));
    return {
      kind: 'changed',
      item: { ...current, attachments: current.attachments.filter((candidate) => candidate.id !== attachmentId) },
      change: { kind: 'detached', before: attachment },
      result: null,
    };
  });
  return item;
}

/** A file of an item that the asker may see. */
export async function readAttachment(deps: FileDeps, principal: Principal, id: EvidenceId, attachmentId: AttachmentId) {
  const item = await visibleEvidence(deps.stores, principal, id);
  const attachment = found(item.attachments.find((candidate) => candidate.id === attachmentId));
  return { attachment, bytes: found(await deps.files.open(attachment.sha256)) };
}
