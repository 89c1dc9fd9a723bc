import { expect } from 'chai';
import type { Principal } from '../../../../lti-tool/use-cases/principal.ts';
import { changeSamplingPlan } from '../../../../lti-tool/use-cases/quality/change-sampling-plan.ts';
import { sampleEvidence } from '../../../../lti-tool/use-cases/quality/sample-evidence.ts';
import { viewSampling } from '../../../../lti-tool/use-cases/quality/view-sampling.ts';
import { viewSamplingReview } from '../../../../lti-tool/use-cases/quality/view-sampling-review.ts';
import { withdrawEvidence } from '../../../../lti-tool/use-cases/review-evidence.ts';
import { changeTicks } from '../../../../lti-tool/use-cases/tick-evidence.ts';
import type { Evidence } from '../../../../shared/domain/evidence.ts';
import type { SampleWish } from '../../../../shared/domain/sampling.ts';
import type { SamplingPlan } from '../../../../shared/domain/sampling-plan.ts';
import { aPlan, person } from '../../../builders/domain/sampling.ts';
import { type Centre, criterion, openCentre, setRoleOf } from '../../../builders/tool/centre.ts';
import { failureOf } from '../../../builders/tool/failure-of.ts';

const day = 86_400_000;
const settled = { newAssessor: { months: 1, confirmations: 1 } };

describe('the sampling plan', () => {
  let centre: Centre;
  let amelia: Principal;
  let priya: Principal;
  let ines: Principal;
  beforeEach(async () => {
    centre = await openCentre();
    amelia = await centre.person('Amelia Hart', 'learner');
    priya = await centre.person('Priya Nair', 'assessor');
    ines = await centre.person('Ines Marsh', 'iqa');
  });
  afterEach(() => centre.close());
  const confirmed = async (who: Principal, ...ids: string[]): Promise<Evidence> => {
    const item = await centre.submitted(amelia, ids, `Evidence of ${ids[0]}`);
    centre.deps.clock.advance(1_000);
    return changeTicks(centre.deps, who, item.id, { tick: ids.map(criterion), untick: [] });
  };
  const sampled = async (item: Evidence, outcome: SampleWish['outcome'] = 'accepted') => {
    const { confirmations } = await viewSamplingReview(centre.deps, ines, item.id);
    const wishes = confirmations.map(({ criterionId, confirmedAt }) => ({ criterionId, confirmedAt, outcome }));
    await sampleEvidence(centre.deps, ines, item.id, { confirmations: wishes, feedback: 'Well.' });
  };
  const view = (who = ines) => viewSampling(centre.deps, who);
  const change = async (plan: Partial<SamplingPlan>, who = ines) =>
    changeSamplingPlan(centre.deps, who, { version: (await view()).version, plan: aPlan(plan) });

  it('is the usual one until an IQA changes it, and then says who did', async () => {
    expect(await view()).to.deep.include({ plan: aPlan(), version: 0, changed: null, maySample: true });
    await change({ percent: 10, units: [{ unitRef: '203', percent: 50 }] });
    const changed = await view();
    expect(changed).to.deep.include({ version: 1 });
    expect(changed.plan.units).to.deep.equal([{ unitRef: '203', percent: 50 }]);
    expect(changed.changed?.byName).to.equal('Ines Marsh');
  });

  it('tells, for every assessor, what was confirmed, is to be sampled, is sampled and is outstanding', async () => {
    const items = [
      await confirmed(priya, '201/1.1', '201/1.2'),
      await confirmed(priya, '201/2.1', '201/2.2'),
      await confirmed(priya, '202/1.1', '202/1.2'),
    ];
    await change({ percent: 50, ...settled });
    centre.deps.clock.advance(60 * day);
    const before = (await view()).assessors[0];
    expect(before).to.deep.include({ isNew: false, confirmations: 6, required: 3, sampled: 0, outstanding: 3 });
    if (items[0]) await sampled(items[0]);
    if (items[2]) await sampled(items[2], 'actionRequired');
    const after = (await view()).assessors[0];
    expect(after).to.deep.include({ confirmations: 6, required: 3, sampled: 4, outstanding: 0 });
    expect(after).to.deep.include({ accepted: 2, actionRequired: 2, open: 2 });
    expect((await view()).picks).to.deep.equal([]);
  });

  it('picks everything of a new assessor and says why, without their having a named percentage', async () => {
    const item = await confirmed(priya, '201/1.1');
    const { assessors, picks } = await view();
    expect(assessors[0]).to.deep.include({ isNew: true, required: 1, outstanding: 1 });
    expect(picks.map((pick) => [pick.evidenceId, pick.rule.kind, pick.percent, pick.because])).to.deep.equal([
      [item.id, 'newAssessor', 100, 'firstOfKind'],
    ]);
    await sampled(item);
    expect((await view()).picks).to.deep.equal([]);
  });

  it('picks again what was confirmed again after an action', async () => {
    const item = await confirmed(priya, '201/1.1');
    await sampled(item, 'actionRequired');
    centre.deps.clock.advance(1_000);
    await changeTicks(centre.deps, priya, item.id, { tick: [criterion('201/1.1')], untick: [] });
    expect((await view()).picks.map((pick) => pick.because)).to.deep.equal(['again']);
  });

  it('leaves out withdrawn evidence, but counts it as experience', async () => {
    const item = await confirmed(priya, '201/1.1');
    await withdrawEvidence(centre.deps, amelia, item.id);
    expect((await view()).assessors[0]).to.deep.include({ confirmations: 0, required: 0, isNew: true });
  });

  it('names assessors who have confirmed nothing yet', async () => {
    expect((await view()).people.map((each) => each.name)).to.deep.equal(['Priya Nair']);
    expect((await view()).assessors[0]).to.deep.include({ experience: null, confirmations: 0, outstanding: 0 });
  });

  it('marks what the asking IQA confirmed themselves: another has to sample it', async () => {
    await confirmed(priya, '201/1.1');
    await setRoleOf(centre.deps, priya, 'iqa');
    const turned = { ...priya, role: 'iqa' as const };
    expect((await view(turned)).picks.map((pick) => pick.own)).to.deep.equal([true]);
    expect((await view()).picks.map((pick) => pick.own)).to.deep.equal([false]);
  });

  it('is read by EQA and manager, who change nothing', async () => {
    for (const role of ['eqa', 'manager'] as const) {
      const reader = { ...ines, role };
      expect((await view(reader)).maySample).to.equal(false);
      expect(await failureOf(change({}, reader))).to.equal('roleNotAllowed');
    }
  });

  it('is not changed over the head of somebody who was first', async () => {
    await change({ percent: 10 });
    const late = changeSamplingPlan(centre.deps, ines, { version: 0, plan: aPlan({ percent: 90 }) });
    expect(await failureOf(late)).to.equal('conflict');
    const two = [20, 30].map((percent) =>
      changeSamplingPlan(centre.deps, ines, { version: 1, plan: aPlan({ percent }) }),
    );
    const outcomes = await Promise.allSettled(two);
    expect(outcomes.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected']);
    expect((await view()).version).to.equal(2);
  });

  it('takes no unit and no person that is not there', async () => {
    const stranger = await centre.person('Sana Mirza', 'assessor', { registrationId: 'r2', clientId: 'c2' });
    const bad: Partial<SamplingPlan>[] = [
      { units: [{ unitRef: '999', percent: 5 }] },
      { assessors: [{ assessorId: person('nobody'), percent: 5 }] },
      { assessors: [{ assessorId: stranger.personId, percent: 5 }] },
    ];
    for (const plan of bad) expect(await failureOf(change(plan))).to.equal('notFound');
  });

  it('is each context’s and each tenant’s own', async () => {
    await confirmed(priya, '201/1.1');
    await change({ percent: 10 });
    for (const where of [
      { context: { id: '3', title: 'Group B', label: 'B' }, resourceLink: { id: '2', title: 'P' } },
      { registrationId: 'registration-2', clientId: 'client-2' },
    ]) {
      const stranger = await centre.person('Ines Marsh', 'iqa', where);
      const seen = await view(stranger);
      expect(seen).to.deep.include({ version: 0, picks: [] });
      expect(JSON.stringify(seen)).not.to.contain('Priya');
    }
  });
});
