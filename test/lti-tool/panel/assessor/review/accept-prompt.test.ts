import { expect } from 'chai';
import { acceptPrompt } from '../../../../../lti-tool/panel/assessor/review/accept-prompt.ts';
import { reviewModel } from '../../../../../lti-tool/panel/assessor/review/review-model.ts';
import type { EvidenceView } from '../../../../../shared/api/views.ts';
import { evidence, id, qualification, tick } from './evidence-sample.ts';

const now = Date.parse('2026-11-23T12:00:00.000Z');
const ask = (item: EvidenceView, of: 'learner' | 'trainee', ids: string[], place: string | null = null) => {
  const model = reviewModel({ evidence: item, wishes: new Map() }, '', '');
  const part = { of, ids: ids.map(id), among: place === null ? null : ids.map(id), place };
  return acceptPrompt(qualification, item, model, part, now);
};

const ticks: EvidenceView['ticks'] = {
  learner: [tick('201/1.2'), tick('201/1.1')],
  trainee: [tick('201/1.1', 'Tom Okafor', '2026-11-18T10:00:00.000Z'), tick('201/1.3', 'Tom Okafor')],
  assessor: [tick('201/2.1', 'Priya Nair')],
};

describe('the prompt before accepting all learner ticks', () => {
  const prompt = ask(evidence({ ticks }), 'learner', ['201/1.2', '201/1.1']);

  it('says how many, where, whose and when', () => {
    expect(prompt?.title).to.equal("Accept all of Amelia's ticks?");
    const { verb, count, where, who, when } = prompt?.lead ?? {};
    expect([verb, count, where, who, when].join(' ')).to.equal(
      'You will confirm 2 criteria in unit 201 that Amelia Hart (learner) ticked on 17 Nov:',
    );
    expect(prompt?.button).to.equal('Confirm 2 criteria');
  });

  it('lists exactly the criteria it will send, in the order of the specification', () => {
    expect(prompt?.shown).to.deep.equal(['201/1.1', '201/1.2']);
    expect(prompt?.units.flatMap((unit) => unit.criteria.map(({ ref, text }) => `${ref} ${text}`))).to.deep.equal([
      '1.1 Text 1.1',
      '1.2 Text 1.2',
    ]);
  });

  it('says what stays as it is, and that it can be undone', () => {
    expect(prompt?.notTouched).to.deep.equal([
      '1.3, which only Tom Okafor ticked.',
      '1 criterion confirmed already.',
      'Criteria with no tick.',
    ]);
    expect(prompt?.afterwards).to.equal('You can undo this.');
  });
});

describe('the prompt before accepting all trainee assessor ticks', () => {
  it('speaks of countersigning and names the trainee assessor', () => {
    const prompt = ask(evidence({ ticks }), 'trainee', ['201/1.1', '201/1.3']);
    expect(prompt?.title).to.equal("Accept all of Tom Okafor's ticks?");
    expect(prompt?.lead.verb).to.equal('You will countersign');
    expect(prompt?.lead.when).to.equal('(trainee assessor) ticked between 17 Nov and 18 Nov:');
    expect(prompt?.button).to.equal('Countersign 2 criteria');
    expect(prompt?.notTouched[0]).to.equal('1.2, which only Amelia Hart ticked.');
  });

  it('names several trainee assessors', () => {
    const two = { ...ticks, trainee: [tick('201/1.1', 'Tom Okafor'), tick('201/1.3', 'Jo Lee')] };
    const prompt = ask(evidence({ ticks: two }), 'trainee', ['201/1.1', '201/1.3']);
    expect(prompt?.lead.who).to.equal('Tom Okafor and Jo Lee');
    expect(prompt?.lead.when).to.contain('trainee assessors');
  });
});

describe('the prompt', () => {
  it('tells a trainee assessor that a qualified assessor still has to countersign', () => {
    const prompt = ask(evidence({ ticks, may: { tick: 'trainee' } }), 'learner', ['201/1.2']);
    expect(prompt?.lead.verb).to.equal('You will tick');
    expect(prompt?.button).to.equal('Tick 1 criterion');
    expect(prompt?.afterwards).to.contain('qualified assessor countersigns');
    expect(prompt?.notTouched).to.contain('2 criteria you ticked already.');
  });

  it('names the units where there are several', () => {
    const more = { ...ticks, learner: [...ticks.learner, tick('202/1.1')] };
    const prompt = ask(evidence({ ticks: more }), 'learner', ['201/1.1', '202/1.1']);
    expect(prompt?.lead.where).to.equal('in units 201 and 202 that');
    expect(prompt?.units.map((unit) => unit.ref)).to.deep.equal(['201', '202']);
    expect(prompt?.notTouched[0]).to.equal('201 1.3, which only Tom Okafor ticked.');
  });

  it('is not asked when there is nothing to accept', () => {
    expect(ask(evidence({ ticks }), 'learner', [])).to.equal(null);
  });

  it('for one unit names it, sends no other, and says that the rest is not touched', () => {
    const prompt = ask(evidence({ ticks }), 'learner', ['201/1.1', '201/1.2'], 'unit 201');
    expect(prompt?.title).to.equal('Accept Amelia’s ticks in unit 201?');
    expect(prompt?.among).to.deep.equal(['201/1.1', '201/1.2']);
    expect(prompt?.notTouched[0]).to.equal('Ticks outside unit 201.');
  });
});
