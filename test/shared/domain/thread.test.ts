import { expect } from 'chai';
import type { Change } from '../../../shared/domain/evidence.ts';
import { threadOf } from '../../../shared/domain/thread.ts';
import { at } from '../../builders/domain/evidence.ts';
import { aHistory } from '../../builders/domain/history.ts';
import { personIn } from '../../builders/domain/people.ts';

describe('the thread of an item', () => {
  it('has every round of its review, what was said in between and nothing else, in the words said, oldest first', () => {
    const changes: Change[] = [
      { kind: 'created', after: { title: 'Call' } },
      { kind: 'status', before: 'draft', after: 'submitted', feedback: '' },
      { kind: 'ticked', column: 'trainee', added: [], removed: [] },
      { kind: 'handedOver', note: 'Look at 1.1.' },
      { kind: 'status', before: 'submitted', after: 'returned', feedback: 'Say more.' },
      { kind: 'edited', before: {}, after: {} },
      { kind: 'commented', text: 'Of what?' },
      { kind: 'status', before: 'returned', after: 'submitted', feedback: 'I did.' },
      { kind: 'status', before: 'submitted', after: 'assessed', feedback: 'Good.' },
      { kind: 'status', before: 'assessed', after: 'withdrawn', feedback: '' },
    ];
    const thread = threadOf(aHistory(changes));
    expect(thread.map(({ kind, text }) => [kind, text])).to.deep.equal([
      ['submitted', ''],
      ['handedOver', 'Look at 1.1.'],
      ['returned', 'Say more.'],
      ['commented', 'Of what?'],
      ['submitted', 'I did.'],
      ['assessed', 'Good.'],
      ['withdrawn', ''],
    ]);
    expect(thread[1]).to.include({ byId: personIn.assessor, actingAs: 'assessor', at: at(3) });
  });

  it('has no word of going back to a draft', () => {
    const change: Change = { kind: 'status', before: 'submitted', after: 'draft', feedback: '' };
    expect(threadOf(aHistory([change]))).to.deep.equal([]);
  });
});
