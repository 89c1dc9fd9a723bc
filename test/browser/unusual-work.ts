import { apiCall } from '../../scripts/start/api-call.ts';
import type { RunningDemo } from '../builders/tool/running-demo.ts';
import { putPart } from '../builders/tool/upload-file.ts';

/** What the example work leads to on a harder day, by where it is found. */
export type UnusualWork = {
  readonly enrolmentId: string;
  /** Reviewed, sampled, and open again in part. */
  readonly sampledId: string;
  /** A draft with a file of which part has arrived. */
  readonly draftId: string;
};

type Summary = { readonly id: string; readonly title: string };
type Review = { readonly confirmations: ReadonlyArray<{ criterionId: string; confirmedAt: string }> };

/** After the example work: an IQA asks for action on part of it, an upload stops, and a teacher becomes the EQA. */
export async function doUnusualWork(demo: RunningDemo): Promise<UnusualWork> {
  const tokens = new Map<string, string>();
  for (const person of ['amelia', 'ines', 'morgan', 'tom']) tokens.set(person, await demo.launch(person));
  const call = <T>(person: string, path: string, body?: unknown) =>
    apiCall<T>(demo.toolUrl, tokens.get(person) ?? '', body === undefined ? 'GET' : 'POST', path, body);
  const { enrolmentId } = await call<{ enrolmentId: string }>('amelia', '/api/me');
  const { items } = await call<{ items: Summary[] }>('amelia', `/api/enrolments/${enrolmentId}/evidence`);
  const idOf = (title: string): string => items.find((item) => item.title === title)?.id ?? '';
  const sampledId = idOf('Induction week on the front desk');
  const draftId = idOf('Team meeting notes');

  const { confirmations } = await call<Review>('ines', `/api/evidence/${sampledId}/sampling`);
  const doubted = new Set(['201/1.4', '202/1.1', '202/1.2']);
  await call('ines', `/api/evidence/${sampledId}/sample`, {
    confirmations: confirmations
      .filter(({ criterionId }) => doubted.has(criterionId) || criterionId.startsWith('201/'))
      .map(({ criterionId, confirmedAt }) => ({
        ...{ criterionId, confirmedAt },
        outcome: doubted.has(criterionId) ? 'actionRequired' : 'accepted',
      })),
    feedback:
      'The account says what customers asked for, but not what Amelia told them. Ask her, and record the answer.',
  });

  const uploads = `/api/evidence/${draftId}/uploads`;
  const size = 5 * 1024 * 1024;
  const { id } = await call<Summary>('amelia', uploads, { name: 'Team meeting, whole recording.mp4', size });
  await putPart(demo, tokens.get('amelia') ?? '', `${uploads}/${id}`, 0, Buffer.alloc(size * 0.4, 'talk'));

  const { people } = await call<{ people: Array<{ person: { id: string; name: string } }> }>(
    'morgan',
    '/api/centre/people',
  );
  const tom = people.find(({ person }) => person.name === 'Tom Okafor')?.person.id ?? '';
  await call('morgan', `/api/centre/people/${tom}/role`, { role: 'eqa' });
  return { enrolmentId, sampledId, draftId };
}
