import { expect } from 'chai';
import { acceptedSentence } from '../../../../../lti-tool/panel/assessor/review/accepted-sentence.ts';
import { id } from './evidence-sample.ts';

const told = {
  of: 'learner',
  into: 'assessor',
  learner: 'Amelia',
  left: 0,
  refOf: (criterion: string) => criterion.replace('201/', ''),
} as const;
const reply = { accepted: [] as ReturnType<typeof id>[], noLongerTicked: [], notShown: [], alreadyDecided: [] };

describe('what an accept-all says afterwards', () => {
  it('is the number, and what still waits', () => {
    const sentence = acceptedSentence({ ...reply, accepted: [id('201/1.1'), id('201/1.2')] }, { ...told, left: 1 });
    expect(sentence).to.deep.equal({ head: '2 criteria confirmed.', rest: '1 still waits.' });
  });

  it('uses the word for whose ticks they were and who accepted them', () => {
    const accepted = [id('201/1.1')];
    expect(acceptedSentence({ ...reply, accepted }, { ...told, of: 'trainee' }).head).to.equal(
      '1 criterion countersigned.',
    );
    expect(acceptedSentence({ ...reply, accepted }, { ...told, into: 'trainee' }).head).to.equal('1 criterion ticked.');
  });

  it('names what was unticked meanwhile', () => {
    const { rest } = acceptedSentence({ ...reply, noLongerTicked: [id('201/1.3')] }, told);
    expect(rest).to.equal('1.3 was left out: Amelia unticked it in the meantime.');
  });

  it('names what was ticked too late to be seen', () => {
    const { rest } = acceptedSentence({ ...reply, notShown: [id('201/1.3'), id('201/1.4')] }, told);
    expect(rest).to.equal('1.3 and 1.4 were ticked after you opened this, so look at them first.');
  });

  it('names what was decided already, and owns up to having done nothing', () => {
    const sentence = acceptedSentence({ ...reply, alreadyDecided: [id('201/1.3')] }, told);
    expect(sentence).to.deep.equal({ head: 'Nothing was confirmed.', rest: '1.3 was decided already.' });
  });
});
