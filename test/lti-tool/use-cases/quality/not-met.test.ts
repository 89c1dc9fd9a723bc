import { expect } from 'chai';
import type { Principal } from '../../../../lti-tool/use-cases/principal.ts';
import { sampleEvidence } from '../../../../lti-tool/use-cases/quality/sample-evidence.ts';
import { sayNotMet } from '../../../../lti-tool/use-cases/quality/say-not-met.ts';
import { viewCriterionHistory } from '../../../../lti-tool/use-cases/quality/view-criterion-history.ts';
import { viewEnrolmentRecord } from '../../../../lti-tool/use-cases/quality/view-enrolment-record.ts';
import { viewQualityActions } from '../../../../lti-tool/use-cases/quality/view-quality-actions.ts';
import { viewSamplingReview } from '../../../../lti-tool/use-cases/quality/view-sampling-review.ts';
import { verifyProgress } from '../../../../lti-tool/use-cases/refresh-progress.ts';
import { finishReview } from '../../../../lti-tool/use-cases/review-evidence.ts';
import { changeTicks } from '../../../../lti-tool/use-cases/tick-evidence.ts';
import { viewCaseload } from '../../../../lti-tool/use-cases/view-caseload.ts';
import { viewEnrolment } from '../../../../lti-tool/use-cases/view-enrolment.ts';
import { viewEvidence } from '../../../../lti-tool/use-cases/view-evidence.ts';
import type { Evidence } from '../../../../shared/domain/evidence.ts';
import { type Centre, criterion, openCentre } from '../../../builders/tool/centre.ts';
import { failureOf } from '../../../builders/tool/failure-of.ts';

describe('an IQA’s action', () => {
  let centre: Centre;
  let amelia: Principal;
  let priya: Principal;
  let ines: Principal;
  let item: Evidence;
  beforeEach(async () => {
    centre = await openCentre();
    amelia = await centre.person('Amelia Hart', 'learner');
    priya = await centre.person('Priya Nair', 'assessor');
    ines = await centre.person('Ines Marsh', 'iqa');
    item = await centre.submitted(amelia, ['201/1.1', '201/1.2']);
    await tick(['201/1.1', '201/1.2']);
    await finishReview(centre.deps, priya, item.id, 'Good.');
    await ask('201/1.2');
  });
  afterEach(() => centre.close());

  const tick = async (on: string[], off: string[] = []) => {
    centre.deps.clock.advance(60_000);
    return changeTicks(centre.deps, priya, item.id, { tick: on.map(criterion), untick: off.map(criterion) });
  };
  async function ask(id: string, outcome: 'accepted' | 'actionRequired' = 'actionRequired') {
    centre.deps.clock.advance(60_000);
    const { confirmations } = await viewSamplingReview(centre.deps, ines, item.id);
    const { confirmedAt = '' } = confirmations.find(({ criterionId }) => criterionId === id) ?? {};
    const wish = { criterionId: criterion(id), confirmedAt, outcome };
    await sampleEvidence(centre.deps, ines, item.id, { confirmations: [wish], feedback: 'Ask how she knew.' });
  }
  const notMet = (reason = 'The recording stops before the answer.', who = priya, id = '201/1.2') =>
    sayNotMet(centre.deps, who, item.id, { criterionIds: [criterion(id)], reason });
  const stands = async (id = '201/1.2') =>
    (await viewEnrolment(centre.deps, amelia, item.enrolmentId)).criteria.find((each) => each.criterionId === id);
  const waits = async () => (await viewCaseload(centre.deps, priya)).rows[0]?.actions;

  it('waits on the caseload of assessors, with its age, until it is answered', async () => {
    const asked = (await viewEvidence(centre.deps, priya, item.id)).samples[0]?.at;
    expect(await waits()).to.deep.equal([
      { evidenceId: item.id, title: item.title, askedAt: asked, criteria: 1, yours: true },
    ]);
    await tick(['201/1.2']);
    expect(await waits()).to.deep.equal([]);
    await tick([], ['201/1.2']);
    expect((await waits())?.map(({ askedAt }) => askedAt)).to.deep.equal([asked]);
    await notMet();
    expect(await waits()).to.deep.equal([]);
  });

  it('does not wait where other evidence confirms the criterion', async () => {
    const other = await centre.submitted(amelia, ['201/1.2']);
    await changeTicks(centre.deps, priya, other.id, { tick: [criterion('201/1.2')], untick: [] });
    expect(await waits()).to.deep.equal([]);
  });

  it('is closed as not met: progress stays down, and the learner reads why', async () => {
    await notMet();
    expect(await stands()).to.deep.include({ standing: 'notAgreed', byName: 'Priya Nair' });
    expect((await viewEnrolment(centre.deps, amelia, item.enrolmentId)).confirmed).to.equal(1);
    const view = await viewEvidence(centre.deps, amelia, item.id);
    expect(view.thread.at(-1)).to.deep.include({
      ...{ kind: 'notMet', byName: 'Priya Nair', text: 'The recording stops before the answer.' },
      criterionIds: ['201/1.2'],
    });
    expect(view.feedback.at(-1)?.outcome).to.equal('notMet');
    expect((await viewQualityActions(centre.deps, priya)).actions).to.deep.equal([]);
    expect(await verifyProgress(centre.deps)).to.deep.equal([]);
  });

  it('leaves a whole record, with what became of the criterion', async () => {
    await notMet();
    await tick(['201/1.2']);
    await tick([], ['201/1.2']);
    const { items } = await viewCriterionHistory(centre.deps, ines, item.enrolmentId, criterion('201/1.2'));
    expect(items[0]?.record).to.deep.include({ brokenAt: null, fits: true });
    expect(items[0]?.entries.slice(-4).map(({ what, before, after }) => [what.kind, before, after])).to.deep.equal([
      ['sample', 'confirmed', 'reopened'],
      ['notMet', 'reopened', 'notAgreed'],
      ['tick', 'notAgreed', 'confirmed'],
      ['tick', 'confirmed', 'reopened'],
    ]);
  });

  it('stands in the whole record of the qualification, which says where it was changed behind the application', async () => {
    await notMet();
    const eve = await centre.person('Eve Long', 'eqa');
    const read = () => viewEnrolmentRecord(centre.deps, eve, item.enrolmentId);
    const { items } = await read();
    expect(items[0]?.record).to.deep.equal({ entries: 7, brokenAt: null, fits: true });
    expect(items[0]?.entries.map(({ byName, deed }) => [byName, deed.kind])).to.deep.equal([
      ['Amelia Hart', 'created'],
      ['Amelia Hart', 'ticked'],
      ['Amelia Hart', 'status'],
      ['Priya Nair', 'ticked'],
      ['Priya Nair', 'status'],
      ['Ines Marsh', 'sampled'],
      ['Priya Nair', 'notMet'],
    ]);
    expect(JSON.stringify(items)).not.to.contain('The recording stops');
    const { evidence } = centre.store.stores;
    const stored = await evidence.find(item.tenantId, item.id);
    if (!stored) throw new Error('gone');
    await evidence.replace({ ...stored, reopenings: [], samples: [], version: stored.version + 1 }, stored.version);
    expect((await read()).items[0]?.record).to.deep.equal({ entries: 7, brokenAt: null, fits: false });
    const elsewhere = { context: { id: '3', title: 'Group B', label: 'B' }, resourceLink: { id: '2', title: 'P' } };
    const stranger = await centre.person('Eve Long', 'eqa', elsewhere);
    expect(await failureOf(viewEnrolmentRecord(centre.deps, stranger, item.enrolmentId))).to.equal('notFound');
  });

  it('says to the assessor what they may decide again', async () => {
    const may = async () => (await viewEvidence(centre.deps, priya, item.id)).may;
    expect(await may()).to.deep.include({ again: ['201/1.2'], notMet: ['201/1.2'], tick: 'assessor' });
    await tick(['201/1.2']);
    expect(await may()).to.deep.include({ again: ['201/1.2'], notMet: [], tick: 'assessor' });
    await ask('201/1.2', 'accepted');
    expect(await may()).to.deep.include({ again: [], notMet: [], tick: null });
    expect((await viewEvidence(centre.deps, amelia, item.id)).may).to.deep.include({ again: [], notMet: [] });
  });

  it('is not closed without a reason, by others, twice, or for what is not open', async () => {
    expect(await failureOf(notMet(' '))).to.equal('reasonMissing');
    for (const who of [amelia, ines]) expect(await failureOf(notMet('No.', who))).to.equal('roleNotAllowed');
    expect(await failureOf(notMet('No.', priya, '201/1.1'))).to.equal('notReopened');
    const elsewhere = { context: { id: '3', title: 'Group B', label: 'B' }, resourceLink: { id: '2', title: 'P' } };
    const stranger = await centre.person('Priya Nair', 'assessor', elsewhere);
    expect(await failureOf(notMet('No.', stranger))).to.equal('notFound');
    await notMet();
    expect(await failureOf(notMet())).to.equal('notReopened');
  });
});
