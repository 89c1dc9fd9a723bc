import { expect } from 'chai';
import { createTickQueue } from '../../../../../lti-tool/panel/assessor/review/tick-queue.ts';
import type { EvidenceView } from '../../../../../shared/api/views.ts';
import { type ApiClient, ApiError } from '../../../../../shared/client/api-client.ts';
import type { CriterionId } from '../../../../../shared/domain/ids.ts';
import { evidence, id, tick } from './evidence-sample.ts';

type Body = { readonly tick: readonly CriterionId[]; readonly untick: readonly CriterionId[] };
type Call = {
  readonly name: string;
  readonly body: Body;
  readonly answer: (reply: EvidenceView) => void;
  readonly refuse: (error: unknown) => void;
};

/** A client whose answers the test gives by hand, one after the other. */
function handClient() {
  const calls: Call[] = [];
  const call = (name: string, input: { body?: Body } = {}) =>
    new Promise<EvidenceView>((answer, refuse) => {
      calls.push({ name, body: input.body ?? { tick: [], untick: [] }, answer, refuse });
    });
  return { calls, client: { call } as unknown as Pick<ApiClient, 'call'> };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));
const confirmed = (version: number, ...criteria: string[]) =>
  evidence({ version, ticks: { learner: [], trainee: [], assessor: criteria.map((each) => tick(each)) } });

describe('the tick queue', () => {
  it('shows a wish at once and takes the reply for the truth', async () => {
    const { calls, client } = handClient();
    const queue = createTickQueue(evidence(), client);
    const saved = queue.wish([id('201/1.1')], true);
    expect(queue.state().wishes.get(id('201/1.1'))).to.equal(true);
    await settled();
    expect(queue.state().saving).to.equal(true);
    calls[0]?.answer(confirmed(2, '201/1.1'));
    await saved;
    expect(queue.state().wishes.size).to.equal(0);
    expect(queue.state().saving).to.equal(false);
    expect(queue.state().evidence.version).to.equal(2);
  });

  it('sends one request at a time, and what was wished meanwhile together in the next', async () => {
    const { calls, client } = handClient();
    const queue = createTickQueue(evidence(), client);
    void queue.wish([id('201/1.1')], true);
    await settled();
    void queue.wish([id('201/1.2')], true);
    const last = queue.wish([id('201/1.3')], true);
    await settled();
    expect(calls).to.have.length(1);
    calls[0]?.answer(confirmed(2, '201/1.1'));
    await settled();
    expect(calls).to.have.length(2);
    expect(calls[1]?.body.tick).to.deep.equal(['201/1.2', '201/1.3']);
    calls[1]?.answer(confirmed(3, '201/1.1', '201/1.2', '201/1.3'));
    await last;
    await settled();
    expect(calls).to.have.length(2);
  });

  it('lets a second click during the request win', async () => {
    const { calls, client } = handClient();
    const queue = createTickQueue(evidence(), client);
    void queue.wish([id('201/1.1')], true);
    await settled();
    const last = queue.wish([id('201/1.1')], false);
    calls[0]?.answer(confirmed(2, '201/1.1'));
    await settled();
    expect(calls[1]?.body).to.deep.equal({ tick: [], untick: ['201/1.1'] });
    calls[1]?.answer(confirmed(3));
    await last;
    expect(queue.state().wishes.size).to.equal(0);
    expect(queue.state().evidence.ticks.assessor).to.deep.equal([]);
  });

  it('sends one request for a double click before the first goes out', async () => {
    const { calls, client } = handClient();
    const queue = createTickQueue(evidence(), client);
    void queue.wish([id('201/1.1')], true);
    void queue.wish([id('201/1.1')], false);
    await settled();
    expect(calls.map((call) => call.body)).to.deep.equal([{ tick: [], untick: ['201/1.1'] }]);
  });

  it('keeps wishes when the network is gone, and sends them on retry', async () => {
    const { calls, client } = handClient();
    const queue = createTickQueue(evidence(), client);
    const first = queue.wish([id('201/1.1')], true);
    await settled();
    calls[0]?.refuse(new ApiError('offline', 'gone'));
    await first;
    expect(queue.state().problem).to.include({ kept: true });
    expect(queue.state().wishes.size).to.equal(1);
    const again = queue.retry();
    await settled();
    calls[1]?.answer(confirmed(2, '201/1.1'));
    await again;
    expect(queue.state().problem).to.equal(null);
    expect(queue.state().wishes.size).to.equal(0);
  });

  it('treats a call that never answers like a lost connection', async () => {
    const { calls, client } = handClient();
    const queue = createTickQueue(evidence(), client);
    const first = queue.wish([id('201/1.1')], true);
    await settled();
    calls[0]?.refuse(new DOMException('late', 'TimeoutError'));
    await first;
    expect(queue.state().problem?.error.code).to.equal('offline');
    expect(queue.state().wishes.size).to.equal(1);
  });

  it('drops wishes that a rule refused, names them and asks for the truth', async () => {
    const { calls, client } = handClient();
    const queue = createTickQueue(evidence(), client);
    const first = queue.wish([id('201/1.1')], true);
    await settled();
    calls[0]?.refuse(new ApiError('evidenceLocked', 'locked'));
    await settled();
    expect(calls[1]?.name).to.equal('evidence');
    calls[1]?.answer(evidence({ version: 5, status: 'assessed' }));
    await first;
    expect(queue.state().wishes.size).to.equal(0);
    expect(queue.state().evidence.status).to.equal('assessed');
    expect(queue.state().problem).to.deep.include({ kept: false, criteria: ['201/1.1'] });
    queue.dismiss();
    expect(queue.state().problem).to.equal(null);
  });

  it('never goes back to an older reply', () => {
    const { client } = handClient();
    const queue = createTickQueue(evidence({ version: 4 }), client);
    queue.take(evidence({ version: 3, title: 'Old' }));
    expect(queue.state().evidence.title).to.equal('Complaint call');
  });

  it('saves ticks before another change is made', async () => {
    const { calls, client } = handClient();
    const queue = createTickQueue(evidence(), client);
    void queue.wish([id('201/1.1')], true);
    let finished = false;
    const done = queue.act(
      async () => {
        finished = true;
        return evidence({ version: 3, status: 'assessed' });
      },
      (reply) => reply,
    );
    await settled();
    expect(finished).to.equal(false);
    calls[0]?.answer(confirmed(2, '201/1.1'));
    await done;
    expect(queue.state().evidence.status).to.equal('assessed');
  });

  it('does not make the other change when a tick before it was lost', async () => {
    const { calls, client } = handClient();
    const queue = createTickQueue(evidence(), client);
    void queue.wish([id('201/1.1')], true);
    let finished = false;
    const outcome = queue
      .act(
        async () => {
          finished = true;
          return evidence();
        },
        (reply) => reply,
      )
      .catch((error: unknown) => error);
    await settled();
    calls[0]?.refuse(new ApiError('internal', 'broken'));
    await settled();
    calls[1]?.refuse(new ApiError('internal', 'broken'));
    expect(await outcome).to.be.instanceOf(ApiError);
    expect(finished).to.equal(false);
  });

  it('does not make the other change while ticks are kept for want of a connection', async () => {
    const { calls, client } = handClient();
    const queue = createTickQueue(evidence(), client);
    const first = queue.wish([id('201/1.1')], true);
    await settled();
    calls[0]?.refuse(new ApiError('offline', 'gone'));
    await first;
    const outcome = queue
      .act(
        async () => evidence(),
        (reply) => reply,
      )
      .catch((error: ApiError) => error.code);
    await settled();
    calls[1]?.refuse(new ApiError('offline', 'gone'));
    expect(await outcome).to.equal('offline');
  });

  it('tells its listeners of every change until they leave', () => {
    const { client } = handClient();
    const queue = createTickQueue(evidence(), client);
    let heard = 0;
    const leave = queue.subscribe(() => {
      heard += 1;
    });
    void queue.wish([id('201/1.1')], true);
    expect(heard).to.equal(1);
    leave();
    void queue.wish([id('201/1.2')], true);
    expect(heard).to.equal(1);
  });
});
