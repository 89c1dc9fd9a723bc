import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { expect } from 'chai';
import mongoose, { mongo } from 'mongoose';
import { readConfig } from '../../../lti-tool/config.ts';
import { openStore } from '../../../lti-tool/store/store.ts';
import { openDatabase } from '../../../lti-tool/tool.ts';
import { openTestDatabase } from '../../builders/tool/database.ts';

const child = path.join(__dirname, 'children/open-store.ts');

async function openInAnotherProcess(url: string): Promise<string> {
  const opening = spawn(process.execPath, ['-r', 'esbuild-register', child, url], { timeout: 60_000 });
  let complaint = '';
  opening.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const [code] = await once(opening, 'close');
  return code === 0 ? 'opened' : complaint;
}

async function openHere(url: string): Promise<string> {
  const store = await openStore(url);
  await store.close();
  return 'opened';
}

describe('opening the store', () => {
  it('works from many processes and connections at once on a fresh database, and makes every index once', async function () {
    this.timeout(60_000);
    const database = await openTestDatabase();
    try {
      const openings = [
        ...Array.from({ length: 2 }, () => openInAnotherProcess(database.url)),
        ...Array.from({ length: 6 }, () => openHere(database.url)),
      ];
      expect(new Set(await Promise.all(openings))).to.deep.equal(new Set(['opened']));
      const connection = await mongoose.createConnection(database.url).asPromise();
      const indexesOf = async (name: string) =>
        (await connection.collection(name).indexes()).map(({ key, unique = false }) => ({ key, unique }));
      expect(await indexesOf('enrolments')).to.have.deep.members([
        { key: { _id: 1 }, unique: false },
        { key: { tenantId: 1, contextId: 1, qualificationId: 1, learnerId: 1 }, unique: true },
        { key: { scoreDue: 1 }, unique: false },
      ]);
      expect(await indexesOf('lti_accesstoken')).to.deep.include({
        key: { platformUrl: 1, clientId: 1, scopes: 1 },
        unique: true,
      });
      await connection.close();
    } finally {
      await database.close();
    }
  });
});

/** A server that notes the first bytes of every connection and says nothing. */
async function listen(): Promise<{ server: Server; port: number; first: Buffer[]; sockets: Socket[] }> {
  const first: Buffer[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {}).once('data', (bytes) => first.push(Buffer.from(bytes)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port, first, sockets };
}

describe('the address of a MongoDB', () => {
  type Read = { readonly says: string; readonly url: string; readonly means: Record<string, unknown> };
  const addresses: readonly Read[] = [
    {
      says: 'a replica set with a password',
      url: 'mongodb://anna:p%40ss%2Fword@db1.example:27017,db2.example:27018/centre?replicaSet=rs0&authSource=admin',
      means: { replicaSet: 'rs0', user: 'anna', password: 'p@ss/word', source: 'admin', tls: undefined, hosts: 2 },
    },
    {
      says: 'a cluster found by SRV, which is TLS',
      url: 'mongodb+srv://anna:secret@cluster0.example.net/centre?retryWrites=true&w=majority',
      means: { replicaSet: undefined, user: 'anna', password: 'secret', source: 'centre', tls: true, hosts: 0 },
    },
    {
      says: 'a certificate instead of a password',
      url: 'mongodb://db.example/centre?tls=true&authMechanism=MONGODB-X509',
      means: { replicaSet: undefined, user: '', password: '', source: '$external', tls: true, hosts: 1 },
    },
  ];
  for (const { says, url, means } of addresses) {
    it(`goes from the setting to the driver as it is: ${says}`, async () => {
      const config = readConfig({ DATABASE_URL: url, SECRET: 's'.repeat(32) });
      const database = await openDatabase(config, false);
      expect(database.url).to.equal(url);
      const { replicaSet, credentials, tls, hosts } = new mongo.MongoClient(database.url).options;
      const { username: user, password, source } = credentials ?? {};
      expect({ replicaSet, user, password, source, tls, hosts: hosts.length }).to.deep.equal(means);
    });
  }

  const attempt = async (options: string) => {
    const { server, port, first, sockets } = await listen();
    const url = `mongodb://127.0.0.1:${port}/centre?serverSelectionTimeoutMS=300&connectTimeoutMS=300${options}`;
    const began = Date.now();
    const message = await openStore(url).then(
      () => 'opened',
      (error: unknown) => `${error}`,
    );
    const took = Date.now() - began;
    for (const socket of sockets) socket.destroy();
    server.close();
    return { message, took, first: first[0] ?? Buffer.alloc(0) };
  };

  it('has its TLS and its time limits obeyed', async () => {
    const { first, took, message } = await attempt('&tls=true');
    expect([...first.subarray(0, 2)], 'a TLS handshake').to.deep.equal([0x16, 0x03]);
    expect(took).to.be.lessThan(5_000);
    expect(message).not.to.equal('opened');
  });

  it('has its application name told to the server', async () => {
    expect((await attempt('&appName=North+Centre')).first.toString('latin1')).to.contain('North Centre');
  });
});
