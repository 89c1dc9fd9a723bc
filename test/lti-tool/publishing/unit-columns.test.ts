import { expect } from 'chai';
import type { Principal } from '../../../lti-tool/use-cases/principal.ts';
import { chooseScoreColumns, publishScores } from '../../../lti-tool/use-cases/publishing/manage-scores.ts';
import { viewScores } from '../../../lti-tool/use-cases/publishing/view-scores.ts';
import { aLaunch, type Centre, openCentre } from '../../builders/tool/centre.ts';
import { type FakeGradebook, fakeGradebook, publisherOf } from '../../builders/tool/fake-gradebook.ts';
import { type LearnerAtWork, learnerAtWork } from './learner-at-work.ts';

const own = 'https://lms.example/lineitems/1/lineitem?type_id=1';
const total = 81;

describe('the gradebook column of a unit', () => {
  let centre: Centre;
  let lms: FakeGradebook;
  let amelia: LearnerAtWork;
  let morgan: Principal;
  const publish = (milliseconds = 2_000) => {
    centre.deps.clock.advance(milliseconds);
    return publisherOf(centre, lms).drain();
  };
  const place = 'https://lms.example/lineitems/';
  const unitItem = (ref: string) =>
    [...lms.items.values()].find((item) => item.resourceId === `cs-601/3562/1-${ref}`)?.url ?? place;
  const grade = (ref: string) => lms.grades.get(`${unitItem(ref)} amelia-hart`)?.resultScore;

  beforeEach(async () => {
    centre = await openCentre();
    lms = fakeGradebook();
    const { scores } = aLaunch();
    const priya = await centre.person('Priya Nair', 'assessor', { scores });
    amelia = await learnerAtWork(centre, await centre.person('Amelia Hart', 'learner', { scores }), priya);
    morgan = await centre.person('Morgan Lee', 'manager', { scores });
    await chooseScoreColumns(centre.deps, morgan, 'units');
    await amelia.confirm('201/1.1', '201/1.2');
    await publish();
  });
  afterEach(() => centre.close());

  it('is made beside the one of the whole, with the unit’s own criteria', async () => {
    const { unitRefs } = await amelia.enrolment();
    expect(lms.items.size).to.equal(unitRefs.length + 1);
    const unit = [...lms.items.values()].find((item) => item.resourceId === 'cs-601/3562/1-201');
    expect(unit?.tag).to.equal('countersign-unit');
    expect(lms.grades.get(`${unit?.url} amelia-hart`)?.resultScore).to.equal(2);
    expect(lms.grades.get(`${own} amelia-hart`)?.resultScore).to.equal(2);
    expect(lms.items.get(own)?.scoreMaximum).to.equal(total);
    const made = [...lms.items.values()].filter((item) => item.url !== own);
    expect(made.reduce((sum, item) => sum + item.scoreMaximum, 0)).to.equal(total);
    expect(made.every((item) => item.resourceLinkId === null)).to.equal(true);
  });

  it('gets its score taken back when the learner drops the unit, and sent again when they take it up', async () => {
    const { stores } = centre.deps;
    const units = async (unitRefs: readonly string[]) => {
      await publishScores(centre.deps, morgan, null);
      centre.deps.clock.advance(2_000);
      const leaseDue: typeof stores.enrolments.leaseDue = async (request) =>
        (await stores.enrolments.leaseDue(request)).map((enrolment) => ({ ...enrolment, unitRefs }));
      const chosen = { ...stores, enrolments: { ...stores.enrolments, leaseDue } };
      await publisherOf(centre, lms, { stores: chosen }).drain();
    };
    const all = (await amelia.enrolment()).unitRefs;
    expect(grade('201')).to.equal(2);
    await units(all.filter((ref) => ref !== '201'));
    expect(grade('201')).to.equal(null);
    expect((await amelia.column('201')).published).to.equal(null);
    await units(all);
    expect(grade('201')).to.equal(2);
  });
  it('gets every score taken back when a manager wants one column only; the column of the whole stays', async () => {
    await chooseScoreColumns(centre.deps, morgan, 'one');
    const taking = (await viewScores(centre.deps, morgan)).rows.filter((row) => row.takingBack);
    expect(taking.length).to.equal((await amelia.enrolment()).unitRefs.length);
    await publish();
    expect(grade('201')).to.equal(null);
    expect(lms.grades.get(`${own} amelia-hart`)?.resultScore).to.equal(2);
    expect((await viewScores(centre.deps, morgan)).rows.map((row) => row.unitRef)).to.deep.equal([null]);
    const posts = lms.sent.length;
    await publish();
    await publish(900_001);
    expect(lms.sent.length).to.equal(posts);
    const { tenantId, id } = await amelia.enrolment();
    const sent = await centre.store.stores.publishing.recordsOf(tenantId, id, 200);
    expect(sent.filter((record) => record.unitRef === '201').map((record) => record.scoreGiven)).to.deep.equal([
      null,
      2,
    ]);
  });
  it('keeps a grade that somebody typed there when the unit is dropped', async () => {
    lms.type(unitItem('201'), 'amelia-hart', 9, new Date(centre.deps.clock.now() + 60_000).toISOString());
    await chooseScoreColumns(centre.deps, morgan, 'one');
    await publish();
    expect(grade('201')).to.equal(9);
  });
  it('tries to take a score back until the LMS answers', async () => {
    await chooseScoreColumns(centre.deps, morgan, 'one');
    lms.answers.push({ kind: 'accepted' }, { kind: 'retry', status: 503, retryAfterMs: null, reason: 'busy' });
    for (let round = 0; round < 6; round += 1) await publish(61_000);
    expect(grade('201')).to.equal(null);
    expect((await viewScores(centre.deps, morgan)).rows.map((row) => row.unitRef)).to.deep.equal([null]);
  });
  it('is made anew with everybody’s score when it was deleted', async () => {
    const first = unitItem('201');
    lms.remove(first);
    await amelia.confirm('201/1.3');
    await publish();
    await publish();
    const again = [...lms.items.values()].filter((item) => item.resourceId === 'cs-601/3562/1-201').at(-1);
    expect(again?.url).not.to.equal(first);
    expect(lms.grades.get(`${again?.url} amelia-hart`)?.resultScore).to.equal(3);
  });
  it('follows the unit’s new name, unless a teacher renamed the column', async () => {
    const { publishing } = centre.store.stores;
    const { tenantId, contextId, qualificationId } = await amelia.enrolment();
    /** As if the column had been made when the unit was called otherwise. */
    const calledBefore = async (ref: string, shown: string) => {
      const known = (await publishing.columnsOf(tenantId, contextId, qualificationId)).find(
        (one) => one.unitRef === ref,
      );
      const item = lms.items.get(known?.lineItemUrl ?? '');
      if (!known || !item) throw new Error('The unit has no column.');
      lms.items.set(item.url, { ...item, label: shown });
      await publishing.changeColumn(known, { label: `${ref} Old name` });
      return () => lms.items.get(item.url)?.label;
    };
    const [ours, theirs] = [await calledBefore('201', '201 Old name'), await calledBefore('202', 'Unit two')];
    await publishScores(centre.deps, morgan, null);
    await publish();
    expect(ours()).to.match(/^201 /).and.not.equal('201 Old name');
    expect(theirs()).to.equal('Unit two');
    const changes = lms.calls.filter((call) => call === 'change').length;
    await publishScores(centre.deps, morgan, null);
    await publish();
    expect(lms.calls.filter((call) => call === 'change').length).to.equal(changes);
  });
  it('gets a new maximum when the unit has more criteria', async () => {
    const { publishing } = centre.store.stores;
    const { tenantId, contextId, qualificationId } = await amelia.enrolment();
    const known = (await publishing.columnsOf(tenantId, contextId, qualificationId)).find(
      (one) => one.unitRef === '201',
    );
    const item = lms.items.get(known?.lineItemUrl ?? '');
    if (!known || !item) throw new Error('The unit has no column.');
    const right = item.scoreMaximum;
    lms.items.set(item.url, { ...item, scoreMaximum: right - 1 });
    await publishing.changeColumn(known, { maximum: right - 1 });
    await publishScores(centre.deps, morgan, null);
    await publish();
    expect(lms.items.get(item.url)?.scoreMaximum).to.equal(right);
    expect(grade('201')).to.equal(2);
  });
});
