import vm from 'node:vm';
import { expect } from 'chai';
import { storageScript } from '../../../lti-tool/lti/storage-script.ts';

type Message = Record<string, unknown>;
type Listener = (event: { data: Message; origin: string; source: unknown }) => void;
const lms = 'https://sso.canvaslms.com';

/** Runs the script in a page whose parent is a platform that answers like this. */
function runPage(
  data: Record<string, string>,
  platform: {
    capable?: boolean;
    kept?: Map<string, unknown>;
    origin?: string;
    target?: string;
    framed?: boolean;
    opened?: boolean;
    /** Another page speaks first, with an answer to the same question. */
    stranger?: { origin: string; source?: 'storage'; value: string };
  } = {},
): Promise<{ went: string; posted: Array<[Message, string]> }> {
  const {
    capable = true,
    kept = new Map(),
    origin = lms,
    target = 'post_message_forwarding',
    framed = true,
    opened = false,
    stranger,
  } = platform;
  const listeners = new Set<Listener>();
  const posted: Array<[Message, string]> = [];
  const answer = (source: unknown, from: string, message: Message) =>
    queueMicrotask(() => {
      for (const listener of listeners) listener({ data: message, origin: from, source });
    });
  const storage = {
    postMessage(message: Message, to: string) {
      posted.push([message, to]);
      if (message.subject === 'lti.put_data') kept.set(String(message.key), message.value);
      if (stranger)
        answer(stranger.source === 'storage' ? storage : {}, stranger.origin, {
          ...message,
          subject: `${message.subject}.response`,
          value: stranger.value,
        });
      const value = kept.get(String(message.key));
      answer(storage, origin, {
        ...message,
        subject: `${message.subject}.response`,
        ...(value !== undefined && { value }),
      });
    },
  };
  const parent = {
    frames: { [target]: storage },
    postMessage(message: Message, to: string) {
      // A target of "_parent" is the page around us itself.
      if (message.subject !== 'lti.capabilities') return storage.postMessage(message, to);
      posted.push([message, to]);
      const supported = ['lti.put_data', 'lti.get_data'].map((subject) => ({ subject }));
      if (capable)
        answer(parent, 'https://school.instructure.com', {
          ...message,
          subject: 'lti.capabilities.response',
          supported_messages: supported,
        });
    },
  };
  return new Promise((resolve) => {
    const field = { value: 'none', form: { submit: () => resolve({ went: `submit ${field.value}`, posted }) } };
    const window: Record<string, unknown> = { opener: opened ? parent : null };
    window.parent = framed ? parent : window;
    vm.runInNewContext(storageScript, {
      window,
      document: { querySelector: () => ({ dataset: data }), getElementById: () => field },
      location: { replace: (address: string) => resolve({ went: address, posted }) },
      addEventListener: (_type: string, listener: Listener) => listeners.add(listener),
      removeEventListener: (_type: string, listener: Listener) => listeners.delete(listener),
      crypto: { randomUUID: () => 'one' },
      // Patience runs out as soon as nothing else is left to do.
      setTimeout: (work: () => void) => setTimeout(work, 5),
      clearTimeout,
      Promise,
      Array,
    });
  });
}

const put = {
  task: 'put',
  target: 'post_message_forwarding',
  origin: lms,
  key: 'k',
  value: 'proof',
  next: '/next',
  otherwise: '/otherwise',
};
const get = { task: 'get', target: 'post_message_forwarding', origin: lms, key: 'k' };

describe('the script of the storage pages', () => {
  it('puts the proof at the platform’s origin and goes on', async () => {
    const kept = new Map();
    const { went, posted } = await runPage(put, { kept });
    expect(went).to.equal('/next');
    expect(kept.get('k')).to.equal('proof');
    expect(posted.filter(([message]) => message.subject === 'lti.put_data').map(([, to]) => to)).to.deep.equal([lms]);
  });
  it('tells nobody else the proof: what goes to every origin holds none', async () => {
    const { posted } = await runPage(put);
    expect(posted.filter(([, to]) => to === '*').map(([message]) => message)).to.deep.equal([
      { subject: 'lti.capabilities', message_id: 'one' },
    ]);
  });
  it('gets the proof and sends the launch again with it', async () =>
    expect((await runPage(get, { kept: new Map([['k', 'proof']]) })).went).to.equal('submit proof'));
  it('sends it with none where nothing was kept', async () =>
    expect((await runPage(get)).went).to.equal('submit none'));
  it('goes the other way where the platform never answers', async () => {
    expect((await runPage(put, { capable: false })).went).to.equal('/otherwise');
    expect((await runPage(get, { capable: false, kept: new Map([['k', 'proof']]) })).went).to.equal('submit none');
  });
  it('does not believe another origin', async () =>
    expect((await runPage(get, { kept: new Map([['k', 'proof']]), origin: 'https://evil.example' })).went).to.equal(
      'submit none',
    ));
  it('does not wait for, or believe, a page that answers first from another origin', async () => {
    const kept = new Map([['k', 'proof']]);
    for (const stranger of [
      { origin: 'https://evil.example', value: 'planted' },
      { origin: 'https://evil.example', source: 'storage', value: 'planted' },
      { origin: 'https://school.instructure.com', value: 'planted' },
      { origin: 'null', value: 'planted' },
      { origin: `${lms}.evil.example`, value: 'planted' },
    ] as const)
      expect((await runPage(get, { kept, stranger })).went).to.equal('submit proof');
  });
  it('is not made to go on by a stranger that says it kept the proof', async () => {
    const stranger = { origin: 'https://evil.example', value: 'proof' };
    expect((await runPage(put, { origin: 'https://evil.example', stranger })).went).to.equal('/otherwise');
  });
  describe('where the target is the page around it', () => {
    const parent = { target: '_parent' };
    it('puts and gets the proof there, at the platform’s origin', async () => {
      const kept = new Map();
      const { went, posted } = await runPage({ ...put, ...parent }, { kept });
      expect(went).to.equal('/next');
      expect(posted.filter(([message]) => message.subject === 'lti.put_data').map(([, to]) => to)).to.deep.equal([lms]);
      expect((await runPage({ ...get, ...parent }, { kept })).went).to.equal('submit proof');
    });
    it('does not believe another origin', async () => {
      const kept = new Map([['k', 'proof']]);
      const evil = { kept, origin: 'https://evil.example' };
      expect((await runPage({ ...get, ...parent }, evil)).went).to.equal('submit none');
    });
    it('is the page that opened it, in a window of its own', async () => {
      const window = { framed: false, opened: true };
      expect((await runPage({ ...put, ...parent }, window)).went).to.equal('/next');
    });
  });
  it('goes the other way without the named frame', async () =>
    expect((await runPage(put, { target: 'another-frame' })).went).to.equal('/otherwise'));
  it('goes the other way with no page around it', async () =>
    expect((await runPage(put, { framed: false })).went).to.equal('/otherwise'));
});
