import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { openLog } from '../../lti-tool/open-log.ts';

describe('the log', () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'countersign-log-'));
  });
  after(() => rm(directory, { recursive: true, force: true }));

  it('gathers what only counts, and writes it in order with the first line that needs somebody’s eye', () => {
    const file = path.join(directory, 'log');
    const log = openLog('info', file);
    const written = () =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line).msg);
    log.info({}, 'first');
    expect(written()).to.deep.equal([]);
    log.warn({}, 'second');
    expect(written()).to.deep.equal(['first', 'second']);
    log.error({ error: new Error('x') }, 'third');
    log.info({}, 'fourth');
    log.flush();
    expect(written()).to.deep.equal(['first', 'second', 'third', 'fourth']);
  });
});
