import { expect } from 'chai';
import { whyOf } from '../../../lti-tool/panel/parts/why.ts';
import { found } from '../../../lti-tool/use-cases/failure.ts';
import { editEvidence } from '../../../lti-tool/use-cases/offer-evidence.ts';
import type { Principal } from '../../../lti-tool/use-cases/principal.ts';
import {
  computeProgress,
  refreshProgress,
  sweepUncounted,
  verifyProgress,
} from '../../../lti-tool/use-cases/refresh-progress.ts';
import {
  finishReview,
  returnEvidence,
  submitEvidence,
  withdrawEvidence,
} from '../../../lti-tool/use-cases/review-evidence.ts';
import { changeTicks } from '../../../lti-tool/use-cases/tick-evidence.ts';
import { viewCaseload, viewMatrix } from '../../../lti-tool/use-cases/view-caseload.ts';
import { viewEnrolment } from '../../../lti-tool/use-cases/view-enrolment.ts';
import { listEvidence, viewEvidence } from '../../../lti-tool/use-cases/view-evidence.ts';
import { viewMe } from '../../../lti-tool/use-cases/view-me.ts';
import type { Evidence } from '../../../shared/domain/evidence.ts';
import { type Centre, criterion, openCentre } from '../../builders/tool/centre.ts';
import { failureOf } from '../../builders/tool/failure-of.ts';

describe('the story of an evidence item', () => {
  let centre: Centre;
  let amelia: Principal;
  let kwame: Principal;
  let priya: Principal;
  beforeEach(async () => {
    centre = await openCentre();
    amelia = await centre.person('Amelia Hart', 'learner');
    kwame = await centre.person('Kwame Boateng', 'learner');
    priya = await centre.person('Priya Nair', 'assessor');
  });
  afterEach(() => centre.close());
  const confirm = (item: Evidence, ...ids: string[]) =>
    changeTicks(centre.deps, priya, item.id, { tick: ids.map(criterion), untick: [] });
  const enrolmentOf = async (learner: Principal) => {
    const { enrolmentId } = await viewMe(centre.deps, learner);
    if (!enrolmentId) throw new Error('no enrolment');
    return enrolmentId;
  };
  const standing = async (id: string) => {
    const { criteria } = await viewEnrolment(centre.deps, amelia, await enrolmentOf(amelia));
    return criteria.find((one) => one.criterionId === id)?.standing;
  };

  it('goes from draft to submitted to assessed, and leftovers are then not agreed', async () => {
    const draft = await centre.draft(amelia, ['201/1.1', '201/1.2']);
    expect(await standing('201/1.1')).to.equal('draft');
    await submitEvidence(centre.deps, amelia, draft.id);
    expect(await standing('201/1.1')).to.equal('awaitingAssessor');
    await confirm(draft, '201/1.1');
    expect(await standing('201/1.1')).to.equal('confirmed');
    await finishReview(centre.deps, priya, draft.id, 'Good call.');
    expect(await standing('201/1.2')).to.equal('notAgreed');
    const view = await viewEvidence(centre.deps, amelia, draft.id);
    expect(view.feedback.map(({ byName, text }) => [byName, text])).to.deep.equal([['Priya Nair', 'Good call.']]);
    expect((await viewCaseload(centre.deps, priya)).unconfirmed).to.equal(0);
  });

  it('comes back to the learner with words, and can be submitted again', async () => {
    const item = await centre.submitted(amelia, ['201/1.1', '201/1.2']);
    expect(await failureOf(returnEvidence(centre.deps, priya, item.id, ' '))).to.equal('feedbackMissing');
    await returnEvidence(centre.deps, priya, item.id, 'Say how you knew.');
    expect(await standing('201/1.1')).to.equal('draft');
    await editEvidence(centre.deps, amelia, item.id, { narrative: 'I asked him.' });
    const again = await submitEvidence(centre.deps, amelia, item.id);
    expect(again.status).to.equal('submitted');
    expect(await standing('201/1.1')).to.equal('awaitingAssessor');
  });

  it('loses its confirmations but not its history when withdrawn', async () => {
    const item = await centre.submitted(amelia, ['201/1.1']);
    await confirm(item, '201/1.1');
    const withdrawn = await withdrawEvidence(centre.deps, amelia, item.id);
    expect(await standing('201/1.1')).to.equal('untouched');
    expect(withdrawn.ticks.assessor.length).to.equal(1);
    expect(withdrawn.history.length).to.equal(item.history.length + 2);
  });

  it('is submitted once however often it is sent', async () => {
    const item = await centre.submitted(amelia, ['201/1.1']);
    const again = await submitEvidence(centre.deps, amelia, item.id);
    expect(again.version).to.equal(item.version);
  });

  it('may be confirmed differently from what the learner ticked', async () => {
    const item = await centre.submitted(amelia, ['201/1.1', '201/1.2']);
    await confirm(item, '201/1.2', '201/3.1');
    expect(await standing('201/1.1')).to.equal('awaitingAssessor');
    expect(await standing('201/3.1')).to.equal('confirmed');
  });

  it('refuses criteria that the qualification does not have', async () => {
    const item = await centre.submitted(amelia, ['201/1.1']);
    expect(await failureOf(confirm(item, '999/9.9'))).to.equal('unknownCriterion');
  });

  it('is seen by its learner and by staff once submitted, and by nobody else', async () => {
    const draft = await centre.draft(amelia, ['201/1.1']);
    expect(await failureOf(viewEvidence(centre.deps, kwame, draft.id))).to.equal('notFound');
    expect(await failureOf(viewEvidence(centre.deps, priya, draft.id))).to.equal('notFound');
    await submitEvidence(centre.deps, amelia, draft.id);
    expect((await viewEvidence(centre.deps, priya, draft.id)).learner.name).to.equal('Amelia Hart');
    expect(await failureOf(viewEvidence(centre.deps, kwame, draft.id))).to.equal('notFound');
    const enrolmentId = await enrolmentOf(amelia);
    expect(await failureOf(viewEnrolment(centre.deps, kwame, enrolmentId))).to.equal('notFound');
    expect(await failureOf(listEvidence(centre.deps, kwame, enrolmentId))).to.equal('notFound');
  });

  it('is not seen from another context or another tenant', async () => {
    const item = await centre.submitted(amelia, ['201/1.1']);
    const other = await centre.person('Priya Nair', 'assessor', {
      context: { id: '3', title: 'Group B', label: 'B' },
      resourceLink: { id: '2', title: 'P' },
    });
    const foreign = await centre.person('Priya Nair', 'assessor', {
      registrationId: 'registration-2',
      clientId: 'client-2',
    });
    expect(await failureOf(viewEvidence(centre.deps, other, item.id))).to.equal('notFound');
    expect(await failureOf(viewEvidence(centre.deps, foreign, item.id))).to.equal('notFound');
    expect(
      await failureOf(changeTicks(centre.deps, foreign, item.id, { tick: [criterion('201/1.1')], untick: [] })),
    ).to.equal('notFound');
  });

  it('says in one sentence why a criterion does not show, to each reader', async () => {
    const item = await centre.submitted(amelia, ['201/1.1']);
    const enrolmentId = await enrolmentOf(amelia);
    const seenBy = async (who: Principal) => {
      const view = await viewEnrolment(centre.deps, who, enrolmentId);
      return { view, standing: found(view.criteria.find((one) => one.criterionId === '201/1.1') ?? null) };
    };
    const [own, staff] = [await seenBy(amelia), await seenBy(priya)];
    expect(whyOf(own.standing, own.view, 'learner')).to.equal(
      'You ticked this. It counts once a qualified assessor confirms it.',
    );
    expect(whyOf(staff.standing, staff.view, 'staff')).to.equal(
      'Amelia ticked this. A qualified assessor has not confirmed it.',
    );
    expect(staff.standing.evidenceId).to.equal(item.id);
  });

  describe('progress', () => {
    it('is one letter a criterion in the matrix, and equals its recomputation', async () => {
      const item = await centre.submitted(amelia, ['201/1.1', '201/1.2']);
      await confirm(item, '201/1.1');
      const { rows } = await viewMatrix(centre.deps, priya);
      expect(rows.map(({ name }) => name)).to.deep.equal(['Amelia Hart', 'Kwame Boateng']);
      expect(rows[0]?.letters.slice(0, 3)).to.equal('ca.');
      expect(rows[0]?.letters.length).to.equal(rows[0]?.total);
      expect(await verifyProgress(centre.deps)).to.deep.equal([]);
    });

    it('is mended by the sweeper after a crash between evidence and projection', async () => {
      const item = await centre.submitted(amelia, ['201/1.1']);
      const { evidence } = centre.store.stores;
      // The crash: written, never recomputed.
      const at = new Date(centre.deps.clock.now()).toISOString();
      const confirmed = {
        ...item,
        ticks: { ...item.ticks, assessor: [{ criterionId: criterion('201/1.1'), byId: priya.personId, at }] },
        version: item.version + 1,
      };
      expect(await evidence.replace(confirmed, item.version)).to.equal(true);
      expect(await verifyProgress(centre.deps)).to.deep.equal([item.enrolmentId]);
      expect(await sweepUncounted(centre.deps)).to.equal(1);
      expect(await verifyProgress(centre.deps)).to.deep.equal([]);
      expect(await sweepUncounted(centre.deps)).to.equal(0);
    });

    it('is mended after a crash even where another process recomputed just before the write', async () => {
      const item = await centre.submitted(amelia, ['201/1.1']);
      const { evidence } = centre.deps.stores;
      const dying = {
        ...evidence,
        async replace(...change: Parameters<typeof evidence.replace>) {
          await refreshProgress(centre.deps, item.tenantId, item.enrolmentId);
          await evidence.replace(...change);
          throw new Error('the process was killed');
        },
      };
      const deps = { ...centre.deps, stores: { ...centre.deps.stores, evidence: dying } };
      const confirming = changeTicks(deps, priya, item.id, { tick: [criterion('201/1.1')], untick: [] });
      expect(String(await confirming.catch((error: unknown) => error))).to.contain('killed');
      expect(await sweepUncounted(centre.deps)).to.equal(1);
      expect(await verifyProgress(centre.deps)).to.deep.equal([]);
    });

    it('counts a draft that was only begun', async () => {
      await centre.submitted(amelia, ['201/1.1']);
      centre.deps.clock.advance(1_000);
      await centre.draft(amelia);
      expect(await verifyProgress(centre.deps)).to.deep.equal([]);
    });

    it('written from evidence read before a newer change is thrown away', async () => {
      const item = await centre.submitted(amelia, ['201/1.1']);
      const { enrolments } = centre.store.stores;
      const enrolment = await enrolments.find(item.tenantId, item.enrolmentId);
      if (!enrolment) throw new Error('no enrolment');
      const old = await computeProgress(centre.deps, enrolment);
      await enrolments.markStale(item.tenantId, item.enrolmentId);
      expect(await enrolments.writeProgress(item.tenantId, item.enrolmentId, old, enrolment.staleMark, true)).to.equal(
        false,
      );
    });
  });
});
