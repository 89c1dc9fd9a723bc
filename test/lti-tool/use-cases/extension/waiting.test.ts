import { expect } from 'chai';
import {
  acceptInExtension,
  undoInExtension,
  viewPrompt,
} from '../../../../lti-tool/use-cases/extension/accept-in-extension.ts';
import type { ExtensionPerson } from '../../../../lti-tool/use-cases/extension/extension-person.ts';
import { viewCounts } from '../../../../lti-tool/use-cases/extension/view-counts.ts';
import { viewWaiting } from '../../../../lti-tool/use-cases/extension/view-waiting.ts';
import { instantOf } from '../../../../lti-tool/use-cases/ports.ts';
import type { Principal } from '../../../../lti-tool/use-cases/principal.ts';
import { finishReview, returnEvidence } from '../../../../lti-tool/use-cases/review-evidence.ts';
import { changeTicks } from '../../../../lti-tool/use-cases/tick-evidence.ts';
import { type ExtensionTokenId, parseId } from '../../../../shared/domain/ids.ts';
import { type Centre, criterion, openCentre, setRoleOf } from '../../../builders/tool/centre.ts';
import { failureOf } from '../../../builders/tool/failure-of.ts';

const inExtension = ({ tenantId, personId }: Principal): ExtensionPerson => ({
  ...{ tenantId, personId },
  tokenId: parseId<ExtensionTokenId>('token-1'),
  expiresAt: '2027-01-01T00:00:00.000Z',
});
const groupB = {
  context: { id: '3', title: 'Customer Service, group B', label: 'CS-B' },
  resourceLink: { id: '2', title: 'Portfolio' },
};
const ids = (...refs: string[]) => refs.map((ref) => criterion(`201/${ref}`));

describe('what waits for a person, for the extension', () => {
  let centre: Centre;
  let [amelia, kwame, priya, tom] = [] as unknown as [Principal, Principal, Principal, Principal];
  beforeEach(async () => {
    centre = await openCentre();
    amelia = await centre.person('Amelia Hart', 'learner', {});
    kwame = await centre.person('Kwame Boateng', 'learner', groupB);
    priya = await centre.person('Priya Nair', 'assessor');
    tom = await centre.person('Tom Okafor', 'traineeAssessor');
  });
  afterEach(() => centre.close());
  const counts = async (who: Principal, known: string | null = null) =>
    viewCounts(centre.deps, inExtension(who), known);
  const waiting = async (who: Principal) => {
    const { body } = await viewWaiting(centre.deps, inExtension(who), null);
    if (body === null) throw new Error('No list.');
    return body;
  };

  it('adds up an assessor’s criteria over their courses, and says what the number is made of', async () => {
    await centre.person('Priya Nair', 'assessor', groupB);
    await centre.submitted(amelia, ['201/1.1', '201/1.2']);
    await centre.submitted(kwame, ['201/1.1']);
    const { body } = await counts(priya);
    expect(body).to.deep.include({ toConfirm: 3, toAssess: 0, returned: 0 });
    expect(body?.places.map(({ title, count }) => `${title}: ${count}`).sort()).to.deep.equal([
      'Customer Service, group A: 2',
      'Customer Service, group B: 1',
    ]);
  });

  it('counts for a trainee assessor what no trainee has ticked yet', async () => {
    const item = await centre.submitted(amelia, ['201/1.1', '201/1.2']);
    await changeTicks(centre.deps, tom, item.id, { tick: ids('1.1'), untick: [] });
    expect((await counts(tom)).body).to.include({ toConfirm: 0, toAssess: 1 });
    expect((await counts(priya)).body).to.include({ toConfirm: 2, toAssess: 0 });
  });

  it('counts for a learner only what was returned to them', async () => {
    const item = await centre.submitted(amelia, ['201/1.1']);
    expect((await counts(amelia)).body).to.include({ toConfirm: 0, returned: 0 });
    await returnEvidence(centre.deps, priya, item.id, 'Say more about the call.');
    expect((await counts(amelia)).body).to.include({ returned: 1 });
    expect((await waiting(amelia)).returned.map(({ title }) => title)).to.deep.equal(['Complaint call']);
  });

  it('keeps its tag while nothing changes, and changes it with every tick, review and role', async () => {
    const item = await centre.submitted(amelia, ['201/1.1', '201/1.2']);
    let { tag } = await counts(priya);
    const changed = async () => {
      const next = await counts(priya, tag);
      const differs = next.tag !== tag && next.body !== null;
      tag = next.tag;
      return differs;
    };
    expect(await changed()).to.equal(false);
    await changeTicks(centre.deps, amelia, item.id, { tick: ids('1.3'), untick: [] });
    expect(await changed()).to.equal(true);
    await changeTicks(centre.deps, priya, item.id, { tick: ids('1.1'), untick: [] });
    expect(await changed()).to.equal(true);
    await finishReview(centre.deps, priya, item.id, '');
    expect(await changed()).to.equal(true);
    expect(await changed()).to.equal(false);
    await setRoleOf(centre.deps, priya, 'iqa');
    expect(await changed()).to.equal(true);
  });

  it('renews its tag after ten minutes, for what no revision tells', async () => {
    const { tag } = await counts(priya);
    centre.deps.clock.advance(10 * 60_000);
    expect((await counts(priya, tag)).body).to.not.equal(null);
  });

  it('has nothing for an IQA, whatever waits for others', async () => {
    const ines = await centre.person('Ines Marsh', 'iqa');
    await centre.submitted(amelia, ['201/1.1']);
    expect((await counts(ines)).body).to.include({ toConfirm: 0, toAssess: 0, returned: 0 });
    expect((await waiting(ines)).rows).to.deep.equal([]);
  });

  it('has nothing for somebody who has left the course', async () => {
    await centre.submitted(amelia, ['201/1.1']);
    const { tag } = await counts(priya);
    const { tenantId, contextId, personId } = priya;
    await centre.deps.stores.rosters.leave({ tenantId, contextId }, [personId], instantOf(centre.deps.clock));
    const after = await counts(priya);
    expect(after.tag).not.to.equal(tag);
    expect(after.body).to.include({ toConfirm: 0, toAssess: 0, returned: 0 });
  });

  it('lists items longest waiting first, with where the LMS shows them', async () => {
    await centre.submitted(amelia, ['201/1.1'], 'First');
    centre.deps.clock.advance(60_000);
    await centre.submitted(amelia, ['201/1.2'], 'Second');
    const { rows, places, person } = await waiting(priya);
    expect(person).to.equal('Priya Nair');
    expect(rows.map(({ title, learner, waiting: number }) => `${title} ${learner} ${number}`)).to.deep.equal([
      'First Amelia Hart 1',
      'Second Amelia Hart 1',
    ]);
    expect(places[0]).to.deep.include({
      product: 'moodle',
      lmsUrl: 'https://lms.example',
      coursePageId: '2',
      activityUrl: 'https://lms.example/mod/lti/view.php?l=1',
    });
  });

  it('prompts with exactly what would be accepted, and nothing else of the item', async () => {
    const item = await centre.submitted(amelia, ['201/1.1', '201/1.2']);
    await changeTicks(centre.deps, tom, item.id, { tick: ids('1.2', '1.4'), untick: [] });
    const prompt = await viewPrompt(centre.deps, inExtension(priya), item.id);
    expect(prompt.offers.map(({ of, criteria }) => [of, ...criteria.map(({ ref }) => ref)])).to.deep.equal([
      ['learner', '1.1', '1.2'],
      ['trainee', '1.2', '1.4'],
    ]);
    expect(prompt.offers[1]?.criteria[0]?.byName).to.equal('Tom Okafor');
    expect(JSON.stringify(prompt)).to.not.contain('I listened first.');
  });

  it('accepts only what was shown and leaves an entry that says it came from the extension', async () => {
    const item = await centre.submitted(amelia, ['201/1.1', '201/1.2']);
    await changeTicks(centre.deps, amelia, item.id, { tick: ids('1.3'), untick: ids('1.2') });
    const done = await acceptInExtension(centre.deps, inExtension(priya), item.id, {
      of: 'learner',
      shown: ids('1.1', '1.2'),
    });
    expect(done).to.deep.include({ accepted: 1, noLongerTicked: ['201 1.2'], notShown: ['201 1.3'], left: 1 });
    const entry = (await centre.store.stores.evidence.find(priya.tenantId, item.id))?.history.at(-1);
    expect(entry).to.deep.include({ origin: 'extension', actingAs: 'assessor', byId: priya.personId });
    expect(entry?.change.kind).to.equal('acceptedAll');
  });

  it('undoes its own accept-all, by a new entry', async () => {
    const item = await centre.submitted(amelia, ['201/1.1']);
    const { undo } = await acceptInExtension(centre.deps, inExtension(priya), item.id, {
      of: 'learner',
      shown: ids('1.1'),
    });
    await undoInExtension(centre.deps, inExtension(priya), item.id, undo?.sequence ?? -1);
    const after = await centre.store.stores.evidence.find(priya.tenantId, item.id);
    expect(after?.ticks.assessor).to.deep.equal([]);
    expect(after?.history.at(-1)).to.deep.include({ origin: 'extension' });
    expect(after?.history.at(-1)?.change.kind).to.equal('undone');
  });

  it('fills the trainee column for a trainee assessor, who may not countersign', async () => {
    const item = await centre.submitted(amelia, ['201/1.1']);
    await acceptInExtension(centre.deps, inExtension(tom), item.id, { of: 'learner', shown: ids('1.1') });
    const after = await centre.store.stores.evidence.find(tom.tenantId, item.id);
    expect(after?.ticks.trainee).to.have.length(1);
    expect(after?.ticks.assessor).to.deep.equal([]);
    const countersign = acceptInExtension(centre.deps, inExtension(tom), item.id, { of: 'trainee', shown: ids('1.1') });
    expect(await failureOf(countersign)).to.equal('notYourColumn');
  });

  describe('shows and changes nothing', () => {
    const attempt = (who: Principal, id: Parameters<typeof viewPrompt>[2]) => [
      () => viewPrompt(centre.deps, inExtension(who), id),
      () => acceptInExtension(centre.deps, inExtension(who), id, { of: 'learner', shown: ids('1.1') }),
      () => undoInExtension(centre.deps, inExtension(who), id, 0),
    ];
    const isNotThere = async (who: Principal, id: Parameters<typeof viewPrompt>[2]) => {
      for (const work of attempt(who, id)) expect(await failureOf(work())).to.equal('notFound');
    };

    it('of another course', async () => {
      const item = await centre.submitted(kwame, ['201/1.1']);
      await isNotThere(priya, item.id);
      expect((await waiting(priya)).rows).to.deep.equal([]);
    });
    it('of another tenant', async () => {
      const elsewhere = await centre.person('Priya Nair', 'assessor', { deploymentId: '2' });
      const item = await centre.submitted(amelia, ['201/1.1']);
      await isNotThere(elsewhere, item.id);
    });
    it('to a learner, not even of their own', async () => {
      const item = await centre.submitted(amelia, ['201/1.1']);
      await isNotThere(amelia, item.id);
    });
    it('to an IQA', async () => {
      const item = await centre.submitted(amelia, ['201/1.1']);
      await isNotThere(await centre.person('Ines Marsh', 'iqa'), item.id);
    });
    it('of a draft', async () => {
      const item = await centre.draft(amelia, ['201/1.1']);
      expect(await failureOf(viewPrompt(centre.deps, inExtension(priya), item.id))).to.equal('notFound');
    });
    it('to somebody whose role a manager has just changed', async () => {
      const item = await centre.submitted(amelia, ['201/1.1']);
      await setRoleOf(centre.deps, priya, 'iqa');
      await isNotThere(priya, item.id);
    });
  });
});
