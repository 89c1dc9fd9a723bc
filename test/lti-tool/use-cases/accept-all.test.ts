import { expect } from 'chai';
import { systemCrypto } from '../../../lti-tool/tool.ts';
import type { Principal } from '../../../lti-tool/use-cases/principal.ts';
import { acceptAll, changeTicks, undoAcceptAll } from '../../../lti-tool/use-cases/tick-evidence.ts';
import { viewCaseload } from '../../../lti-tool/use-cases/view-caseload.ts';
import { viewEvidence } from '../../../lti-tool/use-cases/view-evidence.ts';
import { tickedIn } from '../../../shared/domain/evidence.ts';
import { firstBrokenEntry } from '../../../shared/domain/history.ts';
import { type Centre, criterion, openCentre } from '../../builders/tool/centre.ts';
import { failureOf } from '../../builders/tool/failure-of.ts';

describe('accepting all ticks', () => {
  let centre: Centre;
  let amelia: Principal;
  let priya: Principal;
  let tom: Principal;
  before(async () => {
    centre = await openCentre();
    priya = await centre.person('Priya Nair', 'assessor');
    tom = await centre.person('Tom Okafor', 'traineeAssessor');
  });
  beforeEach(async () => {
    amelia = await centre.person(`Amelia ${Math.random()}`, 'learner');
  });
  after(() => centre.close());
  const progress = async (learner: Principal) => {
    const rows = (await viewCaseload(centre.deps, priya)).rows;
    const row = rows.find((candidate) => candidate.learner.id === learner.personId);
    return { confirmed: row?.confirmed, unconfirmed: row?.unconfirmed };
  };

  it('confirms every tick that was shown, in one change, and moves progress', async () => {
    const item = await centre.submitted(amelia, ['201/1.1', '201/1.2', '201/1.3']);
    const shown = (await viewEvidence(centre.deps, priya, item.id)).may.acceptLearner;
    const { item: after, acceptance } = await acceptAll(centre.deps, priya, item.id, { of: 'learner', shown });
    expect(acceptance.added.map((tick) => tick.criterionId)).to.deep.equal(['201/1.1', '201/1.2', '201/1.3']);
    expect(after.history.at(-1)?.change.kind).to.equal('acceptedAll');
    expect(after.history.length).to.equal(item.history.length + 1);
    expect(await progress(amelia)).to.deep.equal({ confirmed: 3, unconfirmed: 0 });
  });

  it('leaves progress alone for ticks that nobody confirmed', async () => {
    await centre.submitted(amelia, ['201/1.1', '201/1.2']);
    expect(await progress(amelia)).to.deep.equal({ confirmed: 0, unconfirmed: 2 });
  });

  it('confirms only what was shown and is still ticked, and says what differed', async () => {
    const item = await centre.submitted(amelia, ['201/1.1', '201/1.2', '201/1.3']);
    const shown = (await viewEvidence(centre.deps, priya, item.id)).may.acceptLearner;
    await changeTicks(centre.deps, amelia, item.id, { tick: [criterion('201/1.5')], untick: [criterion('201/1.2')] });
    await changeTicks(centre.deps, priya, item.id, { tick: [criterion('201/1.3')], untick: [] });
    const { item: after, acceptance } = await acceptAll(centre.deps, priya, item.id, { of: 'learner', shown });
    expect([...tickedIn(after, 'assessor')].sort()).to.deep.equal(['201/1.1', '201/1.3']);
    expect(acceptance.noLongerTicked).to.deep.equal(['201/1.2']);
    expect(acceptance.notShown).to.deep.equal(['201/1.5']);
    expect(acceptance.alreadyDecided).to.deep.equal(['201/1.3']);
  });

  it('fills the trainee column for a trainee assessor, which does not count until countersigned', async () => {
    const item = await centre.submitted(amelia, ['201/1.1', '201/1.2']);
    await acceptAll(centre.deps, tom, item.id, { of: 'learner', shown: [criterion('201/1.1'), criterion('201/1.2')] });
    expect(await progress(amelia)).to.deep.equal({ confirmed: 0, unconfirmed: 2 });
    const { may } = await viewEvidence(centre.deps, priya, item.id);
    expect(may.acceptTrainee).to.deep.equal(['201/1.1', '201/1.2']);
    await acceptAll(centre.deps, priya, item.id, { of: 'trainee', shown: may.acceptTrainee });
    expect(await progress(amelia)).to.deep.equal({ confirmed: 2, unconfirmed: 0 });
  });

  it('never removes a confirmation', async () => {
    const item = await centre.submitted(amelia, ['201/1.1']);
    await changeTicks(centre.deps, priya, item.id, { tick: [criterion('201/1.6')], untick: [] });
    const { item: after } = await acceptAll(centre.deps, priya, item.id, {
      of: 'learner',
      shown: [criterion('201/1.1')],
    });
    expect([...tickedIn(after, 'assessor')].sort()).to.deep.equal(['201/1.1', '201/1.6']);
  });

  it('can be undone by the same person, as a new entry of the history', async () => {
    const item = await centre.submitted(amelia, ['201/1.1', '201/1.2']);
    const { item: accepted } = await acceptAll(centre.deps, priya, item.id, {
      of: 'learner',
      shown: [criterion('201/1.1'), criterion('201/1.2')],
    });
    const sequence = accepted.history.length - 1;
    const undone = await undoAcceptAll(centre.deps, priya, item.id, sequence);
    expect(undone.ticks.assessor).to.deep.equal([]);
    expect(undone.history.length).to.equal(accepted.history.length + 1);
    expect(firstBrokenEntry(undone, systemCrypto.sha256)).to.equal(null);
    expect(await progress(amelia)).to.deep.equal({ confirmed: 0, unconfirmed: 2 });
  });

  it('cannot be undone once anything changed, nor by somebody else', async () => {
    const item = await centre.submitted(amelia, ['201/1.1', '201/1.2']);
    const { item: accepted } = await acceptAll(centre.deps, priya, item.id, {
      of: 'learner',
      shown: [criterion('201/1.1')],
    });
    const sequence = accepted.history.length - 1;
    const petra = await centre.person('Petra Vale', 'assessor');
    expect(await failureOf(undoAcceptAll(centre.deps, petra, item.id, sequence))).to.equal('undoTooLate');
    await changeTicks(centre.deps, amelia, item.id, { tick: [criterion('201/1.3')], untick: [] });
    expect(await failureOf(undoAcceptAll(centre.deps, priya, item.id, sequence))).to.equal('undoTooLate');
  });

  it('is refused to learners, to other roles and on evidence that is not submitted', async () => {
    const item = await centre.submitted(amelia, ['201/1.1']);
    const draft = await centre.draft(amelia, ['201/1.1']);
    const ines = await centre.person('Ines Marsh', 'iqa');
    const wish = { of: 'learner' as const, shown: [criterion('201/1.1')] };
    expect(await failureOf(acceptAll(centre.deps, amelia, item.id, wish))).to.equal('roleNotAllowed');
    expect(await failureOf(acceptAll(centre.deps, ines, item.id, wish))).to.equal('roleNotAllowed');
    expect(await failureOf(acceptAll(centre.deps, priya, draft.id, wish))).to.equal('notFound');
  });

  it('loses nothing when learner, trainee and assessor act at the same moment', async () => {
    const item = await centre.submitted(amelia, ['201/1.1', '201/1.2']);
    const one = (who: Principal, id: string) =>
      changeTicks(centre.deps, who, item.id, { tick: [criterion(id)], untick: [] });
    await Promise.all([
      ...['201/1.3', '201/1.4', '201/1.5'].map((id) => one(amelia, id)),
      ...['201/1.1', '201/1.2', '201/1.3'].map((id) => one(tom, id)),
      ...['201/1.1', '201/1.2', '201/1.6'].map((id) => one(priya, id)),
    ]);
    const { ticks } = await viewEvidence(centre.deps, priya, item.id);
    expect(ticks.learner.length).to.equal(5);
    expect(ticks.trainee.length).to.equal(3);
    expect(ticks.assessor.length).to.equal(3);
    expect(await progress(amelia)).to.deep.equal({ confirmed: 3, unconfirmed: 3 });
  });
});
