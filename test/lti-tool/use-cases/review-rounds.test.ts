import { expect } from 'chai';
import { attachFile, editEvidence, recordEvidence } from '../../../lti-tool/use-cases/offer-evidence.ts';
import type { Principal } from '../../../lti-tool/use-cases/principal.ts';
import { verifyProgress } from '../../../lti-tool/use-cases/refresh-progress.ts';
import {
  finishReview,
  handOver,
  returnEvidence,
  submitEvidence,
  withdrawEvidence,
} from '../../../lti-tool/use-cases/review-evidence.ts';
import { acceptAll, changeTicks } from '../../../lti-tool/use-cases/tick-evidence.ts';
import { viewCaseload } from '../../../lti-tool/use-cases/view-caseload.ts';
import { viewEnrolment } from '../../../lti-tool/use-cases/view-enrolment.ts';
import { listEvidence, viewEvidence } from '../../../lti-tool/use-cases/view-evidence.ts';
import { viewMe } from '../../../lti-tool/use-cases/view-me.ts';
import { viewTraineeWork } from '../../../lti-tool/use-cases/view-trainee-work.ts';
import { type Centre, criterion, openCentre } from '../../builders/tool/centre.ts';
import { failureOf } from '../../builders/tool/failure-of.ts';

const observation = {
  title: 'Seen at the desk',
  method: 'observation' as const,
  narrative: 'She listened.',
  links: [],
};

describe('the rounds of a review', () => {
  let centre: Centre;
  let amelia: Principal;
  let kwame: Principal;
  let tom: Principal;
  let priya: Principal;
  beforeEach(async () => {
    centre = await openCentre();
    amelia = await centre.person('Amelia Hart', 'learner');
    kwame = await centre.person('Kwame Boateng', 'learner');
    tom = await centre.person('Tom Ellery', 'traineeAssessor');
    priya = await centre.person('Priya Nair', 'assessor');
  });
  afterEach(() => centre.close());
  const tick = (who: Principal, id: Parameters<typeof changeTicks>[2], ...ids: string[]) =>
    changeTicks(centre.deps, who, id, { tick: ids.map(criterion), untick: [] });
  const enrolmentOf = async (learner: Principal) => {
    const { enrolmentId } = await viewMe(centre.deps, learner);
    if (!enrolmentId) throw new Error('no enrolment');
    return enrolmentId;
  };
  const rowOf = async (who: Principal, learner: string) =>
    (await viewCaseload(centre.deps, who)).rows.find((row) => row.learner.name === learner);

  it('are a thread of who said what, with the message of the learner on sending it again', async () => {
    const item = await centre.submitted(amelia, ['201/1.1']);
    await handOver(centre.deps, tom, item.id, 'Look at 1.1 please.');
    await returnEvidence(centre.deps, priya, item.id, 'Say how you knew.');
    await submitEvidence(centre.deps, amelia, item.id, 'I added what he said.');
    await finishReview(centre.deps, priya, item.id, '');
    const staff = await viewEvidence(centre.deps, priya, item.id);
    expect(staff.thread.map(({ kind, byName, text }) => [kind, byName, text])).to.deep.equal([
      ['submitted', 'Amelia Hart', ''],
      ['handedOver', 'Tom Ellery', 'Look at 1.1 please.'],
      ['returned', 'Priya Nair', 'Say how you knew.'],
      ['submitted', 'Amelia Hart', 'I added what he said.'],
      ['assessed', 'Priya Nair', ''],
    ]);
    const own = await viewEvidence(centre.deps, amelia, item.id);
    expect(own.thread.map(({ kind }) => kind)).to.deep.equal(['submitted', 'returned', 'submitted', 'assessed']);
    expect(own.handOver).to.equal(null);
  });

  describe('a hand-over for countersigning', () => {
    it('takes the item off the trainee assessor’s list and marks it for the assessor', async () => {
      const item = await centre.submitted(amelia, ['201/1.1', '201/1.2']);
      await tick(tom, item.id, '201/1.1');
      expect((await rowOf(tom, 'Amelia Hart'))?.toAssess).to.equal(1);
      await handOver(centre.deps, tom, item.id, 'I was not sure about 1.2.');
      expect((await rowOf(tom, 'Amelia Hart'))?.toAssess).to.equal(0);
      const [waiting] = (await rowOf(priya, 'Amelia Hart'))?.waiting ?? [];
      expect(waiting).to.include({ unconfirmed: 2, handedOverAt: '2026-11-23T09:00:00.000Z' });
      const view = await viewEvidence(centre.deps, priya, item.id);
      expect(view.handOver).to.include({ byName: 'Tom Ellery', note: 'I was not sure about 1.2.' });
      expect(view.status).to.equal('submitted');
    });

    it('begins anew when the learner sends the item again', async () => {
      const item = await centre.submitted(amelia, ['201/1.1']);
      await handOver(centre.deps, tom, item.id, '');
      await returnEvidence(centre.deps, priya, item.id, 'More.');
      await submitEvidence(centre.deps, amelia, item.id);
      expect((await rowOf(tom, 'Amelia Hart'))?.toAssess).to.equal(1);
    });

    it('is for trainee assessors, on submitted evidence of others', async () => {
      const item = await centre.submitted(amelia, ['201/1.1']);
      const draft = await centre.draft(amelia, ['201/1.1']);
      expect(await failureOf(handOver(centre.deps, priya, item.id, ''))).to.equal('roleNotAllowed');
      expect(await failureOf(handOver(centre.deps, amelia, item.id, ''))).to.equal('roleNotAllowed');
      expect(await failureOf(handOver(centre.deps, tom, draft.id, ''))).to.equal('notFound');
      await finishReview(centre.deps, priya, item.id, '');
      expect(await failureOf(handOver(centre.deps, tom, item.id, ''))).to.equal('evidenceLocked');
    });

    it('ends in a list of what was countersigned and what was not, and why', async () => {
      const item = await centre.submitted(amelia, ['201/1.1', '201/1.2', '201/1.3']);
      await tick(tom, item.id, '201/1.1', '201/1.2');
      await handOver(centre.deps, tom, item.id, '');
      const waiting = (await viewTraineeWork(centre.deps, tom)).items[0];
      expect(waiting).to.deep.include({ waiting: ['201/1.1', '201/1.2'], notAgreed: [], decision: null });
      await tick(priya, item.id, '201/1.1', '201/1.3');
      await finishReview(centre.deps, priya, item.id, 'For 1.2 the call is too short.');
      const [decided] = (await viewTraineeWork(centre.deps, tom)).items;
      expect(decided).to.deep.include({ countersigned: ['201/1.1'], notAgreed: ['201/1.2'], waiting: [] });
      expect(decided?.decision).to.include({ byName: 'Priya Nair', text: 'For 1.2 the call is too short.' });
    });

    it('shows a trainee assessor their own work only, in their own context', async () => {
      const item = await centre.submitted(amelia, ['201/1.1']);
      await tick(tom, item.id, '201/1.1');
      const other = await centre.person('Uma Roy', 'traineeAssessor');
      const elsewhere = await centre.person('Tom Ellery', 'traineeAssessor', {
        context: { id: '3', title: 'Group B', label: 'B' },
        resourceLink: { id: '2', title: 'P' },
      });
      expect((await viewTraineeWork(centre.deps, other)).items).to.deep.equal([]);
      expect((await viewTraineeWork(centre.deps, elsewhere)).items).to.deep.equal([]);
      for (const who of [amelia, priya])
        expect(await failureOf(viewTraineeWork(centre.deps, who))).to.equal('roleNotAllowed');
    });
  });

  describe('evidence recorded on a learner’s behalf', () => {
    it('is under review at once, says who made it, and its maker may confirm it', async () => {
      const item = await recordEvidence(centre.deps, priya, await enrolmentOf(amelia), observation);
      expect(item.history.map(({ actingAs, change }) => [actingAs, change.kind])).to.deep.equal([
        ['assessor', 'created'],
        ['assessor', 'status'],
      ]);
      expect((await rowOf(priya, 'Amelia Hart'))?.unfinished).to.deep.equal([
        { evidenceId: item.id, title: 'Seen at the desk', submittedAt: item.submittedAt, confirmed: 0 },
      ]);
      await tick(priya, item.id, '201/1.1');
      const { confirmed } = await viewEnrolment(centre.deps, amelia, await enrolmentOf(amelia));
      expect(confirmed).to.equal(1);
      const view = await viewEvidence(centre.deps, amelia, item.id);
      expect(view).to.include({ madeByName: 'Priya Nair' });
      expect(view.may).to.include({ edit: false, withdraw: false, submit: false });
      const [summary] = (await listEvidence(centre.deps, amelia, await enrolmentOf(amelia))).items;
      expect(summary?.madeByName).to.equal('Priya Nair');
      await finishReview(centre.deps, priya, item.id, '');
      expect(await verifyProgress(centre.deps)).to.deep.equal([]);
    });

    it('by a trainee assessor counts once an assessor confirms', async () => {
      const item = await recordEvidence(centre.deps, tom, await enrolmentOf(amelia), observation);
      await tick(tom, item.id, '201/1.1');
      expect((await rowOf(priya, 'Amelia Hart'))?.waiting[0]).to.include({ traineeTicks: 1, unconfirmed: 1 });
    });

    it('is changed and withdrawn by its maker only, and never returned', async () => {
      const item = await recordEvidence(centre.deps, priya, await enrolmentOf(amelia), observation);
      const file = { name: 'a.txt', size: 1, mediaType: 'text/plain', sha256: 'a'.repeat(64) };
      for (const who of [amelia, tom]) {
        expect(await failureOf(editEvidence(centre.deps, who, item.id, { title: 'x' }))).to.equal('notYourEvidence');
        expect(await failureOf(attachFile(centre.deps, who, item.id, file))).to.equal('notYourEvidence');
        expect(await failureOf(withdrawEvidence(centre.deps, who, item.id))).to.equal('notYourEvidence');
      }
      expect(await failureOf(returnEvidence(centre.deps, priya, item.id, 'More.'))).to.equal('recordedByStaff');
      expect((await attachFile(centre.deps, priya, item.id, file)).attachments).to.have.length(1);
      expect((await editEvidence(centre.deps, priya, item.id, { title: 'Seen' })).title).to.equal('Seen');
      expect((await withdrawEvidence(centre.deps, priya, item.id)).status).to.equal('withdrawn');
    });

    it('is for assessors, for learners of their own context, and never for oneself', async () => {
      const enrolmentId = await enrolmentOf(amelia);
      for (const who of [amelia, kwame])
        expect(await failureOf(recordEvidence(centre.deps, who, enrolmentId, observation))).to.be.oneOf([
          'roleNotAllowed',
          'notFound',
        ]);
      const iqa = await centre.person('Ines Costa', 'iqa');
      expect(await failureOf(recordEvidence(centre.deps, iqa, enrolmentId, observation))).to.equal('roleNotAllowed');
      const elsewhere = await centre.person('Priya Nair', 'assessor', {
        context: { id: '3', title: 'Group B', label: 'B' },
        resourceLink: { id: '2', title: 'P' },
      });
      expect(await failureOf(recordEvidence(centre.deps, elsewhere, enrolmentId, observation))).to.equal('notFound');
      const self = { ...amelia, role: 'assessor' as const };
      expect(await failureOf(recordEvidence(centre.deps, self, enrolmentId, observation))).to.equal('ownEvidence');
    });
  });

  describe('on the caseload', () => {
    it('an item with all decided stays until its review is finished', async () => {
      const item = await centre.submitted(amelia, ['201/1.1']);
      await tick(priya, item.id, '201/1.1');
      expect((await rowOf(priya, 'Amelia Hart'))?.unfinished.map(({ confirmed }) => confirmed)).to.deep.equal([1]);
      await finishReview(centre.deps, priya, item.id, '');
      expect((await rowOf(priya, 'Amelia Hart'))?.unfinished).to.deep.equal([]);
    });

    it('a returned item is named until it comes back', async () => {
      const item = await centre.submitted(amelia, ['201/1.1']);
      await returnEvidence(centre.deps, priya, item.id, 'More.');
      expect((await rowOf(priya, 'Amelia Hart'))?.returned.map(({ evidenceId }) => evidenceId)).to.deep.equal([
        item.id,
      ]);
      await submitEvidence(centre.deps, amelia, item.id);
      expect((await rowOf(priya, 'Amelia Hart'))?.returned).to.deep.equal([]);
    });
  });

  it('accept all of one unit, and say nothing of the others', async () => {
    const item = await centre.submitted(amelia, ['201/1.1', '201/1.2', '202/1.1']);
    const unit = ['201/1.1', '201/1.2', '201/1.3'].map(criterion);
    const wish = { of: 'learner' as const, shown: ['201/1.1', '201/1.2'].map(criterion), among: unit };
    const { item: after, acceptance } = await acceptAll(centre.deps, priya, item.id, wish);
    expect(after.ticks.assessor.map(({ criterionId }) => criterionId)).to.deep.equal(['201/1.1', '201/1.2']);
    expect(acceptance.notShown).to.deep.equal([]);
    const again = await acceptAll(centre.deps, priya, item.id, { ...wish, shown: [] });
    expect(again.acceptance.added).to.deep.equal([]);
  });
});
