import { expect } from 'chai';
import { createReviewDesk } from '../../../../../lti-tool/panel/assessor/review/review-desk.ts';
import { type ApiClient, ApiError } from '../../../../../shared/client/api-client.ts';
import { evidence, id } from './evidence-sample.ts';

const offline = {
  call: () => Promise.reject(new ApiError('offline', 'gone')),
} as unknown as Pick<ApiClient, 'call'>;

describe('the review desk', () => {
  it('hands back the queue with unsent ticks when an item is opened again', async () => {
    const desk = createReviewDesk(offline);
    const queue = desk.queueOf(evidence());
    await queue.wish([id('201/1.1')], true);
    expect(desk.hasUnsaved()).to.equal(true);
    expect(desk.unsent()).to.equal(1);
    const again = desk.queueOf(evidence({ version: 9 }));
    expect(again).to.equal(queue);
    expect(again.state().evidence.version).to.equal(9);
    expect(desk.kept(again.state().evidence.id)?.version).to.equal(9);
  });

  it('starts afresh where nothing is unsent', () => {
    const desk = createReviewDesk(offline);
    expect(desk.kept(evidence().id)).to.equal(null);
    expect(desk.queueOf(evidence())).to.not.equal(desk.queueOf(evidence()));
    expect(desk.hasUnsaved()).to.equal(false);
  });

  it('keeps feedback half written until it is sent or emptied', () => {
    const desk = createReviewDesk(offline);
    const { id: evidenceId } = evidence();
    desk.keepDraft(evidenceId, 'Well don');
    expect(desk.draftOf(evidenceId)).to.equal('Well don');
    expect(desk.hasUnsaved()).to.equal(true);
    desk.keepDraft(evidenceId, '');
    expect(desk.hasUnsaved()).to.equal(false);
  });

  it('tells its listeners when any queue changes', async () => {
    const desk = createReviewDesk(offline);
    const counts: number[] = [];
    const leave = desk.subscribe(() => counts.push(desk.unsent()));
    await desk.queueOf(evidence()).wish([id('201/1.1')], true);
    expect(counts.at(-1)).to.equal(1);
    leave();
    const heard = counts.length;
    await desk.retryAll();
    expect(counts).to.have.length(heard);
  });

  it('tries to send everything that is unsent', async () => {
    let calls = 0;
    const desk = createReviewDesk({
      call: () => {
        calls += 1;
        return Promise.reject(new ApiError('offline', 'gone'));
      },
    } as unknown as Pick<ApiClient, 'call'>);
    await desk.queueOf(evidence()).wish([id('201/1.1')], true);
    await desk.retryAll();
    expect(calls).to.equal(2);
  });
});
