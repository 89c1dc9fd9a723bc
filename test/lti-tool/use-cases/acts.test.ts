import { expect } from 'chai';
import fc from 'fast-check';
import { type NamedAct, once } from '../../../lti-tool/use-cases/acts.ts';
import { createEvidence } from '../../../lti-tool/use-cases/offer-evidence.ts';
import type { Principal } from '../../../lti-tool/use-cases/principal.ts';
import { finishReview, returnEvidence, submitEvidence } from '../../../lti-tool/use-cases/review-evidence.ts';
import { acceptAll } from '../../../lti-tool/use-cases/tick-evidence.ts';
import { viewMe } from '../../../lti-tool/use-cases/view-me.ts';
import { type Centre, criterion, openCentre } from '../../builders/tool/centre.ts';
import { failureOf } from '../../builders/tool/failure-of.ts';

describe('an act with a key', () => {
  let centre: Centre;
  let amelia: Principal;
  let priya: Principal;
  before(async () => {
    centre = await openCentre();
    amelia = await centre.person('Amelia Hart', 'learner');
    priya = await centre.person('Priya Nair', 'assessor');
  });
  after(() => centre.close());
  let waits = 0;
  const deps = () => ({
    ...centre.deps,
    pause: async (milliseconds: number) => {
      waits += 1;
      centre.deps.clock.advance(milliseconds);
      await new Promise((resolve) => setImmediate(resolve));
    },
  });
  let keys = 0;
  const act = (part: Partial<NamedAct> = {}): NamedAct => ({
    tenantId: amelia.tenantId,
    personId: amelia.personId,
    key: `key-${part.key ?? ++keys}`,
    operation: 'submitEvidence',
    params: { evidenceId: 'e1' },
    body: {},
    ...part,
  });

  it('is done once, and every later call has the first reply', async () => {
    let done = 0;
    const named = act();
    const run = async () => ({ done: ++done });
    expect(await once(deps(), named, run)).to.deep.equal({ reply: { done: 1 }, again: false });
    for (let n = 0; n < 3; n += 1)
      expect(await once(deps(), named, run)).to.deep.equal({ reply: { done: 1 }, again: true });
    expect(done).to.equal(1);
  });

  it('is done once by many at once: the others wait for its reply', async () => {
    let done = 0;
    const named = act();
    const run = async () => {
      done += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { done };
    };
    const replies = await Promise.all(Array.from({ length: 12 }, () => once(deps(), named, run)));
    expect(done).to.equal(1);
    expect(replies.filter(({ again }) => !again)).to.have.length(1);
    for (const { reply } of replies) expect(reply).to.deep.equal({ done: 1 });
  });

  for (const [what, part] of [
    ['another body', { body: { message: 'x' } }],
    ['another item', { params: { evidenceId: 'e2' } }],
    ['another operation', { operation: 'withdrawEvidence' }],
  ] as const) {
    it(`is refused with the same key and ${what}`, async () => {
      const named = act();
      await once(deps(), named, async () => 1);
      expect(await failureOf(once(deps(), { ...named, ...part }, async () => 2))).to.equal('keyReused');
    });
  }

  it('is another act for another person or another centre', async () => {
    const named = act();
    await once(deps(), named, async () => 'mine');
    const theirs = { ...named, personId: priya.personId };
    expect((await once(deps(), theirs, async () => 'theirs')).reply).to.equal('theirs');
    const elsewhere = { ...named, tenantId: 'other' as NamedAct['tenantId'] };
    expect((await once(deps(), elsewhere, async () => 'elsewhere')).reply).to.equal('elsewhere');
  });

  it('that failed changed nothing, and may be tried again', async () => {
    const named = act();
    const fail = once(deps(), named, () => Promise.reject(new Error('no')));
    expect(await fail.catch((error: Error) => error.message)).to.equal('no');
    expect((await once(deps(), named, async () => 'yes')).reply).to.equal('yes');
  });

  it('that a process died over is taken up by another, once it is past its time', async () => {
    const named = act();
    const dying = new Promise<never>(() => {});
    void once(deps(), named, () => dying);
    await new Promise((resolve) => setTimeout(resolve, 20));
    waits = 0;
    expect(await failureOf(once(deps(), named, async () => 'taken up'))).to.equal('stillRunning');
    expect(waits).to.be.greaterThan(10);
    centre.deps.clock.advance(60_000);
    expect((await once(deps(), named, async () => 'taken up')).reply).to.equal('taken up');
  });

  it('is forgotten after a day, and swept', async () => {
    const named = act();
    await once(deps(), named, async () => 'first');
    centre.deps.clock.advance(25 * 3_600_000);
    expect((await once(deps(), { ...named, body: { other: true } }, async () => 'second')).reply).to.equal('second');
    centre.deps.clock.advance(25 * 3_600_000);
    await centre.deps.stores.acts.sweep(new Date(centre.deps.clock.now()).toISOString());
    expect((await once(deps(), named, async () => 'third')).again).to.equal(false);
  });

  it('has one effect whatever the order of doubles, retries and crashes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('run', 'fail', 'double'), { maxLength: 6 }), async (steps) => {
        const named = act();
        let effects = 0;
        const run = async () => ++effects;
        for (const step of steps) {
          if (step === 'run') await once(deps(), named, run);
          else if (step === 'double') await Promise.all([once(deps(), named, run), once(deps(), named, run)]);
          else await once(deps(), named, () => Promise.reject(new Error('crash'))).catch(() => {});
        }
        expect(effects).to.equal(steps.some((step) => step !== 'fail') ? 1 : 0);
      }),
      { numRuns: 25 },
    );
  });

  describe('whose reply was lost with the process', () => {
    const acting = (who: Principal, actId: string): Principal => ({ ...who, actId: actId.repeat(64).slice(0, 64) });
    const wording = { title: 'Call', method: 'observation' as const, narrative: '', links: [] };

    it('does not make a second draft', async () => {
      const { enrolmentId } = await viewMe(centre.deps, amelia);
      if (!enrolmentId) throw new Error('no enrolment');
      const who = acting(amelia, 'a');
      const first = await createEvidence(centre.deps, who, enrolmentId, wording);
      const again = await createEvidence(centre.deps, who, enrolmentId, wording);
      expect(again.id).to.equal(first.id);
      expect(again.version).to.equal(first.version);
    });

    it('does not finish, return or send twice', async () => {
      const item = await centre.submitted(amelia, ['201/1.1']);
      const returned = await returnEvidence(centre.deps, acting(priya, 'b'), item.id, 'Say more.');
      const again = await returnEvidence(centre.deps, acting(priya, 'b'), item.id, 'Say more.');
      expect(again.version).to.equal(returned.version);
      const sent = await submitEvidence(centre.deps, acting(amelia, 'c'), item.id, 'I said more.');
      expect((await submitEvidence(centre.deps, acting(amelia, 'c'), item.id, 'I said more.')).version).to.equal(
        sent.version,
      );
      const finished = await finishReview(centre.deps, acting(priya, 'd'), item.id, 'Good.');
      const twice = await finishReview(centre.deps, acting(priya, 'd'), item.id, 'Good.');
      expect(twice.version).to.equal(finished.version);
      expect(twice.feedback).to.have.length(2);
    });

    it('tells of an accept-all what it accepted', async () => {
      const item = await centre.submitted(amelia, ['201/1.1', '201/1.2']);
      const wish = { of: 'learner' as const, shown: ['201/1.1', '201/1.2'].map(criterion) };
      const first = await acceptAll(centre.deps, acting(priya, 'e'), item.id, wish);
      const again = await acceptAll(centre.deps, acting(priya, 'e'), item.id, wish);
      expect(again.acceptance).to.deep.equal(first.acceptance);
      expect(again.item.version).to.equal(first.item.version);
    });
  });
});
