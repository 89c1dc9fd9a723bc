import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { ConfigError, readConfig } from '../../lti-tool/config.ts';

describe('settings', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'countersign-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));
  const read = (settings: Record<string, string> = {}) => readConfig({ DATA_DIR: directory, ...settings });
  const faultOf = (settings: Record<string, string>): string => {
    try {
      read(settings);
    } catch (error) {
      if (error instanceof ConfigError) return error.message;
      throw error;
    }
    return '';
  };
  const secret = 's'.repeat(32);

  it('need none for a start on this machine', () => {
    const config = read();
    expect(config).to.deep.include({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:8080',
      databaseUrl: null,
      rateLimit: 600,
      allowLocalPlatforms: true,
    });
  });

  it('make a secret once and keep it, readable by its owner only', () => {
    const first = read().secret;
    expect(read().secret).to.equal(first);
    const file = path.join(directory, 'secret');
    expect(readFileSync(file, 'utf8').trim()).to.equal(first);
    expect(statSync(file).mode & 0o077).to.equal(0);
  });

  it('require a secret in production', () => {
    expect(faultOf({ NODE_ENV: 'production', PUBLIC_URL: 'https://tool.example' })).to.contain('SECRET is required');
    expect(read({ NODE_ENV: 'production', PUBLIC_URL: 'https://tool.example', SECRET: secret }).secret).to.equal(
      secret,
    );
  });

  it('refuse plain http for an address that others can reach', () => {
    expect(faultOf({ PUBLIC_URL: 'http://tool.example' })).to.contain('PUBLIC_URL must be https');
  });

  it('let platforms be local only for a local address, unless told', () => {
    expect(read({ PUBLIC_URL: 'https://tool.example' }).allowLocalPlatforms).to.equal(false);
    expect(read({ PUBLIC_URL: 'http://127.0.0.1:9' }).allowLocalPlatforms).to.equal(true);
    expect(read({ PUBLIC_URL: 'https://tool.example', ALLOW_LOCAL_PLATFORMS: 'true' }).allowLocalPlatforms).to.equal(
      true,
    );
    expect(faultOf({ NODE_ENV: 'production', SECRET: secret, ALLOW_LOCAL_PLATFORMS: 'true' })).to.contain(
      'development only',
    );
  });

  it('name every fault at once', () => {
    const fault = faultOf({
      PORT: 'many',
      PUBLIC_URL: 'tool',
      DATABASE_URL: 'mysql://x',
      SECRET: 'short',
      RATE_LIMIT: 'some',
    });
    for (const name of ['PORT', 'PUBLIC_URL', 'DATABASE_URL', 'SECRET', 'RATE_LIMIT']) expect(fault).to.contain(name);
  });

  it('take connection strings as they are', () => {
    const url = 'mongodb+srv://user:p%40ss@cluster.example/countersign?replicaSet=rs0&tls=true';
    expect(read({ DATABASE_URL: url }).databaseUrl).to.equal(url);
  });

  it('switch the rate limit off', () => {
    expect(read({ RATE_LIMIT: 'off' }).rateLimit).to.equal(null);
    expect([read().publishes, read({ PUBLISHER: 'off' }).publishes]).to.deep.equal([true, false]);
    expect(read({ RATE_LIMIT: '50' }).rateLimit).to.equal(50);
  });
});
