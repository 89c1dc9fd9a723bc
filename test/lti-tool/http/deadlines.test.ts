import type { Server } from 'node:http';
import { connect } from 'node:net';
import { expect } from 'chai';
import express from 'express';
import { deadlines } from '../../../lti-tool/http/deadlines.ts';
import { ListenError, listen, portOf, stop } from '../../../lti-tool/http/server.ts';

describe('slow senders', () => {
  let server: Server;
  const deadline = 200;
  before(async () => {
    const app = express();
    app.use(deadlines(deadline));
    app.post('/refused', (_request, response) => void response.status(401).end());
    app.post('/read', express.json(), (_request, response) => void response.json({}));
    app.put('/x/uploads/1', async (request, response) => {
      let size = 0;
      for await (const chunk of request) size += (chunk as Buffer).length;
      response.json({ size });
    });
    server = await listen(app, 0, '127.0.0.1');
  });
  after(() => stop(server, 10));

  /** Sends a head that promises 100 bytes, then pieces, and tells what came back and after how long it was cut off. */
  const send = (path: string, pieces: readonly string[], every: number, method = 'POST') =>
    new Promise<{ answer: string; took: number }>((resolve) => {
      const started = performance.now();
      const socket = connect(portOf(server), '127.0.0.1', () => {
        socket.write(
          `${method} ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n`,
        );
        pieces.forEach((piece, index) => void setTimeout(() => socket.write(piece), every * (index + 1)));
      });
      let answer = '';
      socket.on('data', (chunk) => {
        answer += chunk.toString('latin1');
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve({ answer, took: performance.now() - started }));
    });

  it('are cut off when the body does not come in time', async () => {
    const { answer, took } = await send('/read', ['{"a":'], 10);
    expect(answer).to.match(/^HTTP\/1\.1 408/);
    expect(took).to.be.lessThan(5_000);
  });

  it('are cut off after an answer that did not wait for their body', async () => {
    const { answer, took } = await send('/refused', [], 10);
    expect(answer).to.match(/^HTTP\/1\.1 401/);
    expect(took).to.be.lessThan(5_000);
  });

  it('may upload for longer than the deadline while bytes keep coming', async () => {
    const pieces = Array.from({ length: 10 }, () => 'x'.repeat(10));
    const socketAnswer = await new Promise<string>((resolve) => {
      const socket = connect(portOf(server), '127.0.0.1', () => {
        socket.write('PUT /x/uploads/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 100\r\n\r\n');
        pieces.forEach((piece, index) => void setTimeout(() => socket.write(piece), (index + 1) * (deadline / 4)));
      });
      let answer = '';
      socket.on('data', (chunk) => {
        answer += chunk.toString('latin1');
      });
      socket.on('close', () => resolve(answer));
    });
    expect(socketAnswer).to.contain('{"size":100}');
  });

  it('are cut off when an upload stands still', async () => {
    const { answer, took } = await send('/x/uploads/1', ['x'], 10, 'PUT');
    expect(answer).to.equal('');
    expect(took).to.be.lessThan(5_000);
  });
});

describe('listening', () => {
  it('names the setting when the port is taken', async () => {
    const first = await listen((_request, response) => response.end(), 0, '127.0.0.1');
    const taken = portOf(first);
    const fault = await listen((_request, response) => response.end(), taken, '127.0.0.1').catch(
      (error: unknown) => error,
    );
    expect(fault).to.be.instanceOf(ListenError);
    expect((fault as Error).message)
      .to.contain(`Port ${taken} is taken`)
      .and.to.contain('PORT=');
    await stop(first);
  });
});
