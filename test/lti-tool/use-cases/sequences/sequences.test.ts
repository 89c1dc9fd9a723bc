import { expect } from 'chai';
import fc from 'fast-check';
import { found } from '../../../../lti-tool/use-cases/failure.ts';
import { verifyProgress } from '../../../../lti-tool/use-cases/refresh-progress.ts';
import { finishReview } from '../../../../lti-tool/use-cases/review-evidence.ts';
import { changeTicks } from '../../../../lti-tool/use-cases/tick-evidence.ts';
import { columns, confirmedIn, type Evidence, tickedIn } from '../../../../shared/domain/evidence.ts';
import { firstBrokenEntry, fitsHistory } from '../../../../shared/domain/history.ts';
import type { Progress } from '../../../../shared/domain/progress.ts';
import { underAction } from '../../../../shared/domain/sampling.ts';
import { standingOf } from '../../../../shared/domain/standing.ts';
import { type Centre, criterion, openCentre } from '../../../builders/tool/centre.ts';
import { type Act, acceptedAndDiscussed, anAct, answeredActions, attempt, type Cast } from './act.ts';

type Scene = {
  readonly cast: Cast;
  readonly act: Act;
  readonly before: Evidence;
  readonly after: Evidence;
  readonly allowed: boolean;
};

/** Fewer on a database server: there each act takes many times longer. */
const manyRuns = process.env.DATABASE_URL ? 6 : 25;

describe('whatever people do, in whatever order', () => {
  let centre: Centre;
  let play = 0;
  beforeEach(async () => {
    centre = await openCentre();
  });
  afterEach(() => centre.close());

  const read = async (item: Evidence): Promise<Evidence> =>
    found(await centre.deps.stores.evidence.find(item.tenantId, item.id));
  const itemsOf = ({ tenantId, enrolmentId }: Evidence) =>
    centre.deps.stores.evidence.ofEnrolment(tenantId, enrolmentId);
  const progressOf = async ({ tenantId, enrolmentId }: Evidence): Promise<Progress> =>
    found(await centre.deps.stores.enrolments.find(tenantId, enrolmentId)).progress;

  /** An item that is confirmed and finished, so that an IQA has something to look at. */
  async function assessed({ amelia, anna }: Cast): Promise<Evidence> {
    const { id } = await centre.submitted(amelia, ['201/1.3', '201/2.1']);
    await changeTicks(centre.deps, anna, id, { tick: ['201/1.3', '202/1.1'].map(criterion), untick: [] });
    return finishReview(centre.deps, anna, id, 'Good.');
  }

  /** Plays random scenes with new learners and new work, and looks after each. */
  async function whatever(look: (scene: Scene) => Promise<void> | void, runs = manyRuns): Promise<void> {
    const { deps } = centre;
    await fc.assert(
      fc.asyncProperty(fc.array(anAct, { minLength: 8, maxLength: 25 }), async (acts) => {
        play += 1;
        const cast: Cast = {
          amelia: await centre.person(`Amelia ${play}`, 'learner'),
          kwame: await centre.person(`Kwame ${play}`, 'learner'),
          tom: await centre.person('Tom', 'traineeAssessor'),
          anna: await centre.person('Anna', 'assessor'),
          ben: await centre.person('Ben', 'assessor'),
          ines: await centre.person('Ines', 'iqa'),
        };
        const items = [
          await centre.submitted(cast.amelia, ['201/1.1', '201/1.2']),
          await centre.draft(cast.amelia, ['201/1.1']),
          await centre.submitted(cast.kwame, ['201/2.1']),
          await assessed(cast),
        ];
        for (const act of acts) {
          deps.clock.advance(1_000);
          const before = await read(found(items[act.which] ?? null));
          const result = await attempt(deps, cast, before, act);
          await look({ cast, before, after: await read(before), act, allowed: result !== null });
        }
      }),
      { numRuns: runs, examples: [[[...answeredActions]], [[...acceptedAndDiscussed]]] },
    );
  }

  it('progress counts confirmations and nothing else', () =>
    whatever(async ({ after, act, before }) => {
      const items = (await itemsOf(after)).filter((item) => item.status !== 'withdrawn');
      const confirmed = new Set(items.flatMap((item) => [...confirmedIn(item)]));
      expect((await progressOf(after)).confirmed).to.equal(confirmed.size);
      if (act.who !== 'anna' && act.who !== 'ben') expect(after.ticks.assessor).to.deep.equal(before.ticks.assessor);
    }));

  it('every criterion has one standing, and they add up', () =>
    whatever(async ({ after }) => {
      const { counts, letters, total } = await progressOf(after);
      expect([...letters].filter((letter) => standingOf(letter) !== null)).to.have.length(total);
      expect(Object.values(counts).reduce((sum, count) => sum + count)).to.equal(total);
    }));

  it('the unconfirmed count is that of its definition', () =>
    whatever(async ({ after }) => {
      let expected = 0;
      for (const item of await itemsOf(after)) {
        if (item.status !== 'submitted') continue;
        const offered = new Set([...tickedIn(item, 'learner'), ...tickedIn(item, 'trainee')]);
        const decided = tickedIn(item, 'assessor');
        expected += [...offered].filter((id) => !decided.has(id)).length;
      }
      const { unconfirmed, waiting } = await progressOf(after);
      expect(unconfirmed).to.equal(expected);
      expect(waiting.reduce((sum, item) => sum + item.unconfirmed, 0)).to.equal(expected);
    }));

  it('nothing is confirmed that was not shown, and accepting all takes nothing away', () =>
    whatever(({ before, after, act }) => {
      if (act.kind !== 'accept') return;
      for (const column of columns) {
        const known = tickedIn(before, column);
        const added = [...tickedIn(after, column)].filter((id) => !known.has(id));
        expect(act.shown).to.include.members(added);
        expect([...tickedIn(before, act.of)]).to.include.members(added);
        expect([...tickedIn(after, column)]).to.include.members([...known]);
      }
    }));

  it('an undo restores what stood before, and is remembered', async () => {
    let undone = 0;
    await whatever(async ({ before, after, act, cast }) => {
      if (act.kind !== 'accept' || after.version === before.version) return;
      const again = await attempt(centre.deps, cast, after, { kind: 'undo', who: act.who, which: act.which });
      const { ticks, status, reopenings, samples, history } = await read(after);
      expect(again, 'one may undo at once').not.to.equal(null);
      const stood = { ticks: before.ticks, status: before.status };
      expect({ ticks, status, reopenings, samples }).to.deep.equal({
        ...stood,
        ...{ reopenings: before.reopenings, samples: before.samples },
      });
      expect(history).to.have.length(before.history.length + 2);
      undone += 1;
    });
    expect(undone).to.be.greaterThan(0);
  });

  it('a comment is an entry more of the history, and nothing else', async () => {
    let said = 0;
    await whatever(({ before, after, act, allowed }) => {
      if (act.kind !== 'comment' || !allowed) return;
      const { history, version, updatedAt: _, ...rest } = after;
      const { history: then, version: old, updatedAt: __, ...stood } = before;
      expect(rest).to.deep.equal(stood);
      expect([history.length, version]).to.deep.equal([then.length + 1, old + 1]);
      said += 1;
    });
    expect(said).to.be.greaterThan(0);
  });

  it('the history is a whole chain and replays to the state', () =>
    whatever(({ after }) => {
      expect(firstBrokenEntry(after, centre.deps.crypto.sha256)).to.equal(null);
      expect(fitsHistory(after)).to.equal(true);
    }));

  it('what an IQA asks action for is reopened, confirmed since, or said to be not met', async () => {
    const met = { reopened: 0, again: 0, notMet: 0 };
    await whatever(({ after }) => {
      const reopened = new Set(after.reopenings.map(({ criterionId }) => criterionId));
      const asked = underAction(after);
      for (const [id, { at }] of asked) {
        const again = after.ticks.assessor.some((tick) => tick.criterionId === id && tick.at > at);
        const notMet = after.feedback.some((said) => said.at > at && said.criterionIds?.includes(id));
        if (reopened.has(id)) expect(again, `${id} does not count while it is reopened`).to.equal(false);
        else expect(again || notMet, `${id} is answered where it is not reopened`).to.equal(true);
        met[reopened.has(id) ? 'reopened' : again ? 'again' : 'notMet'] += 1;
      }
      expect([...asked.keys()], 'nothing else is reopened').to.include.members([...reopened]);
    });
    expect(Math.min(...Object.values(met)), JSON.stringify(met)).to.be.greaterThan(0);
  });

  it('nobody samples a confirmation of their own', () =>
    whatever(({ after }) => {
      for (const { byId, confirmations } of after.samples)
        for (const { confirmedById } of confirmations) expect(confirmedById).not.to.equal(byId);
    }));

  it('a "no" changes nothing', () =>
    whatever(({ before, after, allowed }) => {
      if (!allowed) expect(after).to.deep.equal(before);
    }));

  it('nobody decides on evidence of their own, and only an assessor confirms', () =>
    whatever(({ after }) => {
      for (const tick of after.ticks.assessor) expect(tick.byId).not.to.equal(after.learnerId);
      for (const { actingAs, change } of after.history)
        if (change.kind === 'ticked' || change.kind === 'acceptedAll')
          expect(change.column).to.equal(
            { learner: 'learner', traineeAssessor: 'trainee', assessor: 'assessor' }[actingAs as string],
          );
    }));

  it('progress kept is progress recomputed', async () => {
    await whatever(() => {}, 5);
    expect(await verifyProgress(centre.deps)).to.deep.equal([]);
  });
});
