import type { Attachment, Change, Evidence, HistoryEntry } from '../../shared/domain/evidence.ts';
import { appended } from '../../shared/domain/history.ts';
import { type AttachmentId, type EnrolmentId, type EvidenceId, parseId } from '../../shared/domain/ids.ts';
import { mayEdit, mayRecord } from '../../shared/domain/reviewing.ts';
import { type ChangeDeps, changeEvidence, require } from './change-evidence.ts';
import type { Enrolment } from './enrolment-ports.ts';
import { Failure, found } from './failure.ts';
import type { FileStore } from './file-ports.ts';
import { instantOf } from './ports.ts';
import { actorOf, type Principal, visibleEnrolment, visibleEvidence } from './principal.ts';
import { countEvidence } from './refresh-progress.ts';

export type Wording = Pick<Evidence, 'title' | 'method' | 'narrative' | 'links'>;
/** Some of the wording; what is absent or undefined stays. */
export type WordingChange = { readonly [Key in keyof Wording]?: Wording[Key] | undefined };
type FileDeps = ChangeDeps & { readonly files: FileStore };

type Made = Pick<Evidence, 'learnerId' | 'madeById' | 'status' | 'submittedAt'>;

/** A learner starts a draft on their own enrolment. */
export async function createEvidence(
  deps: ChangeDeps,
  principal: Principal,
  enrolmentId: EnrolmentId,
  wording: Wording,
): Promise<Evidence> {
  const enrolment = await visibleEnrolment(deps.stores, principal, enrolmentId);
  if (principal.role !== 'learner' || enrolment.learnerId !== principal.personId) throw new Failure('roleNotAllowed');
  const learnerId = principal.personId;
  return insertEvidence(deps, principal, enrolment, wording, {
    learnerId,
    madeById: null,
    status: 'draft',
    submittedAt: null,
  });
}

/** An assessor records what they saw or discussed, on the learner's behalf: it is under review at once (R2, R3). */
export async function recordEvidence(
  deps: ChangeDeps,
  principal: Principal,
  enrolmentId: EnrolmentId,
  wording: Wording,
): Promise<Evidence> {
  const enrolment = await visibleEnrolment(deps.stores, principal, enrolmentId);
  require(mayRecord(enrolment.learnerId, actorOf(principal)));
  return insertEvidence(deps, principal, enrolment, wording, {
    learnerId: enrolment.learnerId,
    madeById: principal.personId,
    status: 'submitted',
    submittedAt: instantOf(deps.clock),
  });
}

async function insertEvidence(
  deps: ChangeDeps,
  principal: Principal,
  enrolment: Enrolment,
  wording: Wording,
  made: Made,
): Promise<Evidence> {
  const { stores, crypto } = deps;
  // An act that made it before finds it: its id is made of the act's.
  const id = parseId<EvidenceId>(principal.actId?.slice(0, 32) ?? crypto.newId());
  const before = principal.actId === undefined ? null : await stores.evidence.find(principal.tenantId, id);
  if (before) return before;
  const at = instantOf(deps.clock);
  const actor = actorOf(principal);
  const entered = (history: readonly HistoryEntry[], change: Change) =>
    appended({ id, history }, actor, at, change, crypto.sha256, crypto.newId());
  const created = entered([], { kind: 'created', after: { title: wording.title } });
  const sent: Change = { kind: 'status', before: 'draft', after: 'submitted', feedback: '' };
  const item: Evidence = {
    id,
    tenantId: principal.tenantId,
    contextId: principal.contextId,
    enrolmentId: enrolment.id,
    qualificationId: enrolment.qualificationId,
    ...made,
    ...wording,
    attachments: [],
    ticks: { learner: [], trainee: [], assessor: [] },
    reopenings: [],
    samples: [],
    feedback: [],
    handOver: null,
    history: made.status === 'draft' ? created : entered(created, sent),
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
  await stores.evidence.insert(item);
  await countEvidence(deps, item);
  return item;
}

/** Its maker changes title, method, narrative or links. */
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

/** Its maker adds a file whose bytes are kept already, so that nothing points at nothing. */
export async function attachFile(
  deps: ChangeDeps,
  principal: Principal,
  id: EvidenceId,
  file: Pick<Attachment, 'name' | 'size' | 'mediaType' | 'sha256'>,
): Promise<Evidence> {
  const { item } = await changeEvidence(deps, principal, id, (current, at) => {
    require(mayEdit(current, actorOf(principal)));
    const attachment: Attachment = { id: parseId<AttachmentId>(deps.crypto.newId()), ...file, addedAt: at };
    return {
      kind: 'changed',
      item: { ...current, attachments: [...current.attachments, attachment] },
      change: { kind: 'attached', after: attachment },
      result: null,
    };
  });
  return item;
}

/** Its maker takes a file off. The bytes stay: the history still names them. */
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
