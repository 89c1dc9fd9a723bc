import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { BSON } from 'bson';
import { expect } from 'chai';
import { encodeCommand } from '../../../../../lti-tool/store/embedded/wire/wire-message.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../temporary-database.ts';

const OP_MSG = 2013;

describe('the wire server under attack', () => {
  let database: TemporaryDatabase;

  before(async () => {
    database = await openTemporaryDatabase();
  });
  after(() => database.close());
  afterEach(async () => {
    const others = database.connection.collection('c');
    await others.insertOne({ served: true });
    expect(await others.countDocuments({ served: true })).to.be.greaterThan(0);
  });

  async function connected(): Promise<Socket> {
    const path = decodeURIComponent(/^mongodb:\/\/([^/]+)/.exec(database.embedded.url)?.[1] ?? '');
    const socket = connect(path);
    socket.on('error', () => socket.destroy());
    await once(socket, 'connect');
    return socket;
  }

  /** Sends bytes and waits until the server hangs up; what it answered before. */
  async function hungUpOn(...parts: readonly Buffer[]): Promise<Buffer> {
    const socket = await connected();
    const answers: Buffer[] = [];
    socket.on('data', (bytes) => answers.push(bytes as Buffer));
    for (const part of parts) socket.write(part);
    await once(socket, 'close');
    return Buffer.concat(answers);
  }

  function message(operation: number, body: Buffer, length = 16 + body.length): Buffer {
    const header = Buffer.alloc(16);
    header.writeInt32LE(length, 0);
    header.writeInt32LE(7, 4);
    header.writeInt32LE(operation, 12);
    return Buffer.concat([header, body]);
  }

  function bodySection(document: Buffer, flags = 0): Buffer {
    const head = Buffer.alloc(5);
    head.writeUInt32LE(flags, 0);
    return Buffer.concat([head, document]);
  }

  const ping = Buffer.from(BSON.serialize({ ping: 1, $db: 'admin' }));

  it('hangs up on garbage and on lengths that no message has', async () => {
    await hungUpOn(Buffer.alloc(100, 0xff));
    await hungUpOn(Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'));
    for (const length of [-1, 0, 15, 48_000_001, 0x7fffffff]) await hungUpOn(message(OP_MSG, Buffer.alloc(0), length));
  });

  it('hangs up on operations that it does not know', async () => {
    for (const operation of [0, 1, 2001, 2002, 2005, 2006, 2012, 99999]) await hungUpOn(message(operation, ping));
  });

  it('hangs up on flags that must be understood, and on sections of an unknown kind', async () => {
    await hungUpOn(message(OP_MSG, bodySection(ping, 4)));
    const unknownKind = bodySection(ping);
    unknownKind[4] = 9;
    await hungUpOn(message(OP_MSG, unknownKind));
    await hungUpOn(message(OP_MSG, Buffer.alloc(4)));
  });

  it('hangs up on BSON that is cut short, too long or of unknown types', async () => {
    const tooLong = Buffer.from(ping);
    tooLong.writeInt32LE(ping.length + 100, 0);
    const negative = Buffer.from(ping);
    negative.writeInt32LE(-5, 0);
    const unknownType = Buffer.from(ping);
    unknownType[4] = 0x63;
    const badText = Buffer.from(BSON.serialize({ ping: 'aaaa', $db: 'admin' }));
    badText.fill(0xff, badText.indexOf('aaaa'), badText.indexOf('aaaa') + 4);
    for (const document of [tooLong, negative, unknownType, badText, ping.subarray(0, 8)]) {
      await hungUpOn(message(OP_MSG, bodySection(document)));
    }
  });

  it('hangs up on a document sequence that does not add up', async () => {
    const sequence = Buffer.from('\x01\x10\0\0\0name-without-end');
    await hungUpOn(message(OP_MSG, Buffer.concat([bodySection(ping), sequence])));
    const badDocument = Buffer.concat([Buffer.from('\x01\x0f\0\0\0docs\0'), Buffer.from('ffffff7f0000', 'hex')]);
    await hungUpOn(message(OP_MSG, Buffer.concat([bodySection(ping), badDocument])));
  });

  it('is not troubled by half a message', async () => {
    const whole = encodeCommand(1, { ping: 1, $db: 'admin' });
    const socket = await connected();
    socket.write(whole.subarray(0, whole.length - 3));
    socket.end();
    socket.resume();
    await once(socket, 'close');
  });

  it('answers messages that come byte by byte, and several that come at once', async () => {
    const socket = await connected();
    const whole = encodeCommand(1, { ping: 1, $db: 'admin' });
    for (const byte of whole) socket.write(Buffer.from([byte]));
    socket.write(Buffer.concat([whole, whole]));
    let bytes = 0;
    const reply = 21 + BSON.calculateObjectSize({ ok: 1 });
    while (bytes < 3 * reply) bytes += ((await once(socket, 'data')) as [Buffer])[0].length;
    expect(bytes).to.equal(3 * reply);
    socket.destroy();
  });

  it('survives documents nested thousands deep, and does not store them', async () => {
    let nested: Record<string, unknown> = {};
    for (let depth = 0; depth < 2000; depth++) nested = { a: nested };
    const socket = await connected();
    for (const command of [
      { find: 'c', filter: nested },
      { insert: 'deep', documents: [nested] },
      { aggregate: 'c', pipeline: [{ $addFields: nested }], cursor: {} },
    ]) {
      socket.write(encodeCommand(1, { ...command, $db: 'countersign' }));
      await once(socket, 'data');
    }
    expect(await database.connection.collection('deep').countDocuments()).to.equal(0);
    socket.destroy();
  });

  it('does not reply to unacknowledged writes, but carries them out', async () => {
    const write = encodeCommand(1, { insert: 'unacknowledged', documents: [{ _id: 1 }], $db: 'countersign' });
    write.writeUInt32LE(2, 16);
    const socket = await connected();
    socket.write(Buffer.concat([write, encodeCommand(2, { ping: 1, $db: 'admin' })]));
    const [reply] = (await once(socket, 'data')) as [Buffer];
    expect(reply.readInt32LE(8), 'the ping is answered').to.equal(2);
    expect(await database.connection.collection('unacknowledged').countDocuments()).to.equal(1);
    socket.destroy();
  });
});
