import { expect } from 'chai';
import { startBackground } from '../../extension/background/start.ts';
import type { Sender } from '../../extension/browser.ts';
import type { Overview } from '../../extension/messages.ts';
import { eventually } from '../builders/tool/eventually.ts';
import { from, lms, openWorld, own, tool, type World } from './world.ts';

const item = { pairingId: 'token-1', evidenceId: 'evidence-1' };
const inLms = from(`${lms}/moodle/course/view.php?id=2`);
const inTool = from(`${tool}/lti/launch`, 3);
const stranger = from('https://evil.example/');

describe('the background and who asks it', () => {
  let world: World;
  const value = async (message: unknown, sender: Sender = own) => {
    const answer = await world.ask(message, sender);
    if (!answer || !('value' in answer)) throw new Error(JSON.stringify(answer));
    return answer.value;
  };
  const fault = async (message: unknown, sender: Sender = own) => {
    const answer = await world.ask(message, sender);
    return answer && 'fault' in answer ? answer.fault.code : answer;
  };
  const nonce = async () => ((await value({ type: 'prompt', ...item, of: 'learner' })) as { nonce: string }).nonce;
  beforeEach(async () => {
    world = openWorld();
    await world.pair();
  });

  it('tells its own pages everything but tokens', async () => {
    const overview = await value({ type: 'overview', fresh: true });
    expect((overview as Overview).pairings[0]?.items[0]?.learner).to.equal('Amelia Hart');
    expect(JSON.stringify(overview)).to.not.contain('t'.repeat(43));
  });

  it('accepts exactly what the prompt showed, once, whatever the caller says', async () => {
    const shown = await nonce();
    expect(await value({ type: 'accept', nonce: shown })).to.include({ accepted: 2 });
    expect(world.sent.find(({ name }) => name === 'accept')?.body).to.deep.equal({
      of: 'learner',
      shown: ['201/1.1', '201/1.2'],
    });
    expect(await fault({ type: 'accept', nonce: shown })).to.equal('promptOver');
    expect(await world.ask({ type: 'accept', nonce: await nonce(), shown: ['201/9.9'] })).to.equal(undefined);
  });

  it('accepts nothing by a nonce that is made up, inherited or ten minutes old', async () => {
    const old = await nonce();
    world.advance(10 * 60_000);
    for (const made of [old, 'x'.repeat(43), '', '__proto__', 'constructor', 'toString'])
      expect(await fault({ type: 'accept', nonce: made }), made).to.equal('promptOver');
    expect(world.sent.filter(({ name }) => name === 'accept')).to.deep.equal([]);
  });

  it('gives an LMS page what it shows, and nothing of another course, product or site', async () => {
    const page = { type: 'lmsPage', product: 'moodle', course: '2' };
    const shown = await value(page, inLms);
    expect(shown).to.have.nested.property('items[0].learner', 'Amelia Hart');
    expect(JSON.stringify(shown)).to.not.contain('t'.repeat(43));
    expect(await value({ ...page, course: '3' }, inLms)).to.equal(null);
    expect(await value({ ...page, product: 'canvas' }, inLms)).to.equal(null);
    expect(await world.ask(page, stranger)).to.equal(undefined);
    expect(await world.ask(page, inTool)).to.equal(undefined);
  });

  describe('does not answer', () => {
    const accept = async () => ({ type: 'accept', nonce: await nonce() });
    const asked: ReadonlyArray<readonly [string, () => Promise<unknown>, Sender]> = [
      ['an LMS page that accepts', accept, inLms],
      ['the tool’s frame that accepts', accept, inTool],
      ['an LMS page that asks for a prompt’s nonce', async () => ({ type: 'prompt', ...item, of: 'learner' }), inLms],
      ['an LMS page that undoes', async () => ({ type: 'undo', ...item, sequence: 3 }), inLms],
      ['an LMS page that wants the overview', async () => ({ type: 'overview', fresh: false }), inLms],
      ['an LMS page that disconnects', async () => ({ type: 'unpair', pairingId: 'token-1' }), inLms],
      ['an LMS page that hands over a code', async () => ({ type: 'pairingCode', code: 'c'.repeat(43) }), inLms],
      [
        'a frame within an LMS page',
        async () => ({ type: 'lmsPage', product: 'moodle', course: '2' }),
        from(`${lms}/moodle/mod/page/view.php`, 4),
      ],
      ['any page of a stranger', async () => ({ type: 'openPrompt', ...item, of: 'learner' }), stranger],
      ['another extension', async () => ({ type: 'overview', fresh: false }), { id: 'theirs', url: own.url }],
      ['a sender without an address', async () => ({ type: 'overview', fresh: false }), { id: 'ours' }],
      [
        'an address that only begins like ours',
        async () => ({ type: 'overview', fresh: false }),
        from('chrome-extension://ours.evil.example/'),
      ],
      [
        'an origin that only begins like the LMS’s',
        async () => ({ type: 'lmsPage', product: 'moodle', course: '2' }),
        from(`${lms}.evil.example/`),
      ],
      ['the LMS over plain http', async () => ({ type: 'hideHere' }), from('http://lms.example/')],
      ['a message of no type', async () => ({}), own],
      ['a message with more than its type allows', async () => ({ type: 'overview', fresh: false, all: true }), own],
      ['a text', async () => 'overview', own],
      ['null', async () => null, own],
    ];
    for (const [says, message, sender] of asked)
      it(says, async () => {
        const before = world.sent.filter(({ name }) => name === 'accept' || name === 'undo').length;
        expect(await world.ask(await message(), sender)).to.equal(undefined);
        expect(world.sent.filter(({ name }) => name === 'accept' || name === 'undo')).to.have.length(before);
      });
  });

  it('opens a prompt for a page only where the item waits there, and by itself accepts nothing', async () => {
    await value({ type: 'openPrompt', ...item, of: 'learner' }, inLms);
    expect(world.windows).to.deep.equal([
      'chrome-extension://ours/prompt.html?pairing=token-1&evidence=evidence-1&of=learner',
    ]);
    const other = { type: 'openPrompt', pairingId: 'token-1', evidenceId: 'evidence-9', of: 'learner' };
    expect(await fault(other, inLms)).to.equal('notFound');
    expect(world.sent.filter(({ name }) => name === 'accept')).to.deep.equal([]);
  });

  describe('when the browser’s leave is taken away', () => {
    beforeEach(() => startBackground(world.background()));
    const sites = async () => ((await value({ type: 'overview', fresh: false })) as Overview).sites;
    const standing = async () =>
      ((await value({ type: 'overview', fresh: false })) as Overview).pairings.map((pairing) => pairing.standing);

    it('for the tool, says so at once, asks and changes nothing there, and goes on when it is given again', async () => {
      const shown = await nonce();
      await world.browser.giveUp(`${tool}/*`);
      await eventually(() => void expect(world.badge().text).to.equal('?'), 1_000);
      expect(world.badge().title).to.contain('Click to allow it');
      expect(await standing()).to.deep.equal(['barred']);
      world.sent.length = 0;
      expect(await fault({ type: 'accept', nonce: shown })).to.equal('notAllowed');
      expect(await fault({ type: 'prompt', ...item, of: 'learner' })).to.equal('notAllowed');
      expect(await fault({ type: 'undo', ...item, sequence: 3 })).to.equal('notAllowed');
      await value({ type: 'overview', fresh: true });
      expect(world.sent).to.deep.equal([]);
      world.allowed.add(`${tool}/*`);
      for (const listener of world.listeners.reach) listener();
      await eventually(() => void expect(world.badge().text).to.equal('2'), 1_000);
      expect(await standing()).to.deep.equal(['paired']);
    });

    it('for an LMS, tells a page there nothing more, and says so where the person wanted it', async () => {
      const page = { type: 'lmsPage', product: 'moodle', course: '2' };
      await value({ type: 'showOn', origin: lms, show: true });
      expect(await sites()).to.deep.equal([{ origin: lms, state: 'shown' }]);
      await world.browser.giveUp(`${lms}/*`);
      expect(await world.ask(page, inLms)).to.equal(undefined);
      expect(await sites()).to.deep.equal([{ origin: lms, state: 'barred' }]);
      expect(world.badge().text).to.equal('2');
      await value({ type: 'showOn', origin: lms, show: false });
      expect(await sites()).to.deep.equal([{ origin: lms, state: 'notShown' }]);
    });
  });

  it('opens the list in a window of its own for a page that has no room for it', async () => {
    await value({ type: 'openList' }, inLms);
    await value({ type: 'openList' }, inTool);
    expect(world.windows).to.deep.equal(Array(2).fill('chrome-extension://ours/popup.html'));
    expect(await world.ask({ type: 'openList' }, stranger)).to.equal(undefined);
  });

  it('opens the activity, and tells the panel there once which item was meant', async () => {
    await value({ type: 'openItem', contextId: 'context-1', ...item }, inLms);
    expect(world.tabs).to.deep.equal([`${lms}/moodle/mod/lti/view.php?l=1`]);
    expect(await value({ type: 'toolFrame' }, inTool)).to.include({ evidenceId: 'evidence-1' });
    expect(await value({ type: 'toolFrame' }, inTool)).to.include({ evidenceId: null });
  });

  it('opens no address that is not safe, though the tool names it', async () => {
    for (const activityUrl of ['http://lms.example/', 'https://user:secret@lms.example/']) {
      const place = {
        contextId: 'context-1',
        title: 'A',
        role: 'assessor',
        product: null,
        lmsUrl: null,
        coursePageId: null,
      };
      const rows: unknown[] = [];
      const list = {
        person: 'P',
        expiresAt: '2027-02-01T00:00:00.000Z',
        places: [{ ...place, activityUrl }],
        rows,
        more: 0,
        returned: rows,
      };
      world.answers.set('waiting', world.ok(list));
      await world.ask({ type: 'overview', fresh: true });
      expect(await fault({ type: 'openItem', contextId: 'context-1', ...item })).to.equal('notFound');
    }
    expect(world.tabs).to.deep.equal([]);
  });

  it('remembers where the overlay stands, for each site', async () => {
    const place = { corner: 'se', x: 10, y: 20 };
    await value({ type: 'placeOverlay', place }, inLms);
    expect(await value({ type: 'lmsPage', product: 'moodle', course: '2' }, inLms)).to.deep.include({ place });
  });

  it('is taken off a site by one click there: hidden, not injected, permission given back', async () => {
    expect(world.scripts().map(({ id }) => id)).to.include(`lms ${lms}/*`);
    await value({ type: 'hideHere' }, inLms);
    expect(world.scripts().map(({ id }) => id)).to.deep.equal([`tool ${tool}/*`]);
    expect(world.allowed.has(`${lms}/*`)).to.equal(false);
    expect(world.allowed.has(`${tool}/*`)).to.equal(true);
  });
});
