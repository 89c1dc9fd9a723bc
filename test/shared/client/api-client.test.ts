import { expect } from 'chai';
import { errorCodes, errorStatuses } from '../../../shared/api/errors.ts';
import { ApiError, createApiClient } from '../../../shared/client/api-client.ts';
import { type EvidenceId, parseId } from '../../../shared/domain/ids.ts';
import { errorTexts } from '../../../shared/texts/errors.ts';
import { criteria } from '../../builders/domain/evidence.ts';

type Sent = { readonly url: string; readonly init: RequestInit };
const baseUrl = 'https://tool.example';
const evidenceId = parseId<EvidenceId>('201/e:1');

/** A client whose fetch answers as told, and what it was asked to fetch. */
function aClient(answer: (sent: Sent) => Response | Promise<Response> = () => Response.json({})) {
  const sent: Sent[] = [];
  let token = 'token-1';
  const client = createApiClient({
    baseUrl,
    token: () => token,
    fetch: async (input, init = {}) => {
      const call = { url: String(input), init };
      sent.push(call);
      return answer(call);
    },
  });
  return {
    client,
    sent,
    renew: (next: string): void => {
      token = next;
    },
  };
}

const headersOf = ({ init }: Sent): Record<string, string> => Object.fromEntries(new Headers(init.headers));

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error('The call was expected to fail.');
}

async function apiErrorOf(call: Promise<unknown>): Promise<ApiError> {
  const error = await failureOf(call);
  if (error instanceof ApiError) return error;
  throw error;
}

describe('the API client', () => {
  describe('asks', () => {
    it('by the method and path of the operation, its parameters encoded', async () => {
      const { client, sent } = aClient();
      await client.call('evidence', { params: { evidenceId } });
      expect(sent.map(({ url, init }) => [init.method, url])).to.deep.equal([
        ['GET', 'https://tool.example/api/evidence/201%2Fe%3A1'],
      ]);
    });

    it('without a body and its type when it reads', async () => {
      const { client, sent } = aClient();
      await client.call('me');
      expect(sent.map(headersOf)).to.deep.equal([{ authorization: 'Bearer token-1' }]);
      expect(sent[0]?.init).not.to.have.property('body');
    });

    it('with a body of JSON when it writes', async () => {
      const { client, sent } = aClient();
      const body = { tick: criteria('1.1'), untick: [] };
      await client.call('changeTicks', { params: { evidenceId }, body });
      expect(sent.map(headersOf).map((headers) => ({ ...headers, 'idempotency-key': 'act-1' }))).to.deep.equal([
        { authorization: 'Bearer token-1', 'content-type': 'application/json', 'idempotency-key': 'act-1' },
      ]);
      expect(sent[0]?.init.body).to.equal('{"tick":["201/1.1"],"untick":[]}');
    });

    it('with an empty object when it writes and has nothing to say', async () => {
      const { client, sent } = aClient();
      await client.call('submitEvidence', { params: { evidenceId } });
      expect(sent[0]?.init).to.include({ method: 'POST', body: '{}' });
    });

    it('with the token of the moment, never one in the address', async () => {
      const { client, sent, renew } = aClient();
      await client.call('me');
      renew('token-2');
      await client.call('me');
      expect(sent.map((call) => headersOf(call).authorization)).to.deep.equal(['Bearer token-1', 'Bearer token-2']);
      expect(sent.map(({ url }) => url).join()).not.to.include('token-');
      expect(client.authorization()).to.equal('Bearer token-2');
    });

    it('without cookies and past every cache', async () => {
      const { client, sent } = aClient();
      await client.call('caseload');
      await client.call('endSession');
      for (const { init } of sent) expect(init).to.include({ credentials: 'omit', cache: 'no-store' });
    });
  });

  it('hands back the reply', async () => {
    const reply = { choices: [] };
    const { client } = aClient(() => Response.json(reply));
    expect(await client.call('qualificationChoices')).to.deep.equal(reply);
  });

  describe('when the API says no', () => {
    for (const code of errorCodes) {
      const status = errorStatuses[code];
      const message = errorTexts[code];
      it(`rejects with ${code}, its own words for the screen and the request number`, async () => {
        const { client } = aClient(() =>
          Response.json({ code, message: 'Other words' }, { status, headers: { 'x-request-id': 'request-7' } }),
        );
        const error = await apiErrorOf(client.call('me'));
        expect(error).to.include({ name: 'ApiError', code, message, requestId: 'request-7' });
      });
    }

    it('keeps the details', async () => {
      const details = { fields: ['title'] };
      const { client } = aClient(() => Response.json({ code: 'badRequest', details }, { status: 400 }));
      expect((await apiErrorOf(client.call('me'))).details).to.deep.equal(details);
    });

    const odd: ReadonlyArray<readonly [string, () => Response]> = [
      ['a page instead of JSON', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
      ['an empty body', () => new Response(null, { status: 500 })],
      ['JSON without a code', () => Response.json({ error: 'no' }, { status: 400 })],
      ['a code that is not known', () => Response.json({ code: 'madeUp' }, { status: 418 })],
    ];
    for (const [what, answer] of odd) {
      it(`takes ${what} for a fault on our side`, async () => {
        const error = await apiErrorOf(aClient(answer).client.call('me'));
        expect(error).to.include({ code: 'internal', message: errorTexts.internal, requestId: null });
      });
    }
  });

  describe('when the API cannot be reached', () => {
    const unreachable = () => Promise.reject(new TypeError('Failed to fetch'));

    it('rejects with offline and says that nothing is lost', async () => {
      const error = await apiErrorOf(aClient(unreachable).client.call('me'));
      expect(error).to.include({ code: 'offline', requestId: null });
      expect(error.message).to.match(/offline.*Nothing is lost/i);
    });

    it('rejects with offline also when a signal was given that nobody aborted', async () => {
      const { signal } = new AbortController();
      expect((await apiErrorOf(aClient(unreachable).client.call('me', { signal }))).code).to.equal('offline');
    });
  });

  describe('when the caller aborts', () => {
    const waiting = ({ init }: Sent) =>
      new Promise<Response>((_, reject) => {
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });

    it('rejects with the reason of the signal', async () => {
      const controller = new AbortController();
      const { client, sent } = aClient(waiting);
      const failure = failureOf(client.call('me', { signal: controller.signal }));
      expect(sent[0]?.init.signal).to.equal(controller.signal);
      const reason = new Error('The screen was left.');
      controller.abort(reason);
      expect(await failure).to.equal(reason);
    });

    it('stops the download of an attachment as well', async () => {
      const controller = new AbortController();
      const { client } = aClient(waiting);
      const failure = failureOf(client.attachment({ evidenceId: 'e1', attachmentId: 'a1' }, controller.signal));
      controller.abort();
      expect(await failure).to.have.property('name', 'AbortError');
    });
  });

  describe('handles files', () => {
    it('reads the bytes of an attachment with the token', async () => {
      const { client, sent } = aClient(() => new Response('bytes'));
      const blob = await client.attachment({ evidenceId: 'e1', attachmentId: 'a/1' });
      expect(await blob.text()).to.equal('bytes');
      expect(sent[0]?.url).to.equal('https://tool.example/api/evidence/e1/attachments/a%2F1');
      expect(sent.map(headersOf)).to.deep.equal([{ authorization: 'Bearer token-1' }]);
    });

    it('rejects when an attachment is gone', async () => {
      const { client } = aClient(() => Response.json({ code: 'notFound' }, { status: 404 }));
      const error = await apiErrorOf(client.attachment({ evidenceId: 'e1', attachmentId: 'a1' }));
      expect(error.code).to.equal('notFound');
    });

    it('puts a part of a file at its upload, with where it begins', () => {
      const url = new URL(aClient().client.partUrl({ evidenceId: 'e1', uploadId: 'u1' }, 4096));
      expect(url.pathname).to.equal('/api/evidence/e1/uploads/u1');
      expect([...url.searchParams]).to.deep.equal([['offset', '4096']]);
    });
  });
});
