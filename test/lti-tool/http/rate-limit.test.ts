import type { Server } from 'node:http';
import { expect } from 'chai';
import express from 'express';
import { rateLimits } from '../../../lti-tool/http/rate-limit.ts';
import { listen, portOf, stop } from '../../../lti-tool/http/server.ts';

describe('the rate limit', () => {
  let server: Server;
  const open = async (perMinute: number | null) => {
    const app = express();
    const { byAddress, bySession } = rateLimits(perMinute);
    app.get('/', byAddress, bySession, (_request, response) => void response.json({}));
    server = await listen(app, 0, '127.0.0.1');
  };
  afterEach(() => stop(server, 10));
  const call = (token: string) =>
    fetch(`http://127.0.0.1:${portOf(server)}/`, { headers: { authorization: `Bearer ${token}` } });

  it('stops a session that asks too often, with a code, and no other session', async () => {
    await open(3);
    const eager = 'a'.repeat(43);
    const statuses = [];
    for (let request = 0; request < 4; request += 1) statuses.push((await call(eager)).status);
    expect(statuses).to.deep.equal([200, 200, 200, 429]);
    expect(await (await call(eager)).json()).to.include({ code: 'tooManyRequests' });
    expect((await call('b'.repeat(43))).status).to.equal(200);
  });

  it('stops an address that comes with ever new tokens', async () => {
    await open(1);
    const statuses = [];
    for (let request = 0; request < 11; request += 1) statuses.push((await call(`${request}`.padEnd(43, 'x'))).status);
    expect(statuses).to.deep.equal([...Array.from({ length: 10 }, () => 200), 429]);
  });

  it('stops an address that ends pairing after pairing, as a guesser of codes would', async () => {
    const app = express();
    app.post('/extension/pair', rateLimits(600).pairing, (_request, response) => void response.json({}));
    server = await listen(app, 0, '127.0.0.1');
    const pair = () => fetch(`http://127.0.0.1:${portOf(server)}/extension/pair`, { method: 'POST' });
    const statuses = [];
    for (let request = 0; request < 31; request += 1) statuses.push((await pair()).status);
    expect(statuses).to.deep.equal([...Array.from({ length: 30 }, () => 200), 429]);
  });

  it('can be switched off', async () => {
    await open(null);
    for (let request = 0; request < 50; request += 1) expect((await call('c'.repeat(43))).status).to.equal(200);
  });
});
