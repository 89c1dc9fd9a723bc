import { Readable } from 'node:stream';
import type { ApiDeps } from '../../lti-tool/http/handler.ts';
import { attachFile, createEvidence } from '../../lti-tool/use-cases/offer-evidence.ts';
import type { Principal } from '../../lti-tool/use-cases/principal.ts';
import { sampleEvidence } from '../../lti-tool/use-cases/quality/sample-evidence.ts';
import { finishReview, submitEvidence } from '../../lti-tool/use-cases/review-evidence.ts';
import { acceptAll, changeTicks } from '../../lti-tool/use-cases/tick-evidence.ts';
import { addPart, startUpload } from '../../lti-tool/use-cases/uploads/upload-file.ts';
import { viewMe } from '../../lti-tool/use-cases/view-me.ts';
import { type EvidenceId, type PersonId, parseId } from '../../shared/domain/ids.ts';
import { criterion } from '../builders/tool/centre.ts';

/** What an operation needs its evidence to be. */
export type EvidenceState = 'draft' | 'submitted' | 'uploading' | 'acceptedAll' | 'reopened';

/** What an operation can be about: the parameters of the routes by their names, and what bodies name. */
export type Target = {
  readonly enrolmentId: string;
  readonly qualificationId: string;
  readonly evidenceId: string;
  readonly attachmentId: string;
  readonly personId: string;
  readonly criterionId: string;
  /** A file of four bytes on its way, all of them there; where one was asked for. */
  readonly uploadId: string;
  /** The history entry of an accept-all, where there was one. */
  readonly sequence: number;
  readonly tokenId: string;
  /** When that criterion was confirmed, where it was. */
  readonly confirmedAt: string;
};

/** A fresh item of a learner, so that no case meets what another left. */
export async function makeTarget(
  deps: ApiDeps,
  learner: Principal,
  assessor: Principal,
  title: string,
  state: EvidenceState = 'submitted',
): Promise<Target> {
  const { enrolmentId, qualificationId } = await viewMe(deps, learner);
  if (!enrolmentId || !qualificationId) throw new Error('This learner has no enrolment.');
  const wording = { title, method: 'observation' as const, narrative: title, links: [] };
  const { id } = await createEvidence(deps, learner, enrolmentId, wording);
  const { attachments } = await attachFile(deps, learner, id, {
    name: `${title}.txt`,
    ...(await deps.files.save(Readable.from([title]))),
  });
  const uploadId = state === 'uploading' ? await uploadOf(deps, learner, id) : 'none';
  await changeTicks(deps, learner, id, { tick: [criterion('201/1.1')], untick: [] });
  if (state !== 'draft') await submitEvidence(deps, learner, id);
  const accepted =
    state === 'acceptedAll' || state === 'reopened'
      ? await acceptAll(deps, assessor, id, { of: 'learner', shown: [criterion('201/1.1')] })
      : null;
  if (state === 'reopened') await reopen(deps, assessor, id, accepted?.acceptance.added[0]?.at ?? '');
  return {
    ...{ personId: learner.personId, criterionId: '201/1.1' },
    ...{ enrolmentId, qualificationId, evidenceId: id, attachmentId: attachments[0]?.id ?? '', uploadId },
    tokenId: 'no-such-token',
    sequence: accepted?.item.history.at(-1)?.sequence ?? 0,
    confirmedAt: accepted?.acceptance.added[0]?.at ?? '',
  };
}

/** Finished by the assessor, and sampled by an IQA who asks for action. */
async function reopen(deps: ApiDeps, assessor: Principal, id: EvidenceId, confirmedAt: string): Promise<void> {
  await finishReview(deps, assessor, id, 'Good.');
  const iqa: Principal = { ...assessor, role: 'iqa', personId: parseId<PersonId>('an-iqa') };
  const confirmations = [{ criterionId: criterion('201/1.1'), confirmedAt, outcome: 'actionRequired' as const }];
  await sampleEvidence(deps, iqa, id, { confirmations, feedback: 'Ask how.' });
}

async function uploadOf(deps: ApiDeps, learner: Principal, evidenceId: EvidenceId): Promise<string> {
  const { id } = await startUpload(deps, learner, evidenceId, { name: 'four.bin', size: 4 });
  const bytes = Readable.from([Buffer.from('four')]);
  await addPart(deps, learner, { evidenceId, uploadId: id }, { offset: 0, bytes });
  return id;
}
