import { expect } from 'chai';
import {
  type AssignedLearner,
  assignBody,
  draggedText,
  droppedIds,
  shownLearners,
} from '../../../../lti-tool/panel/manager/assigning.ts';
import { type EnrolmentId, type PersonId, parseId } from '../../../../shared/domain/ids.ts';

const person = (name: string) => parseId<PersonId>(name);
const learner = (name: string, ...assessors: string[]): AssignedLearner => ({
  enrolmentId: parseId<EnrolmentId>(`E-${name}`),
  learner: { id: person(name), name: `${name} Hart`, givenName: name },
  assessorIds: assessors.map(person),
  ...{ confirmed: 0, total: 4, unconfirmed: 0, oldestWaitingAt: null },
});
const learners = [learner('Amy', 'priya'), learner('Ben'), learner('Cal', 'priya', 'tom')];
const ids = learners.map(({ enrolmentId }) => enrolmentId);

describe('learners to assign', () => {
  it('are found by filter and name', () => {
    const names = (...args: Parameters<typeof shownLearners>) =>
      shownLearners(...args).map((one) => one.learner.givenName);
    expect(names(learners, 'all', 'hart', new Set())).to.deep.equal(['Amy', 'Ben', 'Cal']);
    expect(names(learners, 'unassigned', '', new Set())).to.deep.equal(['Ben']);
    expect(names(learners, 'chosen', 'c', new Set(ids.slice(1)))).to.deep.equal(['Cal']);
  });

  it('are given beside others, moved to one alone, or taken away', () => {
    const body = (act: 'assign' | 'move' | 'remove') => {
      const { add, remove } = assignBody(act, person('tom'), ids, learners);
      return { add, remove };
    };
    expect(body('assign')).to.deep.equal({ add: ['tom'], remove: [] });
    expect(body('move')).to.deep.equal({ add: ['tom'], remove: ['priya'] });
    expect(body('remove')).to.deep.equal({ add: [], remove: ['tom'] });
  });

  it('are dropped as they were dragged; whatever else is dropped is nobody', () => {
    expect(droppedIds(draggedText(ids), learners)).to.deep.equal(ids);
    for (const text of ['', 'E-Nobody', '../E-Amy', 'https://evil.example\n<b>']) {
      expect(droppedIds(text, learners)).to.deep.equal([]);
    }
  });
});
