import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { startBackground } from '../../extension/background/start.ts';
import type { Overview } from '../../extension/messages.ts';
import { from, lms, openWorld, own, tool, type World } from './world.ts';

const inTool = from(`${tool}/lti/launch`, 3);
const code = 'c'.repeat(43);

describe('pairing, in the extension', () => {
  let world: World;
  beforeEach(() => {
    world = openWorld();
  });
  const value = async (message: unknown, sender = own) => {
    const answer = await world.ask(message, sender);
    return answer && 'value' in answer ? answer.value : answer;
  };
  const begin = async () => {
    world.allowed.add(`${tool}/*`);
    await value({ type: 'beginPairing', toolUrl: tool });
  };

  it('begins only where the browser lets the extension reach the tool', async () => {
    expect(await world.ask({ type: 'beginPairing', toolUrl: tool })).to.have.nested.property(
      'fault.code',
      'notAllowed',
    );
    expect(world.scripts()).to.deep.equal([]);
  });

  it('takes https, and http on this machine only', async () => {
    for (const toolUrl of [
      'http://tool.example',
      'ftp://tool.example',
      'javascript:alert(1)',
      'https://a b',
      '',
      'https://user:pw@tool.example',
    ])
      expect(await world.ask({ type: 'beginPairing', toolUrl }), toolUrl).to.have.nested.property(
        'fault.code',
        'badAddress',
      );
    world.allowed.add('http://localhost/*');
    expect(await value({ type: 'beginPairing', toolUrl: 'http://localhost:8080/some/path' })).to.equal(null);
  });

  it('is in pages of the tool alone, and only from then on', async () => {
    await begin();
    expect(world.scripts()).to.deep.equal([
      { id: `tool ${tool}/*`, matches: [`${tool}/*`], file: 'tool-frame.js', inFrames: true },
    ]);
  });

  it('shows the panel the challenge of a secret that it keeps, and trades the code with that secret', async () => {
    await begin();
    const { challenge } = (await value({ type: 'toolFrame' }, inTool)) as { challenge: string };
    expect(await value({ type: 'pairingCode', code }, inTool)).to.deep.equal({ reason: null });
    const sent = world.sent.find(({ name }) => name === 'pair');
    const { verifier } = (sent?.body ?? {}) as { verifier: string };
    expect(createHash('sha256').update(verifier).digest('base64url')).to.equal(challenge);
    expect(JSON.stringify(await value({ type: 'toolFrame' }, inTool))).to.not.contain(verifier);
    expect(world.badge().text).to.equal('2');
  });

  it('takes no code that nobody asked for: not before, not twice, not late, not from another tool', async () => {
    world.allowed.add(`${tool}/*`);
    expect(await world.ask({ type: 'pairingCode', code }, inTool)).to.equal(undefined);
    await begin();
    expect(await world.ask({ type: 'pairingCode', code }, from('https://other.example/'))).to.equal(undefined);
    world.advance(30 * 60_000);
    expect(await value({ type: 'pairingCode', code }, inTool))
      .to.have.property('reason')
      .that.is.a('string');
    expect(world.sent.filter(({ name }) => name === 'pair')).to.deep.equal([]);
  });

  it('lets several persons and tools be connected, and the same person anew', async () => {
    await world.pair();
    world.answers.set(
      'pair',
      world.ok({ token: 'u'.repeat(43), tokenId: 'token-2', expiresAt: '2027-03-01T00:00:00.000Z', person: 'Sam' }),
    );
    await begin();
    await value({ type: 'pairingCode', code }, inTool);
    const people = async () =>
      ((await value({ type: 'overview', fresh: false })) as Overview).pairings.map(({ id }) => id);
    expect(await people()).to.deep.equal(['token-1', 'token-2']);
    world.answers.delete('waiting');
    world.answers.set(
      'pair',
      world.ok({
        token: 'w'.repeat(43),
        tokenId: 'token-3',
        expiresAt: '2027-03-01T00:00:00.000Z',
        person: 'Priya Nair',
      }),
    );
    await begin();
    await value({ type: 'pairingCode', code }, inTool);
    expect(await people())
      .to.include('token-3')
      .and.to.not.include('token-1');
  });

  it('is ended here: the tool is told, nothing is left in pages, and permission is given back', async () => {
    await world.pair();
    await value({ type: 'unpair', pairingId: 'token-1' });
    expect(world.sent.at(-1)).to.include({ name: 'unpair', token: 't'.repeat(43) });
    expect(world.scripts()).to.deep.equal([]);
    expect(world.allowed.has(`${tool}/*`)).to.equal(false);
    expect(world.badge()).to.deep.equal({ text: '', title: 'Countersign: click to connect' });
    expect(JSON.stringify(world.areas)).to.not.contain('t'.repeat(43));
  });

  it('is ended here also while the tool cannot be reached', async () => {
    await world.pair();
    world.answers.set('unpair', { kind: 'away', retryAfterMs: null });
    await value({ type: 'unpair', pairingId: 'token-1' });
    expect(((await value({ type: 'overview', fresh: false })) as Overview).pairings).to.deep.equal([]);
  });

  it('puts no script where the person took the permission away', async () => {
    await world.pair();
    startBackground(world.background());
    expect(world.scripts().map(({ id }) => id)).to.include(`lms ${lms}/*`);
    await world.browser.giveUp(`${lms}/*`);
    await world.ask({ type: 'showOn', origin: lms, show: true });
    expect(world.scripts().map(({ id }) => id)).to.deep.equal([`tool ${tool}/*`]);
  });

  it('offers the addresses that the institution set, and only safe ones', async () => {
    world.areas.managed = { tools: [tool, 'http://unsafe.example', 7] };
    expect(((await value({ type: 'overview', fresh: false })) as Overview).offered).to.deep.equal([tool]);
  });

  it('opens its first page when it is new, and wakes every minute', () => {
    startBackground(world.background());
    for (const listener of world.listeners.installed) listener(true);
    expect(world.tabs).to.deep.equal(['chrome-extension://ours/options.html']);
    expect(world.alarms).to.deep.equal(['poll']);
  });
});
