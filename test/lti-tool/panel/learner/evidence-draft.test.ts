import { expect } from 'chai';
import { EvidenceDraft } from '../../../../lti-tool/panel/learner/evidence-draft.ts';
import type { BodyOf } from '../../../../shared/api/operations.ts';
import type { EvidenceView } from '../../../../shared/api/views.ts';
import { type ApiClient, ApiError } from '../../../../shared/client/api-client.ts';
import {
  type CriterionId,
  type EnrolmentId,
  type EvidenceId,
  type PersonId,
  parseId,
  type QualificationId,
} from '../../../../shared/domain/ids.ts';
import { criterion } from '../small-qualification.ts';
import { handTimers } from './hand-timers.ts';

const at = '2026-11-20T09:00:00.000Z';
const view = (ticked: readonly CriterionId[], version: number, more: Partial<EvidenceView> = {}): EvidenceView => ({
  id: parseId<EvidenceId>('ev1'),
  title: 'A call',
  method: 'observation',
  status: 'draft',
  ticked: ticked.length,
  confirmed: 0,
  unconfirmed: 0,
  submittedAt: null,
  updatedAt: at,
  enrolmentId: parseId<EnrolmentId>('en1'),
  learner: { id: parseId<PersonId>('p1'), name: 'Amelia Hart', givenName: 'Amelia' },
  qualificationId: parseId<QualificationId>('q1'),
  unitRefs: ['201'],
  narrative: '',
  attachments: [],
  links: [],
  ticks: { learner: ticked.map((criterionId) => ({ criterionId, byName: 'Amelia', at })), trainee: [], assessor: [] },
  reopened: [],
  samples: [],
  feedback: [],
  thread: [],
  handOver: null,
  madeByName: null,
  version,
  may: {
    tick: 'learner',
    edit: true,
    submit: true,
    withdraw: true,
    finish: false,
    return: false,
    handOver: false,
    comment: false,
    again: [],
    notMet: [],
    acceptLearner: [],
    acceptTrainee: [],
    undo: null,
  },
  ...more,
});
const [a, b, c] = [criterion('201/1.1'), criterion('201/1.2'), criterion('201/2.1')];

type Body = Partial<BodyOf<'changeTicks'> & BodyOf<'editEvidence'>>;

/** A draft over a made-up tool that keeps ticks and words as the real one does. */
function setUp(evidence: EvidenceView | null) {
  const calls: [string, unknown][] = [];
  const keys: Array<string | undefined> = [];
  let kept = evidence;
  let before: () => Promise<void> = async () => {};
  const client = {
    call: async (name: string, { body, key }: { body: Body; key?: string }) => {
      calls.push([name, body]);
      keys.push(key);
      await before();
      const known = new Set(kept?.ticks.learner.map((tick) => tick.criterionId));
      for (const id of body.tick ?? []) known.add(id);
      for (const id of body.untick ?? []) known.delete(id);
      const { title = kept?.title ?? '' } = body;
      kept = view([...known], (kept?.version ?? 0) + 1, { title });
      return kept;
    },
  };
  const draft = new EvidenceDraft({
    client: client as unknown as Pick<ApiClient, 'call'>,
    timers: handTimers(),
    enrolmentId: parseId<EnrolmentId>('en1'),
    evidence,
  });
  const hold = (next: () => Promise<void>) => {
    before = next;
  };
  return { draft, calls, keys, hold };
}

describe('EvidenceDraft', () => {
  it('shows the ticks and words of the item it edits', () => {
    const { draft } = setUp(view([a], 3, { narrative: 'I listened.' }));
    expect([...draft.ticked.value]).to.deep.equal([a]);
    expect(draft.wording.value).to.include({ title: 'A call', narrative: 'I listened.' });
    expect(draft.unsaved).to.equal(false);
  });
  it('sends ticks as the difference to what the tool has', async () => {
    const { draft, calls } = setUp(view([a], 3));
    draft.tick([a, b, c], true);
    draft.tick([a, c], false);
    expect(await draft.save()).to.equal(true);
    expect(calls).to.deep.equal([['changeTicks', { tick: [b], untick: [a] }]]);
    expect([...draft.ticked.value]).to.deep.equal([b]);
  });
  it('sends nothing when a tick is taken back in time', async () => {
    const { draft, calls } = setUp(view([a], 3));
    draft.tick([b], true);
    draft.tick([b], false);
    expect(await draft.save()).to.equal(true);
    expect(calls).to.deep.equal([]);
  });
  it('keeps ticks that are made while others are on their way', async () => {
    const { draft, calls, hold } = setUp(view([], 1));
    draft.tick([a], true);
    hold(async () => {
      hold(async () => {});
      draft.tick([a], false);
      draft.tick([b], true);
    });
    expect(await draft.save()).to.equal(true);
    expect(calls.map(([, body]) => body)).to.deep.equal([
      { tick: [a], untick: [] },
      { tick: [b], untick: [a] },
    ]);
    expect([...draft.ticked.value]).to.deep.equal([b]);
  });
  it('keeps ticks on screen and unsaved when they cannot be sent', async () => {
    const { draft, calls, hold } = setUp(view([], 1));
    hold(() => Promise.reject(new ApiError('offline', '')));
    draft.tick([a], true);
    expect(await draft.save()).to.equal(false);
    expect(draft.unsaved).to.equal(true);
    expect([...draft.ticked.value]).to.deep.equal([a]);
    draft.tick([b], true);
    hold(async () => {});
    expect(await draft.save()).to.equal(true);
    expect(calls.at(-1)).to.deep.equal(['changeTicks', { tick: [a, b], untick: [] }]);
  });
  it('takes back by name a tick of which nobody knows whether it arrived', async () => {
    const { draft, calls, hold } = setUp(view([], 1));
    hold(() => Promise.reject(new ApiError('offline', '')));
    draft.tick([a], true);
    await draft.save();
    draft.tick([a], false);
    hold(async () => {});
    expect(await draft.save()).to.equal(true);
    expect(calls.at(-1)).to.deep.equal(['changeTicks', { tick: [], untick: [a] }]);
  });
  it('sends only the words that changed', async () => {
    const { draft, calls } = setUp(view([], 1));
    draft.write({ narrative: 'I listened.' });
    await draft.save();
    expect(calls).to.deep.equal([['editEvidence', { narrative: 'I listened.' }]]);
  });
  it('sends words again that were changed while they were on their way, and leaves what is on screen alone', async () => {
    const { draft, calls, hold } = setUp(view([], 1));
    draft.write({ title: 'A c' });
    hold(async () => {
      hold(async () => {});
      draft.write({ title: 'A call, ' });
    });
    expect(await draft.save()).to.equal(true);
    expect(calls.map(([, body]) => body)).to.deep.equal([{ title: 'A c' }, { title: 'A call, ' }]);
    expect(draft.wording.value.title).to.equal('A call, ');
  });
  it('creates a new item at the first save, then sends its ticks', async () => {
    const { draft, calls } = setUp(null);
    draft.tick([a], true);
    draft.write({ title: 'A call' });
    expect(await draft.save()).to.equal(true);
    expect(calls).to.deep.equal([
      ['createEvidence', { title: 'A call', method: 'observation', narrative: '', links: [] }],
      ['changeTicks', { tick: [a], untick: [] }],
    ]);
    expect(draft.evidence.value?.id).to.equal('ev1');
  });
  it('creates nothing that has no title, or that nobody touched', async () => {
    const { draft, calls } = setUp(null);
    expect(await draft.save()).to.equal(true);
    draft.write({ title: '  ', narrative: 'I listened.' });
    expect(draft.needsTitle).to.equal(true);
    expect(await draft.save()).to.equal(false);
    expect(calls).to.deep.equal([]);
  });
  it('never empties a title, and still saves the rest', async () => {
    const { draft, calls } = setUp(view([], 1));
    draft.write({ title: '', narrative: 'I listened.' });
    expect(await draft.save()).to.equal(false);
    expect(calls).to.deep.equal([['editEvidence', { narrative: 'I listened.' }]]);
  });
  it('takes in a newer item and ignores an older one', () => {
    const { draft } = setUp(view([a], 3));
    draft.tick([b], true);
    draft.adopt(view([a, c], 4));
    expect([...draft.ticked.value]).to.have.members([a, b, c]);
    draft.adopt(view([], 2));
    expect([...draft.ticked.value]).to.have.members([a, b, c]);
  });
  it('creates one item however often its first save is tried, whatever is written meanwhile', async () => {
    const { draft, calls, keys, hold } = setUp(null);
    hold(() => Promise.reject(new ApiError('offline', '')));
    draft.write({ title: 'A call' });
    await draft.save();
    draft.write({ narrative: 'I listened.' });
    hold(async () => {});
    expect(await draft.save()).to.equal(true);
    const blank = { title: 'A call', method: 'observation', narrative: '', links: [] };
    expect(calls).to.deep.equal([
      ['createEvidence', blank],
      ['createEvidence', blank],
      ['editEvidence', { narrative: 'I listened.' }],
    ]);
    expect(keys[0]).to.be.a('string').and.to.equal(keys[1]);
  });
  it('begins the first save anew, under another key, after a refusal', async () => {
    const { draft, keys, hold } = setUp(null);
    hold(() => Promise.reject(new ApiError('badRequest', '')));
    draft.write({ title: 'A call' });
    await draft.save();
    hold(async () => {});
    await draft.save();
    expect(keys[0]).not.to.equal(keys[1]);
  });
  it('takes in what changed elsewhere, but for what is being changed here', () => {
    const { draft } = setUp(view([a], 3));
    draft.write({ narrative: 'Mine.' });
    draft.tick([b], true);
    draft.refresh(view([c], 4, { title: 'Theirs', narrative: 'Theirs.' }));
    expect(draft.wording.value).to.include({ title: 'Theirs', narrative: 'Mine.' });
    expect([...draft.ticked.value].sort()).to.deep.equal([b, c].sort());
    draft.refresh(view([a], 3, { title: 'Older' }));
    expect(draft.wording.value.title).to.equal('Theirs');
  });
});
