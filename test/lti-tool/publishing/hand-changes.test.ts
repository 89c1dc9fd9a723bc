import { expect } from 'chai';
import type { Principal } from '../../../lti-tool/use-cases/principal.ts';
import { chooseGrades } from '../../../lti-tool/use-cases/publishing/manage-scores.ts';
import { scoreStateOf } from '../../../lti-tool/use-cases/publishing/score-state.ts';
import { type Centre, openCentre } from '../../builders/tool/centre.ts';
import { failureOf } from '../../builders/tool/failure-of.ts';
import { type FakeGradebook, fakeGradebook, publisherOf } from '../../builders/tool/fake-gradebook.ts';
import { type LearnerAtWork, learnerAtWork } from './learner-at-work.ts';

const own = 'https://lms.example/lineitems/1/lineitem?type_id=1';
const user = 'amelia-hart';

describe('a grade that somebody changed in the LMS', () => {
  let centre: Centre;
  let priya: Principal;
  let morgan: Principal;
  let lms: FakeGradebook;
  let amelia: LearnerAtWork;
  beforeEach(async () => {
    centre = await openCentre();
    lms = fakeGradebook();
    priya = await centre.person('Priya Nair', 'assessor');
    morgan = await centre.person('Morgan Lee', 'manager');
    amelia = await learnerAtWork(centre, await centre.person('Amelia Hart', 'learner'), priya);
  });
  afterEach(() => centre.close());
  const publish = (milliseconds = 2_000) => {
    centre.deps.clock.advance(milliseconds);
    return publisherOf(centre, lms).drain();
  };
  const state = async () => scoreStateOf(await amelia.enrolment(), await amelia.column());
  const shown = () => lms.grades.get(`${own} ${user}`)?.resultScore;
  const publishedThenTyped = async (score: number) => {
    await amelia.confirm('201/1.1');
    await publish();
    centre.deps.clock.advance(5_000);
    lms.type(own, user, score, new Date(centre.deps.clock.now()).toISOString());
  };

  it('is not overwritten by the next score: a manager is asked', async () => {
    await publishedThenTyped(38);
    await amelia.confirm('201/1.2');
    await publish();
    expect(lms.sent.length).to.equal(1);
    expect(shown()).to.equal(38);
    expect(await state()).to.equal('changedByHand');
    expect((await amelia.column()).found).to.deep.include({ score: 38, maximum: 81 });
  });
  it('is not overwritten where it was typed before the first score', async () => {
    lms.type(own, user, 38);
    await amelia.confirm('201/1.1');
    await publish();
    expect(lms.sent).to.deep.equal([]);
    expect(await state()).to.equal('changedByHand');
  });
  it('is found by the regular look, without new progress', async () => {
    await publishedThenTyped(38);
    await publish(61_000);
    expect(await state()).to.equal('changedByHand');
    expect(lms.sent.length).to.equal(1);
  });
  it('stays for good when the manager keeps it, whatever is confirmed later', async () => {
    await publishedThenTyped(38);
    await publish(61_000);
    expect(await chooseGrades(centre.deps, morgan, null, 'theirs')).to.deep.equal({ count: 1 });
    await amelia.confirm('201/1.2');
    await publish();
    await publish(900_001);
    expect(shown()).to.equal(38);
    expect(await state()).to.equal('keptTheirs');
    const { chosen } = await amelia.column();
    expect(chosen).to.deep.include({ byId: morgan.personId, keep: 'theirs' });
  });
  it('is replaced when the manager publishes ours, and is in order once the LMS shows it', async () => {
    await publishedThenTyped(38);
    await amelia.confirm('201/1.2');
    await publish();
    await chooseGrades(centre.deps, morgan, [amelia.enrolmentId], 'ours');
    await publish();
    expect(shown()).to.equal(2);
    await publish(61_000);
    expect(await state()).to.equal('inStep');
    expect((await amelia.column()).overwrite).to.equal(false);
    expect(lms.sent.map((score) => score.keepHandGrade)).to.deep.equal([true, false]);
  });
  it('can be given back after it was kept', async () => {
    await publishedThenTyped(38);
    await publish(61_000);
    await chooseGrades(centre.deps, morgan, null, 'theirs');
    await chooseGrades(centre.deps, morgan, [amelia.enrolmentId], 'ours');
    await publish();
    expect(shown()).to.equal(1);
  });
  it('is told where the LMS keeps it against ours, as Moodle does', async () => {
    await publishedThenTyped(38);
    await publish(61_000);
    await chooseGrades(centre.deps, morgan, null, 'ours');
    lms.answers.push(() => {
      const { resultScore = null } = lms.grades.get(`${own} ${user}`) ?? {};
      setImmediate(() => lms.type(own, user, resultScore ?? 0, null));
      return { kind: 'accepted' };
    });
    lms.grades.set(`${own} ${user}`, { resultScore: 38, timestamp: null });
    await publish();
    lms.type(own, user, 38);
    await publish(61_000);
    expect(await state()).to.equal('stopped');
    expect((await amelia.column()).trouble?.code).to.equal('overridden');
  });
  it('needs no choice any more when our grade is put back in the LMS', async () => {
    await publishedThenTyped(38);
    await amelia.confirm('201/1.2');
    await publish();
    lms.type(own, user, 1);
    await publish(900_001);
    await publish();
    expect(shown()).to.equal(2);
    expect(await state()).to.equal('inStep');
  });
  it('is settled by managers only', async () => {
    expect(await failureOf(chooseGrades(centre.deps, priya, null, 'ours'))).to.equal('roleNotAllowed');
  });
  it('is told from an older score of ours that the LMS still shows', async () => {
    await amelia.confirm('201/1.1');
    await publish();
    const kept = lms.grades.get(`${own} ${user}`);
    await amelia.confirm('201/1.2');
    await publish();
    if (kept) lms.grades.set(`${own} ${user}`, kept);
    await publish(61_000);
    await publish();
    expect(shown()).to.equal(2);
    expect(await state()).to.equal('inStep');
  });
  it('does not mistake the LMS’s rounding for a change', async () => {
    await amelia.confirm('201/1.1');
    await publish();
    lms.type(own, user, 1.00001, null);
    await amelia.confirm('201/1.2');
    await publish();
    expect(shown()).to.equal(2);
  });
});

describe('a score that the LMS accepts and does not keep', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre();
  });
  afterEach(() => centre.close());

  it('is sent again after the next look, three times at most, then told', async () => {
    const lms = fakeGradebook();
    const priya = await centre.person('Priya Nair', 'assessor');
    const amelia = await learnerAtWork(centre, await centre.person('Amelia Hart', 'learner'), priya);
    await amelia.confirm('201/1.1');
    const publisher = publisherOf(centre, lms);
    for (let round = 0; round < 12; round += 1) {
      centre.deps.clock.advance(61_000);
      await publisher.drain();
      lms.grades.clear();
    }
    expect(lms.sent.length).to.equal(3);
    expect((await amelia.column()).trouble).to.deep.include({ code: 'notKept', nextTryAt: null });
  });
});
