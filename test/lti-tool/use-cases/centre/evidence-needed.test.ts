import { expect } from 'chai';
import { whyOf } from '../../../../lti-tool/panel/parts/why.ts';
import { sweepRecounts } from '../../../../lti-tool/use-cases/centre/recount.ts';
import { changeSettings, viewSettings } from '../../../../lti-tool/use-cases/centre/settings.ts';
import type { Principal } from '../../../../lti-tool/use-cases/principal.ts';
import { verifyProgress } from '../../../../lti-tool/use-cases/refresh-progress.ts';
import { changeTicks } from '../../../../lti-tool/use-cases/tick-evidence.ts';
import { viewCaseload, viewMatrix } from '../../../../lti-tool/use-cases/view-caseload.ts';
import { viewCriterion } from '../../../../lti-tool/use-cases/view-criterion.ts';
import { viewEnrolment } from '../../../../lti-tool/use-cases/view-enrolment.ts';
import type { EnrolmentId, QualificationId } from '../../../../shared/domain/ids.ts';
import { defaultRoleMapping } from '../../../../shared/domain/roles.ts';
import { type Centre, criterion, openCentre } from '../../../builders/tool/centre.ts';
import { fakeGradebook, publisherOf } from '../../../builders/tool/fake-gradebook.ts';

describe('evidence needed for a criterion, set by a centre', () => {
  let centre: Centre;
  let morgan: Principal;
  let priya: Principal;
  let amelia: Principal;
  let enrolmentId: EnrolmentId;
  beforeEach(async () => {
    centre = await openCentre();
    morgan = await centre.person('Morgan Lee', 'manager');
    priya = await centre.person('Priya Nair', 'assessor');
    amelia = await centre.person('Amelia Hart', 'learner');
    for (const ticks of [['201/1.1', '201/1.2'], ['201/1.1']]) {
      const item = await centre.submitted(amelia, ticks);
      enrolmentId = item.enrolmentId;
      const tick = ticks.map(criterion);
      await changeTicks(centre.deps, priya, item.id, { tick, untick: [] });
    }
  });
  afterEach(() => centre.close());

  async function need(number: number, qualifications: { qualificationId: QualificationId; needed: number }[] = []) {
    const { version } = await viewSettings(centre.deps, morgan);
    const evidenceNeeded = { centre: number, qualifications };
    await changeSettings(centre.deps, morgan, { version, roleMapping: defaultRoleMapping, evidenceNeeded });
  }
  const counted = async () => {
    const { confirmed, criteria } = await viewEnrolment(centre.deps, amelia, enrolmentId);
    const { rows } = await viewMatrix(centre.deps, priya);
    return [
      confirmed,
      rows[0]?.letters.slice(0, 3),
      criteria
        .slice(0, 2)
        .map(({ standing }) => standing)
        .join(),
    ];
  };

  it('is followed by progress, matrix, standing, explanation and score, both ways', async () => {
    expect(await counted()).to.deep.equal([2, 'cc.', 'confirmed,confirmed']);
    await need(2);
    expect((await viewSettings(centre.deps, morgan)).isRecounting).to.equal(true);
    expect(await sweepRecounts(centre.deps)).to.equal(1);
    expect((await viewSettings(centre.deps, morgan)).isRecounting).to.equal(false);
    expect(await counted()).to.deep.equal([1, 'cp.', 'confirmed,untouched']);
    const view = await viewEnrolment(centre.deps, amelia, enrolmentId);
    expect(view.criteria[1] && whyOf(view.criteria[1], view, 'learner')).to.equal(
      'Confirmed on 1 of the 2 evidence items it needs. Tick it on another.',
    );
    expect(await verifyProgress(centre.deps)).to.deep.equal([]);
    await need(1);
    await sweepRecounts(centre.deps);
    expect(await counted()).to.deep.equal([2, 'cc.', 'confirmed,confirmed']);
  });

  it('is set for one qualification alone', async () => {
    const [qualification] = (await viewSettings(centre.deps, morgan)).qualifications;
    if (!qualification) throw new Error('The centre has no qualification.');
    await need(1, [{ qualificationId: qualification.id, needed: 2 }]);
    await sweepRecounts(centre.deps);
    expect(await counted()).to.deep.equal([1, 'cp.', 'confirmed,untouched']);
  });

  it('changes the score in the gradebook, by the publisher alone', async () => {
    const lms = fakeGradebook();
    const publish = async () => {
      centre.deps.clock.advance(2_000);
      await publisherOf(centre, lms).drain();
      return lms.sent.at(-1)?.scoreGiven;
    };
    expect(await publish()).to.equal(2);
    await need(2);
    expect(await publish()).to.equal(1);
  });

  it('is counted by whoever comes next where a crash stopped the counting', async () => {
    await need(2);
    const { centre: store } = centre.deps.stores;
    const dying = { ...store, recounted: () => Promise.reject(new Error('killed')) };
    const deps = { ...centre.deps, stores: { ...centre.deps.stores, centre: dying } };
    expect(String(await sweepRecounts(deps).catch((error: unknown) => error))).to.contain('killed');
    expect(await sweepRecounts(centre.deps)).to.equal(1);
    expect(await sweepRecounts(centre.deps)).to.equal(0);
  });

  it('keeps what waits apart from what is enough', async () => {
    await need(2);
    await sweepRecounts(centre.deps);
    await centre.submitted(amelia, ['201/1.2']);
    expect((await viewCaseload(centre.deps, priya)).unconfirmed).to.equal(1);
    expect(await counted()).to.deep.equal([1, 'ca.', 'confirmed,awaitingAssessor']);
    const cell = await viewCriterion(centre.deps, priya, enrolmentId, criterion('201/1.2'));
    expect(cell.evidence.map(({ confirmed, unconfirmed }) => [confirmed, unconfirmed])).to.have.deep.members([
      [false, true],
      [true, false],
    ]);
  });
});
