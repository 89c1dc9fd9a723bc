import { connect } from 'node:net';
import { expect } from 'chai';
import { type RunningDemo, startRunningDemo } from '../../builders/tool/running-demo.ts';
import { uploadFile } from '../../builders/tool/upload-file.ts';

type Body = { readonly code?: string } & Readonly<Record<string, unknown>>;

describe('the API over HTTP', () => {
  let demo: RunningDemo;
  let amelia: string;
  let kwame: string;
  let priya: string;
  before(async function () {
    this.timeout(60_000);
    demo = await startRunningDemo();
    [amelia, kwame, priya] = (await Promise.all(['amelia', 'kwame', 'priya'].map((person) => demo.launch(person)))) as [
      string,
      string,
      string,
    ];
  });
  after(() => demo.close());
  const call = async (token: string, method: string, path: string, body?: unknown) => {
    const answer = await demo.api(token, method, path, body);
    return { status: answer.status, headers: answer.headers, body: answer.body as Body };
  };
  const wording = { title: 'Complaint call', method: 'observation', narrative: 'I listened.', links: [] };
  const enrolmentOf = async (token: string) => String((await call(token, 'GET', '/api/me')).body.enrolmentId);
  const draftOf = async (token: string) =>
    String((await call(token, 'POST', `/api/enrolments/${await enrolmentOf(token)}/evidence`, wording)).body.id);

  it('says who is here after a launch that was signed for real', async () => {
    const { body } = await call(amelia, 'GET', '/api/me');
    expect(body).to.deep.include({ role: 'learner' });
    expect((await call(priya, 'GET', '/api/me')).body.role).to.equal('assessor');
    expect((await call(await demo.launch('tom'), 'GET', '/api/me')).body.role).to.equal('traineeAssessor');
    expect((await call(await demo.launch('ines'), 'GET', '/api/me')).body.role).to.equal('iqa');
    expect((await call(await demo.launch('morgan'), 'GET', '/api/me')).body.role).to.equal('manager');
  });

  for (const [says, header] of [
    ['no token', null],
    ['an unknown token', `Bearer ${'x'.repeat(43)}`],
    ['a token of the wrong kind', 'Basic YTpi'],
    ['an over-long token', `Bearer ${'x'.repeat(500)}`],
    ['a token with a filter in it', 'Bearer {"$ne":null}'],
  ] as const) {
    it(`refuses a call with ${says}`, async () => {
      const response = await fetch(
        `${demo.toolUrl}/api/me`,
        header === null ? {} : { headers: { authorization: header } },
      );
      expect(response.status).to.equal(401);
      expect(await response.json()).to.have.keys('code', 'message');
    });
  }

  it('does not take a token from the address', async () => {
    expect((await fetch(`${demo.toolUrl}/api/me?token=${amelia}&access_token=${amelia}`)).status).to.equal(401);
  });

  it('forgets a session that was ended', async () => {
    const token = await demo.launch('kwame');
    expect((await call(token, 'POST', '/api/session/end', {})).status).to.equal(200);
    expect((await call(token, 'GET', '/api/me')).body.code).to.equal('sessionEnded');
  });

  it("keeps learners out of each other's work and out of staff screens", async () => {
    const id = await draftOf(amelia);
    for (const [method, path, body] of [
      ['GET', `/api/evidence/${id}`, undefined],
      ['PATCH', `/api/evidence/${id}`, { title: 'Mine now' }],
      ['POST', `/api/evidence/${id}/ticks`, { tick: ['201/1.1'], untick: [] }],
      ['POST', `/api/evidence/${id}/submit`, {}],
      ['GET', `/api/enrolments/${await enrolmentOf(amelia)}`, undefined],
    ] as const) {
      expect((await call(kwame, method, path, body)).body.code, path).to.equal('notFound');
    }
    expect((await call(amelia, 'GET', '/api/caseload')).body.code).to.equal('roleNotAllowed');
    expect((await call(amelia, 'GET', '/api/matrix')).body.code).to.equal('roleNotAllowed');
    expect((await call(priya, 'GET', `/api/evidence/${id}`)).body.code).to.equal('notFound');
  });

  it('keeps the courses of one LMS apart', async () => {
    const other = demo.lms.courses()[1];
    const elsewhere = await demo.launch('priya', other?.id);
    const id = await draftOf(amelia);
    await call(amelia, 'POST', `/api/evidence/${id}/ticks`, { tick: ['201/1.1'], untick: [] });
    await call(amelia, 'POST', `/api/evidence/${id}/submit`, {});
    expect((await call(priya, 'GET', `/api/evidence/${id}`)).status).to.equal(200);
    expect((await call(elsewhere, 'GET', `/api/evidence/${id}`)).body.code).to.equal('notFound');
    expect(
      (await call(elsewhere, 'POST', `/api/evidence/${id}/accept-all`, { of: 'learner', shown: ['201/1.1'] })).body
        .code,
    ).to.equal('notFound');
  });

  describe('bad input', () => {
    const bad: ReadonlyArray<readonly [string, unknown]> = [
      ['an empty title', { ...wording, title: '  ' }],
      ['a missing field', { title: 'x' }],
      ['an unknown field', { ...wording, status: 'assessed' }],
      ['an unknown method', { ...wording, method: 'magic' }],
      ['a script as a link', { ...wording, links: [{ url: 'javascript:alert(1)', title: 'x' }] }],
      ['a filter for text', { ...wording, title: { $ne: '' } }],
      ['null', null],
      ['a list', []],
    ];
    for (const [says, body] of bad) {
      it(`is refused with a code and what was wrong: ${says}`, async () => {
        const answer = await call(amelia, 'POST', `/api/enrolments/${await enrolmentOf(amelia)}/evidence`, body);
        expect(answer.status).to.equal(400);
        expect(answer.body.code).to.equal('badRequest');
      });
    }

    it('is refused where it is not JSON, or far too much of it', async () => {
      const url = `${demo.toolUrl}/api/enrolments/${await enrolmentOf(amelia)}/evidence`;
      const headers = { authorization: `Bearer ${amelia}`, 'content-type': 'application/json' };
      const post = (body: string) => fetch(url, { method: 'POST', headers, body });
      expect((await post('{"title":')).status).to.equal(400);
      expect((await post(JSON.stringify({ ...wording, narrative: 'x'.repeat(600_000) }))).status).to.equal(413);
    });

    it('is refused as an id that is none', async () => {
      expect((await call(amelia, 'GET', '/api/evidence/$ne')).status).to.equal(400);
      expect((await call(amelia, 'GET', '/api/evidence/..%2F..%2Fetc')).status).to.equal(400);
    });
  });

  describe('attachments', () => {
    it('come back byte for byte, as a download in a sandbox, with the kind that their bytes show', async () => {
      const id = await draftOf(amelia);
      const bytes = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(64, 7)]);
      const item = await uploadFile(demo, amelia, id, 'Ännä <b>.html', bytes);
      const attachment = item.attachments[0];
      expect(attachment).to.include({ name: 'Ännä <b>.html', mediaType: 'image/png' });
      const url = `${demo.toolUrl}/api/evidence/${id}/attachments/${attachment?.id}`;
      const back = await fetch(url, { headers: { authorization: `Bearer ${amelia}` } });
      expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).to.equal(true);
      expect(back.headers.get('content-disposition')).to.match(/^attachment; filename\*=UTF-8''/);
      expect(back.headers.get('content-security-policy')).to.equal("default-src 'none'; sandbox");
      expect(back.headers.get('x-content-type-options')).to.equal('nosniff');
      expect((await fetch(url, { headers: { authorization: `Bearer ${kwame}` } })).status).to.equal(404);
      expect((await fetch(url)).status).to.equal(401);
    });

    it('are taken off by their learner only', async () => {
      const id = await draftOf(amelia);
      const item = await uploadFile(demo, amelia, id, 'note.txt', Buffer.from('hello'));
      const path = `/api/evidence/${id}/attachments/${item.attachments[0]?.id}`;
      expect((await call(kwame, 'DELETE', path)).status).to.equal(404);
      expect((await call(amelia, 'DELETE', path)).body.attachments).to.deep.equal([]);
    });
  });

  describe('the edges', () => {
    const raw = (text: string, wait = 3_000) =>
      new Promise<string>((resolve) => {
        const { hostname, port } = new URL(demo.toolUrl);
        const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname, () =>
          socket.write(text),
        );
        let answer = '';
        socket.on('data', (chunk) => {
          answer += chunk.toString('latin1');
        });
        socket.on('error', () => resolve(answer));
        socket.on('close', () => resolve(answer));
        setTimeout(() => socket.destroy(), wait).unref();
      });

    it('answer health, and readiness by asking the database', async () => {
      expect((await fetch(`${demo.toolUrl}/healthz`)).status).to.equal(200);
      expect((await fetch(`${demo.toolUrl}/readyz`)).status).to.equal(200);
    });

    it('answer 404 for unknown paths, in the one shape of an error', async () => {
      for (const path of [
        '/',
        '/api',
        '/nothing',
        '//evil.example/x',
        '/panel/../package.json',
        '/panel/%2e%2e/secret',
        '/.env',
      ]) {
        const response = await fetch(demo.toolUrl + path);
        expect([401, 404], path).to.include(response.status);
        expect(await response.json(), path).to.have.property('code');
      }
    });

    it('send long answers compressed', async () => {
      const headers = { authorization: `Bearer ${priya}`, 'accept-encoding': 'br' };
      const { qualificationId } = (await call(priya, 'GET', '/api/me')).body;
      const tree = await fetch(`${demo.toolUrl}/api/qualifications/${qualificationId}`, { headers });
      expect(tree.headers.get('content-encoding')).to.equal('br');
    });

    it('let nothing frame them and say nothing of their make', async () => {
      const { headers } = await fetch(`${demo.toolUrl}/healthz`);
      expect(headers.get('content-security-policy')).to.equal("default-src 'none';frame-ancestors 'none'");
      expect(headers.get('x-powered-by')).to.equal(null);
      expect(headers.get('referrer-policy')).to.equal('no-referrer');
    });

    it('cut off a head that never ends, within twenty seconds', async function () {
      this.timeout(25_000);
      const started = performance.now();
      expect(await raw('GET / HTTP/1.1\r\nHost: x\r\n', 24_000)).to.match(/^HTTP\/1\.1 408/);
      expect(performance.now() - started).to.be.lessThan(20_000);
    });

    it('survive malformed requests', async () => {
      for (const text of [
        'GARBAGE\r\n\r\n',
        'GET / HTTP/9.9\r\n\r\n',
        `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
        'POST /lti/launch HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n',
      ]) {
        expect(await raw(text)).to.match(/^HTTP\/1\.1 4\d\d/);
      }
      expect((await fetch(`${demo.toolUrl}/healthz`)).status).to.equal(200);
    });
  });
});
