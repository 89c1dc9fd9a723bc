import { expect } from 'chai';
import { once } from '../../../lti-tool/use-cases/acts.ts';
import { addComment } from '../../../lti-tool/use-cases/comment-on-evidence.ts';
import type { Principal } from '../../../lti-tool/use-cases/principal.ts';
import { verifyProgress } from '../../../lti-tool/use-cases/refresh-progress.ts';
import {
  finishReview,
  returnEvidence,
  submitEvidence,
  withdrawEvidence,
} from '../../../lti-tool/use-cases/review-evidence.ts';
import { acceptAll, changeTicks, undoAcceptAll } from '../../../lti-tool/use-cases/tick-evidence.ts';
import { viewEnrolment } from '../../../lti-tool/use-cases/view-enrolment.ts';
import { viewEvidence } from '../../../lti-tool/use-cases/view-evidence.ts';
import type { Evidence } from '../../../shared/domain/evidence.ts';
import { firstBrokenEntry, fitsHistory } from '../../../shared/domain/history.ts';
import { type Centre, criterion, openCentre } from '../../builders/tool/centre.ts';
import { failureOf } from '../../builders/tool/failure-of.ts';

describe('comments on evidence', () => {
  let centre: Centre;
  let amelia: Principal;
  let kwame: Principal;
  let tom: Principal;
  let priya: Principal;
  let item: Evidence;
  beforeEach(async () => {
    centre = await openCentre();
    amelia = await centre.person('Amelia Hart', 'learner');
    kwame = await centre.person('Kwame Boateng', 'learner');
    tom = await centre.person('Tom Ellery', 'traineeAssessor');
    priya = await centre.person('Priya Nair', 'assessor');
    item = await centre.submitted(amelia, ['201/1.1', '201/1.2']);
  });
  afterEach(() => centre.close());
  const say = (who: Principal, text: string) => addComment(centre.deps, who, item.id, text);
  const textsFor = async (who: Principal) =>
    (await viewEvidence(centre.deps, who, item.id)).thread
      .filter(({ kind }) => kind === 'commented')
      .map(({ byName, role, yours, text }) => [byName, role, yours, text]);
  const standing = ({ status, ticks, reopenings, samples, feedback, handOver, submittedAt }: Evidence) => ({
    ...{ status, ticks, reopenings, samples, feedback, handOver, submittedAt },
  });

  it('are read by both sides, with who said it, as what, and when', async () => {
    await say(priya, 'How did the call end?');
    centre.deps.clock.advance(60_000);
    await say(amelia, 'He thanked me.');
    await say(tom, 'I heard it too.');
    expect(await textsFor(amelia)).to.deep.equal([
      ['Priya Nair', 'assessor', false, 'How did the call end?'],
      ['Amelia Hart', 'learner', true, 'He thanked me.'],
      ['Tom Ellery', 'traineeAssessor', false, 'I heard it too.'],
    ]);
    expect((await textsFor(priya)).map(([, , yours]) => yours)).to.deep.equal([true, false, false]);
    const { thread } = await viewEvidence(centre.deps, kwame, (await centre.submitted(kwame, ['201/1.1'])).id);
    expect(thread.map(({ kind }) => kind)).to.deep.equal(['submitted']);
  });

  it('change nothing but the thread, in every state after the first submission', async () => {
    const states: ReadonlyArray<() => Promise<unknown>> = [
      async () => {},
      () => changeTicks(centre.deps, priya, item.id, { tick: [criterion('201/1.1')], untick: [] }),
      () => returnEvidence(centre.deps, priya, item.id, 'Say more.'),
      () => submitEvidence(centre.deps, amelia, item.id),
      () => finishReview(centre.deps, priya, item.id, ''),
    ];
    const read = async () => (await centre.store.stores.evidence.find(amelia.tenantId, item.id)) ?? item;
    for (const reach of states) {
      await reach();
      const before = await read();
      const { lastActivityAt: _, ...counted } = await progress();
      for (const who of [amelia, tom, priya]) {
        centre.deps.clock.advance(1_000);
        await say(who, 'A word.');
      }
      const after = await read();
      expect(standing(after)).to.deep.equal(standing(before));
      expect(after.history.slice(before.history.length).map(({ change }) => change)).to.deep.equal(
        Array(3).fill({ kind: 'commented', text: 'A word.' }),
      );
      const { lastActivityAt: __, ...still } = await progress();
      expect(still).to.deep.equal(counted);
      expect(firstBrokenEntry(after, centre.deps.crypto.sha256)).to.equal(null);
      expect(fitsHistory(after)).to.equal(true);
    }
    expect(await verifyProgress(centre.deps)).to.deep.equal([]);
    const view = await viewEnrolment(centre.deps, amelia, item.enrolmentId);
    expect(view.confirmed).to.equal(1);
  });
  const progress = async () => {
    const enrolment = await centre.store.stores.enrolments.find(amelia.tenantId, item.enrolmentId);
    if (enrolment === null) throw new Error('no enrolment');
    return enrolment.progress;
  };

  it('are offered to whoever may write one', async () => {
    const may = async (who: Principal) => (await viewEvidence(centre.deps, who, item.id)).may.comment;
    const iqa = await centre.person('Ines Costa', 'iqa');
    for (const who of [amelia, tom, priya]) expect(await may(who)).to.equal(true);
    expect(await may(iqa)).to.equal(false);
    await withdrawEvidence(centre.deps, amelia, item.id);
    expect(await may(amelia)).to.equal(false);
  });

  it('are for the item’s learner and those who assess in its context, and for nobody else', async () => {
    const elsewhere = { context: { id: '3', title: 'Group B', label: 'B' }, resourceLink: { id: '2', title: 'P' } };
    const strangers: ReadonlyArray<readonly [Principal, string]> = [
      [kwame, 'notFound'],
      [await centre.person('Priya Nair', 'assessor', elsewhere), 'notFound'],
      [await centre.person('Priya Nair', 'assessor', { deploymentId: '2' }), 'notFound'],
      [await centre.person('Amelia Hart', 'learner', { deploymentId: '2' }), 'notFound'],
      [await centre.person('Ines Costa', 'iqa'), 'roleNotAllowed'],
      [await centre.person('Eve Stone', 'eqa'), 'roleNotAllowed'],
      [await centre.person('Morgan Reid', 'manager'), 'roleNotAllowed'],
      [{ ...amelia, role: 'assessor' }, 'ownEvidence'],
    ];
    for (const [who, code] of strangers) expect(await failureOf(say(who, 'Let me in.')), who.role).to.equal(code);
    expect(await textsFor(amelia)).to.deep.equal([]);
  });

  it('begin with the first submission and end with the withdrawal', async () => {
    const draft = await centre.draft(amelia, ['201/1.1']);
    expect(await failureOf(addComment(centre.deps, amelia, draft.id, 'Soon.'))).to.equal('commentsClosed');
    expect(await failureOf(addComment(centre.deps, priya, draft.id, 'Soon?'))).to.equal('notFound');
    await withdrawEvidence(centre.deps, amelia, item.id);
    for (const who of [amelia, priya]) expect(await failureOf(say(who, 'Why?'))).to.equal('commentsClosed');
    expect(await failureOf(say(amelia, ' \n '))).to.equal('commentsClosed');
  });

  it('are all kept where many write at once, and ticks with them', async () => {
    const texts = Array.from({ length: 6 }, (_, place) => `Word ${place}`);
    await Promise.all([
      ...texts.map((text, place) => say([amelia, tom, priya][place % 3] ?? amelia, text)),
      changeTicks(centre.deps, priya, item.id, { tick: [criterion('201/1.1')], untick: [] }),
    ]);
    expect((await textsFor(priya)).map(([, , , text]) => text)).to.have.members(texts);
    const after = await viewEvidence(centre.deps, priya, item.id);
    expect(after.ticks.assessor.map(({ criterionId }) => criterionId)).to.deep.equal(['201/1.1']);
  });

  it('are written once where the same act comes twice, though its reply was lost', async () => {
    const deps = { ...centre.deps, pause: async () => {} };
    const acting: Principal = { ...amelia, actId: 'an-act' };
    await addComment(centre.deps, acting, item.id, 'Once.');
    await addComment(centre.deps, acting, item.id, 'Once.');
    const { tenantId, personId } = amelia;
    const named = { tenantId, personId, key: 'k'.repeat(16), operation: 'addComment', params: {}, body: {} };
    const first = await once(deps, named, async () => (await say(amelia, 'And again.')).version);
    const second = await once(deps, named, async () => (await say(amelia, 'And again.')).version);
    expect(second).to.deep.equal({ reply: first.reply, again: true });
    expect((await textsFor(amelia)).map(([, , , text]) => text)).to.deep.equal(['Once.', 'And again.']);
  });

  it('leave an accept-all to be undone by whoever did it', async () => {
    const shown = ['201/1.1', '201/1.2'].map(criterion);
    const { item: accepted } = await acceptAll(centre.deps, priya, item.id, { of: 'learner', shown });
    const sequence = accepted.history.at(-1)?.sequence ?? -1;
    await say(amelia, 'Thank you!');
    const { may } = await viewEvidence(centre.deps, priya, item.id);
    expect(may.undo).to.deep.equal({ sequence, count: 2 });
    const undone = await undoAcceptAll(centre.deps, priya, item.id, sequence);
    expect(undone.ticks.assessor).to.deep.equal([]);
    expect(fitsHistory(undone)).to.equal(true);
  });
});
