import { expect } from 'chai';
import { whyOf } from '../../../../lti-tool/panel/parts/why.ts';
import { found } from '../../../../lti-tool/use-cases/failure.ts';
import type { Principal } from '../../../../lti-tool/use-cases/principal.ts';
import { sampleEvidence } from '../../../../lti-tool/use-cases/quality/sample-evidence.ts';
import { viewCriterionHistory } from '../../../../lti-tool/use-cases/quality/view-criterion-history.ts';
import { viewQualityActions } from '../../../../lti-tool/use-cases/quality/view-quality-actions.ts';
import { viewSamplingReview } from '../../../../lti-tool/use-cases/quality/view-sampling-review.ts';
import { verifyProgress } from '../../../../lti-tool/use-cases/refresh-progress.ts';
import { finishReview, withdrawEvidence } from '../../../../lti-tool/use-cases/review-evidence.ts';
import { acceptAll, changeTicks, undoAcceptAll } from '../../../../lti-tool/use-cases/tick-evidence.ts';
import { viewMatrix } from '../../../../lti-tool/use-cases/view-caseload.ts';
import { viewEnrolment } from '../../../../lti-tool/use-cases/view-enrolment.ts';
import { viewEvidence } from '../../../../lti-tool/use-cases/view-evidence.ts';
import type { Evidence } from '../../../../shared/domain/evidence.ts';
import type { EvidenceId } from '../../../../shared/domain/ids.ts';
import type { Role } from '../../../../shared/domain/roles.ts';
import type { SampleWish } from '../../../../shared/domain/sampling.ts';
import { type Centre, criterion, openCentre, setRoleOf } from '../../../builders/tool/centre.ts';
import { failureOf } from '../../../builders/tool/failure-of.ts';
import { fakeGradebook, publisherOf } from '../../../builders/tool/fake-gradebook.ts';

const elsewhere = {
  context: { id: '3', title: 'Group B', label: 'B' },
  resourceLink: { id: '2', title: 'P' },
};
const otherTenant = { registrationId: 'registration-2', clientId: 'client-2' };

describe('sampling a review', () => {
  let centre: Centre;
  let amelia: Principal;
  let tom: Principal;
  let priya: Principal;
  let ines: Principal;
  let item: Evidence;
  beforeEach(async () => {
    centre = await openCentre();
    amelia = await centre.person('Amelia Hart', 'learner');
    tom = await centre.person('Tom Okafor', 'traineeAssessor');
    priya = await centre.person('Priya Nair', 'assessor');
    ines = await centre.person('Ines Marsh', 'iqa');
    item = await centre.submitted(amelia, ['201/1.1', '201/1.2', '201/1.3']);
    await changeTicks(centre.deps, tom, item.id, { tick: [criterion('201/1.2')], untick: [] });
    centre.deps.clock.advance(60_000);
    await confirm(priya, '201/1.1', '201/1.2');
    await finishReview(centre.deps, priya, item.id, 'Good.');
    centre.deps.clock.advance(60_000);
  });
  afterEach(() => centre.close());

  const confirm = (who: Principal, ...ids: string[]) =>
    changeTicks(centre.deps, who, item.id, { tick: ids.map(criterion), untick: [] });
  /** The confirmations as the IQA is shown them. */
  const shown = async (who: Principal, outcomes: Readonly<Record<string, SampleWish['outcome']>>) => {
    const { confirmations } = await viewSamplingReview(centre.deps, who, item.id);
    return Object.entries(outcomes).map(([id, outcome]) => ({
      criterionId: criterion(id),
      outcome,
      confirmedAt: confirmations.find((each) => each.criterionId === id)?.confirmedAt ?? '',
    }));
  };
  const sample = async (
    outcomes: Readonly<Record<string, SampleWish['outcome']>>,
    feedback = 'Ask how she knew.',
    who = ines,
  ) => sampleEvidence(centre.deps, who, item.id, { confirmations: await shown(who, outcomes), feedback });
  const letters = async () => (await viewMatrix(centre.deps, priya)).rows[0]?.letters.slice(0, 3);
  const stands = async (who: Principal, id: string) =>
    (await viewEnrolment(centre.deps, who, item.enrolmentId)).criteria.find((each) => each.criterionId === id);

  it('reopens what needs action: progress and matrix go down, and come back once an assessor confirms again', async () => {
    expect(await letters()).to.equal('ccn');
    const { result } = await sample({ '201/1.1': 'accepted', '201/1.2': 'actionRequired' });
    expect(result.differed).to.deep.equal([]);
    expect(await letters()).to.equal('crn');
    expect((await viewEnrolment(centre.deps, amelia, item.enrolmentId)).confirmed).to.equal(1);
    centre.deps.clock.advance(60_000);
    await confirm(priya, '201/1.2');
    expect(await letters()).to.equal('ccn');
    expect((await viewEnrolment(centre.deps, amelia, item.enrolmentId)).confirmed).to.equal(2);
    expect(await verifyProgress(centre.deps)).to.deep.equal([]);
  });

  it('takes the score in the gradebook down and up again', async () => {
    const gradebook = fakeGradebook();
    const publisher = publisherOf(centre, gradebook);
    const told = async () => {
      centre.deps.clock.advance(10_000);
      await publisher.drain();
      return gradebook.sent.at(-1);
    };
    expect(await told()).to.include({ scoreGiven: 2, scoreMaximum: 81 });
    await sample({ '201/1.2': 'actionRequired' });
    expect(await told()).to.include({ scoreGiven: 1, comment: '1 of 81 criteria confirmed; 1 awaits an assessor' });
    await confirm(priya, '201/1.2');
    expect(await told()).to.include({ scoreGiven: 2, comment: '2 of 81 criteria confirmed' });
    expect(gradebook.sent.length).to.equal(3);
  });

  it('leaves progress as it is where other evidence confirms the criterion, and said so before', async () => {
    const other = await centre.submitted(amelia, ['201/1.1']);
    await changeTicks(centre.deps, priya, other.id, { tick: [criterion('201/1.1')], untick: [] });
    const { confirmations, confirmed } = await viewSamplingReview(centre.deps, ines, item.id);
    expect(confirmations.map((each) => [each.criterionId, each.lowersProgress])).to.deep.equal([
      ['201/1.1', false],
      ['201/1.2', true],
    ]);
    await sample({ '201/1.1': 'actionRequired' });
    expect((await viewEnrolment(centre.deps, ines, item.enrolmentId)).confirmed).to.equal(confirmed);
    expect((await viewQualityActions(centre.deps, priya)).actions.length).to.equal(0);
  });

  it('records nothing of what changed since it was shown, and says what differs', async () => {
    const wishes = await shown(ines, { '201/1.1': 'accepted', '201/1.2': 'actionRequired' });
    const colleague = await centre.person('Max Quinn', 'iqa');
    await sample({ '201/1.2': 'actionRequired' }, 'Look again.', colleague);
    centre.deps.clock.advance(60_000);
    await confirm(priya, '201/1.2');
    const { result, item: after } = await sampleEvidence(centre.deps, ines, item.id, {
      confirmations: wishes,
      feedback: 'x',
    });
    expect(result.sampled.map((each) => each.criterionId)).to.deep.equal(['201/1.1']);
    expect(result.differed).to.deep.equal([{ criterionId: '201/1.2', now: 'confirmedAgain' }]);
    expect(after.reopenings).to.deep.equal([]);
  });

  it('writes nothing where nothing is left of what was shown', async () => {
    const wishes = [{ criterionId: criterion('201/1.3'), confirmedAt: item.createdAt, outcome: 'accepted' as const }];
    const before = await viewEvidence(centre.deps, ines, item.id);
    const { result } = await sampleEvidence(centre.deps, ines, item.id, { confirmations: wishes, feedback: '' });
    expect(result.differed).to.deep.equal([{ criterionId: '201/1.3', now: 'notConfirmed' }]);
    expect((await viewEvidence(centre.deps, ines, item.id)).version).to.equal(before.version);
  });

  it('happens once where two IQAs sample at the same moment', async () => {
    const colleague = await centre.person('Max Quinn', 'iqa');
    const wishes = await shown(ines, { '201/1.2': 'actionRequired' });
    const wish = { confirmations: wishes, feedback: 'Ask how.' };
    const answers = await Promise.all([ines, colleague].map((who) => sampleEvidence(centre.deps, who, item.id, wish)));
    expect(answers.map(({ result }) => result.sampled.length).sort()).to.deep.equal([0, 1]);
    expect((await viewEvidence(centre.deps, ines, item.id)).samples.length).to.equal(1);
  });

  describe('is refused', () => {
    const asIs = { '201/1.1': 'accepted' } as const;

    it('to whoever made one of the confirmations', async () => {
      await setRoleOf(centre.deps, priya, 'iqa');
      const turned = { ...priya, role: 'iqa' as const };
      const { confirmations } = await viewSamplingReview(centre.deps, turned, item.id);
      expect(confirmations.every((each) => each.own)).to.equal(true);
      expect(await failureOf(sample(asIs, '', turned))).to.equal('ownConfirmation');
    });

    for (const role of ['eqa', 'manager', 'assessor', 'traineeAssessor', 'learner'] as const satisfies readonly Role[])
      it(`to a person acting as ${role}`, async () => {
        const wishes = await shown(ines, asIs);
        const who = role === 'learner' ? amelia : { ...ines, role };
        const wish = { confirmations: wishes, feedback: 'x' };
        expect(await failureOf(sampleEvidence(centre.deps, who, item.id, wish))).to.equal('roleNotAllowed');
      });

    it('from another context and another tenant, which do not even see it', async () => {
      const confirmations = await shown(ines, asIs);
      for (const where of [elsewhere, otherTenant]) {
        const stranger = await centre.person('Ines Marsh', 'iqa', where);
        const tried = sampleEvidence(centre.deps, stranger, item.id, { confirmations, feedback: '' });
        expect(await failureOf(tried)).to.equal('notFound');
        expect(await failureOf(viewSamplingReview(centre.deps, stranger, item.id))).to.equal('notFound');
        const history = viewCriterionHistory(centre.deps, stranger, item.enrolmentId, criterion('201/1.1'));
        expect(await failureOf(history)).to.equal('notFound');
      }
    });

    it('where it is the IQA’s own evidence, without words for an action, and once it is withdrawn', async () => {
      const own = { ...amelia, role: 'iqa' as const };
      expect(await failureOf(sample(asIs, '', own))).to.equal('ownEvidence');
      expect(await failureOf(sample({ '201/1.1': 'actionRequired' }, '   '))).to.equal('sampleFeedbackMissing');
      const wishes = await shown(ines, asIs);
      await withdrawEvidence(centre.deps, amelia, item.id);
      const late = sampleEvidence(centre.deps, ines, item.id, { confirmations: wishes, feedback: '' });
      expect(await failureOf(late)).to.equal('evidenceLocked');
    });
  });

  describe('tells', () => {
    beforeEach(() => sample({ '201/1.2': 'actionRequired' }, 'Ask how she knew.'));
    const actions = async (who: Principal) => (await viewQualityActions(centre.deps, who)).actions;

    it('the assessor who said what about which criteria, until they confirm them again', async () => {
      const [action] = await actions(priya);
      expect(action).to.deep.include({ byName: 'Ines Marsh', feedback: 'Ask how she knew.', yours: true });
      expect(action?.criterionIds).to.deep.equal(['201/1.2']);
      expect(action?.of.map((person) => person.name)).to.deep.equal(['Priya Nair']);
      const view = await viewEvidence(centre.deps, priya, item.id);
      expect(view.samples[0]).to.deep.include({
        byName: 'Ines Marsh',
        feedback: 'Ask how she knew.',
        open: ['201/1.2'],
      });
      await confirm(priya, '201/1.2');
      expect(await actions(priya)).to.deep.equal([]);
      expect((await viewEvidence(centre.deps, priya, item.id)).samples[0]?.open).to.deep.equal([]);
    });

    it('another assessor too, who may confirm again, but not as theirs', async () => {
      const maya = await centre.person('Maya Osei', 'assessor');
      expect((await actions(maya)).map((each) => each.yours)).to.deep.equal([false]);
      await confirm(maya, '201/1.2');
      expect(await actions(priya)).to.deep.equal([]);
    });

    it('the trainee assessor whose tick it was, and no other', async () => {
      expect((await actions(tom)).map((each) => each.of.map((person) => person.name))).to.deep.equal([['Tom Okafor']]);
      expect(await actions(await centre.person('Una Frost', 'traineeAssessor'))).to.deep.equal([]);
    });

    it('the learner that it is looked at again, and not what IQA and assessor write to each other', async () => {
      const standing = found((await stands(amelia, '201/1.2')) ?? null);
      expect(standing.standing).to.equal('reopened');
      const why = whyOf(standing, await viewEnrolment(centre.deps, amelia, item.enrolmentId), 'learner');
      expect(why).to.match(/quality check reopened this/);
      expect(why).to.match(/do not need to do anything/);
      expect((await viewEvidence(centre.deps, amelia, item.id)).samples).to.deep.equal([]);
      const history = await viewCriterionHistory(centre.deps, amelia, item.enrolmentId, criterion('201/1.2'));
      expect(JSON.stringify(history)).not.to.contain('Ask how she knew');
    });

    it('nobody in another context', async () => {
      expect(await actions(await centre.person('Priya Nair', 'assessor', elsewhere))).to.deep.equal([]);
      expect(await actions(await centre.person('Priya Nair', 'assessor', otherTenant))).to.deep.equal([]);
    });
  });

  it('is the end of an accept-all’s undo, and no accept-all answers it', async () => {
    const other = await centre.submitted(amelia, ['201/2.1', '201/2.2']);
    const wish = { of: 'learner' as const, shown: ['201/2.1', '201/2.2'].map(criterion) };
    const { item: accepted } = await acceptAll(centre.deps, priya, other.id, wish);
    const { confirmations } = await viewSamplingReview(centre.deps, ines, other.id);
    await sampleEvidence(centre.deps, ines, other.id, {
      confirmations: confirmations.map(({ criterionId, confirmedAt }) => ({
        ...{ criterionId, confirmedAt, outcome: 'actionRequired' as const },
      })),
      feedback: 'Both again.',
    });
    const sequence = accepted.history.at(-1)?.sequence ?? 0;
    expect(await failureOf(undoAcceptAll(centre.deps, priya, other.id, sequence))).to.equal('undoTooLate');
    await acceptAll(centre.deps, priya, other.id, wish);
    expect((await viewEvidence(centre.deps, priya, other.id)).reopened.length).to.equal(2);
  });

  describe('the history of a criterion', () => {
    const history = (who: Principal, id = '201/1.2') =>
      viewCriterionHistory(centre.deps, who, item.enrolmentId, criterion(id));

    it('goes from first tick to last sample, with a whole record', async () => {
      await sample({ '201/1.2': 'actionRequired' });
      await confirm(priya, '201/1.2');
      await sample({ '201/1.2': 'accepted' }, '');
      const { items, learner } = await history(await centre.person('Eve Long', 'eqa'));
      expect(learner.name).to.equal('Amelia Hart');
      expect(items[0]?.record).to.deep.equal({ entries: 9, brokenAt: null, fits: true });
      expect(
        items[0]?.entries.map(({ byName, actingAs, what, after }) => [byName, actingAs, what.kind, after]),
      ).to.deep.equal([
        ['Amelia Hart', 'learner', 'tick', 'draft'],
        ['Amelia Hart', 'learner', 'status', 'awaitingAssessor'],
        ['Tom Okafor', 'traineeAssessor', 'tick', 'awaitingCountersign'],
        ['Priya Nair', 'assessor', 'tick', 'confirmed'],
        ['Priya Nair', 'assessor', 'status', 'confirmed'],
        ['Ines Marsh', 'iqa', 'sample', 'reopened'],
        ['Priya Nair', 'assessor', 'tick', 'confirmed'],
        ['Ines Marsh', 'iqa', 'sample', 'confirmed'],
      ]);
    });

    it('says where the record was changed behind the application', async () => {
      await sample({ '201/1.2': 'actionRequired' });
      const { evidence } = centre.store.stores;
      const stored = await evidence.find(item.tenantId, item.id);
      if (!stored) throw new Error('gone');
      const forged = stored.history.map((entry) =>
        entry.change.kind === 'sampled' ? { ...entry, byId: amelia.personId } : entry,
      );
      await evidence.replace({ ...stored, history: forged, version: stored.version + 1 }, stored.version);
      const { brokenAt } = (await history(ines)).items[0]?.record ?? {};
      expect(brokenAt).to.equal(forged.length - 1);
      await evidence.replace({ ...stored, reopenings: [], version: stored.version + 2 }, stored.version + 1);
      expect((await history(ines)).items[0]?.record).to.deep.include({ brokenAt: null, fits: false });
    });

    it('is a learner’s own to see, and nobody else’s', async () => {
      expect((await history(amelia)).items.length).to.equal(1);
      const kwame = await centre.person('Kwame Boateng', 'learner');
      expect(await failureOf(history(kwame))).to.equal('notFound');
    });

    it('keeps a draft between the learner and themselves', async () => {
      await centre.draft(amelia, ['201/3.1']);
      expect((await history(priya, '201/3.1')).items).to.deep.equal([]);
      expect((await history(amelia, '201/3.1')).items.length).to.equal(1);
    });

    it('is empty for a criterion that nothing happened to', async () => {
      expect((await history(ines, '201/4.1')).items).to.deep.equal([]);
    });
  });

  it('is told of an item that is gone as of one that never was', async () => {
    const gone = viewSamplingReview(centre.deps, ines, 'nothing' as EvidenceId);
    expect(await failureOf(gone)).to.equal('notFound');
  });
});
