import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { expect } from 'chai';

const script = readFileSync(join(__dirname, '../../../scripts/demo-lms/pages/assets/platform-messages.js'), 'utf8');
const TOOL = 'https://tool.example';

interface Reply {
  subject: string;
  message_id?: string;
  value?: unknown;
  error?: { code: string };
  supported_messages?: { subject: string; frame?: string }[];
}

/** Runs the script of an activity page with just enough of a browser around it. */
function page(): { send(data: unknown, origin?: string): Reply | null; frame: { style: { height: string } } } {
  const stored = new Map<string, string>();
  const frame = { style: { height: '' }, dataset: { toolOrigin: TOOL } };
  let listener: (event: unknown) => void = () => undefined;
  const document = { currentScript: null, querySelector: () => frame };
  const window = {
    origin: 'https://lms.example',
    addEventListener: (_type: string, listen: (event: unknown) => void) => {
      listener = listen;
    },
  };
  const sessionStorage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
    get length() {
      return stored.size;
    },
  };
  runInContext(script, createContext({ document, window, sessionStorage }));
  return {
    frame,
    send(data, origin = TOOL) {
      const replies: Reply[] = [];
      const source = {
        postMessage: (reply: Reply, target: string) => {
          expect(target).to.equal(origin);
          replies.push(reply);
        },
      };
      listener({ data, origin, source });
      return replies[0] ?? null;
    },
  };
}

describe('demo LMS, platform storage in the Canvas manner', () => {
  it('says what it supports and in which frame', () => {
    const supported = page().send({ subject: 'lti.capabilities', message_id: 'a' })?.supported_messages;
    expect(supported).to.deep.include({ subject: 'lti.put_data', frame: 'post_message_forwarding' });
    expect(supported).to.deep.include({ subject: 'lti.get_data', frame: 'post_message_forwarding' });
  });

  it('keeps a value, gives it back and forgets it again', () => {
    const { send } = page();
    const put = send({ subject: 'lti.put_data', message_id: 'a', key: 'state', value: 'v' });
    expect(put).to.deep.equal({ subject: 'lti.put_data.response', message_id: 'a', key: 'state', value: 'v' });
    expect(send({ subject: 'lti.get_data', message_id: 'b', key: 'state' })).to.include({
      message_id: 'b',
      value: 'v',
    });
    send({ subject: 'lti.put_data', message_id: 'c', key: 'state', value: null });
    expect(send({ subject: 'lti.get_data', message_id: 'd', key: 'state' })?.value).to.equal(null);
  });

  it('answers other origins with an error and keeps nothing of theirs', () => {
    const { send } = page();
    send({ subject: 'lti.put_data', message_id: 'a', key: 'state', value: 'v' });
    for (const subject of ['lti.put_data', 'lti.get_data', 'lti.capabilities', 'lti.frameResize']) {
      const reply = send({ subject, message_id: 'b', key: 'state', value: 'x', height: 9 }, 'https://evil.example');
      expect(reply?.error?.code, subject).to.equal('wrong_origin');
      expect(reply, subject).not.to.have.property('value');
    }
    expect(send({ subject: 'lti.get_data', message_id: 'c', key: 'state' })?.value).to.equal('v');
  });

  it('refuses what is malformed, too large or unknown', () => {
    const { send } = page();
    const codeOf = (data: object): string | undefined => send(data)?.error?.code;
    expect(codeOf({ subject: 'lti.put_data', key: 'k', value: 'v' })).to.equal('bad_request');
    expect(codeOf({ subject: 'lti.put_data', message_id: 'a', value: 'v' })).to.equal('bad_request');
    expect(codeOf({ subject: 'lti.put_data', message_id: 'a', key: 'k', value: 7 })).to.equal('bad_request');
    const value = 'x'.repeat(5000);
    expect(codeOf({ subject: 'lti.put_data', message_id: 'a', key: 'k', value })).to.equal('storage_exhaustion');
    expect(codeOf({ subject: 'lti.unheard_of', message_id: 'a' })).to.equal('unsupported_subject');
    expect(codeOf({ subject: 'lti.toString', message_id: 'a' })).to.equal('unsupported_subject');
  });

  it('resizes the frame to a height and ignores other people’s messages', () => {
    const { send, frame } = page();
    send({ subject: 'lti.frameResize', height: 640 });
    expect(frame.style.height).to.equal('640px');
    expect(send({ subject: 'lti.frameResize', height: 'tall' })?.error?.code).to.equal('bad_request');
    for (const data of ['text', null, 7, {}, { subject: 'other' }, { subject: 'lti.get_data.response' }]) {
      expect(send(data)).to.equal(null);
    }
  });
});
