import { expect } from 'chai';
import type { ContentItem, ContentSelection } from '../../../../lti-tool/use-cases/content/content-ports.ts';
import {
  answerContentSelection,
  beginContentSelection,
  viewContentSelection,
} from '../../../../lti-tool/use-cases/content/select-content.ts';
import { Failure } from '../../../../lti-tool/use-cases/failure.ts';
import type { ContentRequest } from '../../../../lti-tool/use-cases/launch.ts';
import { aLaunch, type Centre, openCentre } from '../../../builders/tool/centre.ts';
import { failureOf } from '../../../builders/tool/failure-of.ts';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const settings = {
  returnUrl: 'https://lms.example/return',
  acceptsLinks: true,
  acceptsMultiple: true,
  acceptsLineItems: true,
  data: 'd',
};
const teacher = { sub: '3', name: 'Priya Nair', givenName: 'Priya', familyName: 'Nair' };

function aRequest(changes: Partial<ContentRequest> = {}): ContentRequest {
  const {
    resourceLink: _link,
    review: _review,
    ...message
  } = aLaunch({ person: teacher, roles: [`${membership}#Instructor`] });
  return { ...message, messageType: 'LtiDeepLinkingRequest', settings, ...changes };
}

/** Selections in memory, and what was answered. */
function selections() {
  const open = new Map<string, ContentSelection>();
  const answered: Array<readonly ContentItem[]> = [];
  return {
    answered,
    content: {
      begin: async (selection: ContentSelection) => {
        open.set(`token-${open.size}`, selection);
        return `token-${open.size - 1}`;
      },
      find: async (token: string) => open.get(token) ?? null,
      answer: async (token: string, items: readonly ContentItem[]) => {
        if (!open.delete(token)) throw new Failure('sessionEnded');
        answered.push(items);
        return 'jwt';
      },
    },
  };
}

describe('choosing content', () => {
  let centre: Centre;
  let kept: ReturnType<typeof selections>;
  beforeEach(async () => {
    centre = await openCentre();
    kept = selections();
  });
  afterEach(() => centre.close());
  const deps = () => ({ ...centre.deps, content: kept.content });
  const begun = async (changes: Partial<ContentRequest> = {}) => {
    const begin = await beginContentSelection(deps(), aRequest(changes));
    if (begin.kind === 'refused') throw new Error(begin.reason);
    return begin.token;
  };
  const choice = {
    number: '601/3562/1',
    version: '1',
    units: ['201', '202'],
    title: 'My portfolio',
    columns: 'one',
  } as const;
  const custom = {
    cs_qualification: '601/3562/1',
    cs_version: '1',
    cs_link_history: '$ResourceLink.id.history',
    cs_context_history: '$Context.id.history',
  };

  for (const [says, roles, may] of [
    ['a teacher', ['#Instructor'], true],
    ['an administrator of the course', ['#Administrator'], true],
    ['a content developer', ['#ContentDeveloper', '#TeachingAssistant'], true],
    ['a learner', ['#Learner'], false],
    ['a teaching assistant', ['#TeachingAssistant'], false],
    ['nobody in particular', [], false],
  ] as const)
    it(`is ${may ? '' : 'not '}for ${says}`, async () => {
      const request = aRequest({ roles: roles.map((role) => membership + role) });
      const { kind } = await beginContentSelection(deps(), request);
      expect(kind).to.equal(may ? 'selecting' : 'refused');
    });
  it('is for an administrator of the whole institution, who has no role in the course', async () => {
    await begun({ roles: ['http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator'] });
  });
  it('is not for a teacher whom a manager made external quality assurer here', async () => {
    await centre.person('Priya Nair', 'eqa', { person: teacher });
    expect(await beginContentSelection(deps(), aRequest())).to.deep.equal({
      kind: 'refused',
      reason: 'contentNotAllowed',
    });
  });
  it('is not for the anonymous, nor where the platform takes no links', async () => {
    expect(await beginContentSelection(deps(), aRequest({ person: null }))).to.include({ reason: 'anonymousLaunch' });
    const request = aRequest({ settings: { ...settings, acceptsLinks: false } });
    expect(await beginContentSelection(deps(), request)).to.include({ reason: 'contentNotTaken' });
  });

  it('shows the qualifications with their units, and those used lately first', async () => {
    const view = await viewContentSelection(deps(), await begun());
    expect(view).to.include({
      contextTitle: 'Customer Service, group A',
      acceptsMultiple: true,
      acceptsLineItems: true,
    });
    const [one] = view.qualifications;
    expect(one).to.include({ number: '601/3562/1', version: '1', recent: null });
    expect(one?.units[0]).to.include({ ref: '201' });
    await answerContentSelection(deps(), await begun(), [choice]);
    const again = await viewContentSelection(deps(), await begun());
    expect(again.qualifications[0]?.recent).to.equal(0);
    const elsewhere = await viewContentSelection(deps(), await begun({ registrationId: 'registration-2' }));
    expect(elsewhere.qualifications[0]?.recent).to.equal(null);
  });
  it('makes one activity with one column, for the units chosen', async () => {
    expect(await answerContentSelection(deps(), await begun(), [choice])).to.equal('jwt');
    const [items = []] = kept.answered;
    expect(items).to.have.length(1);
    expect(items[0]?.title).to.equal('My portfolio');
    expect(items[0]?.custom).to.deep.equal({ ...custom, cs_units: '201,202' });
    expect(items[0]?.lineItem).to.include({ label: 'My portfolio', resourceId: 'cs-601/3562/1', tag: 'countersign' });
    const [shown] = (await viewContentSelection(deps(), await begun())).qualifications;
    const sum = shown?.units.filter(({ ref }) => ref < '203').reduce((total, unit) => total + unit.criteria, 0);
    expect(items[0]?.lineItem?.scoreMaximum).to.equal(sum);
  });
  it('names no units where all are chosen', async () => {
    const [shown] = (await viewContentSelection(deps(), await begun())).qualifications;
    const units = shown?.units.map(({ ref }) => ref) ?? [];
    await answerContentSelection(deps(), await begun(), [{ ...choice, units }]);
    expect(kept.answered[0]?.[0]?.custom).to.deep.equal(custom);
  });
  it('makes an activity for each unit beside it, where each is to have its column and the platform takes several', async () => {
    await answerContentSelection(deps(), await begun(), [{ ...choice, columns: 'units' }]);
    const [items = []] = kept.answered;
    expect(items.map((item) => item.lineItem?.resourceId)).to.deep.equal([
      'cs-601/3562/1',
      'cs-601/3562/1-201',
      'cs-601/3562/1-202',
    ]);
    expect(items.map((item) => item.custom.cs_unit)).to.deep.equal([undefined, '201', '202']);
    expect(items.every((item) => item.custom.cs_columns === 'units')).to.equal(true);
  });
  it('makes one activity where the platform takes one, and leaves the units’ columns to later', async () => {
    const token = await begun({ settings: { ...settings, acceptsMultiple: false } });
    await answerContentSelection(deps(), token, [{ ...choice, columns: 'units' }]);
    expect(kept.answered[0]).to.have.length(1);
    expect(kept.answered[0]?.[0]?.custom.cs_columns).to.equal('units');
  });
  it('makes activities of several qualifications in one answer, each with its own column', async () => {
    const other = 'F/999/1234';
    const [specification] = await centre.deps.stores.qualifications.specifications();
    if (!specification) throw new Error('no sample');
    await centre.deps.stores.qualifications.addSpecification({ ...specification, number: other, title: 'Another' });
    const second = { ...choice, number: other, title: 'Second', columns: 'units' } as const;
    const token = await begun();
    await answerContentSelection(deps(), token, [choice, second]);
    const [items = []] = kept.answered;
    expect(items.map(({ title, lineItem }) => [title, lineItem?.resourceId])).to.deep.equal([
      ['My portfolio', 'cs-601/3562/1'],
      ['Second', `cs-${other}`],
      [items[2]?.title, `cs-${other}-201`],
      [items[3]?.title, `cs-${other}-202`],
    ]);
    expect(items.map(({ custom: sent }) => sent.cs_qualification)).to.deep.equal(['601/3562/1', other, other, other]);
    const view = await viewContentSelection(deps(), await begun());
    expect(view.qualifications.every(({ recent }) => recent !== null)).to.equal(true);
  });
  it('takes one choice only where the platform takes one activity, and all or none of several', async () => {
    const one = await begun({ settings: { ...settings, acceptsMultiple: false } });
    expect(await failureOf(answerContentSelection(deps(), one, [choice, choice]))).to.equal('notFound');
    const token = await begun();
    const unknown = { ...choice, number: '999' };
    expect(await failureOf(answerContentSelection(deps(), token, [choice, unknown]))).to.equal('notFound');
    expect(kept.answered).to.deep.equal([]);
    expect(await answerContentSelection(deps(), token, [choice])).to.equal('jwt');
  });
  it('makes no column where none is wanted, or the platform makes none', async () => {
    await answerContentSelection(deps(), await begun(), [{ ...choice, columns: 'none' }]);
    const token = await begun({ settings: { ...settings, acceptsLineItems: false } });
    await answerContentSelection(deps(), token, [{ ...choice, columns: 'units' }]);
    expect(kept.answered.map((items) => items.map((item) => item.lineItem))).to.deep.equal([[null], [null]]);
  });
  it('refuses a qualification or a unit that there is not, and can be answered afterwards', async () => {
    const token = await begun();
    expect(await failureOf(answerContentSelection(deps(), token, [{ ...choice, number: '999' }]))).to.equal('notFound');
    expect(await failureOf(answerContentSelection(deps(), token, [{ ...choice, units: ['201', '999'] }]))).to.equal(
      'notFound',
    );
    expect(await answerContentSelection(deps(), token, [])).to.equal('jwt');
    expect(kept.answered).to.deep.equal([[]]);
    expect(await failureOf(answerContentSelection(deps(), token, [choice]))).to.equal('sessionEnded');
    expect(await failureOf(viewContentSelection(deps(), token))).to.equal('sessionEnded');
  });
});
