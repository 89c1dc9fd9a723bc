import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { systemCrypto } from '../../../lti-tool/tool.ts';
import { verifyProgress } from '../../../lti-tool/use-cases/refresh-progress.ts';
import { type BenchCentre, openBenchCentre, reply } from '../../../scripts/bench/centre.ts';
import { type Cohort, makeCohort } from '../../../scripts/bench/cohort.ts';
import { aSpecification } from '../../../scripts/bench/specification.ts';
import { firstBrokenEntry } from '../../../shared/domain/history.ts';
import { criteriaUnder } from '../../../shared/domain/qualification.ts';

describe('the cohort that a benchmark works on', () => {
  let directory: string;
  let centre: BenchCentre;
  let cohort: Cohort;

  before(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'countersign-'));
    centre = await openBenchCentre(directory);
    cohort = await makeCohort(centre, { learners: 3, items: 7, criteria: 60, ticks: 10 });
  });
  after(async () => {
    await centre.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('has a qualification with exactly the criteria asked for', () => {
    for (const count of [1, 30, 60, 107]) {
      const ids = criteriaUnder(aSpecification('bench/1', count)).map(({ id }) => id);
      expect(new Set(ids).size).to.equal(count);
    }
    expect(cohort.criteria).to.have.length(60);
  });

  it('has evidence in every status that a portfolio shows', () => {
    const [learner] = cohort.learners;
    expect(learner?.items).to.have.length(7);
    const statuses = new Set(learner?.items.map(({ status }) => status));
    expect([...statuses].sort()).to.deep.equal(['assessed', 'draft', 'returned', 'submitted']);
  });

  it('is as the tool itself would have left it: whole histories, and progress that equals the evidence', async () => {
    for (const item of cohort.learners.flatMap(({ items }) => items))
      expect(firstBrokenEntry(item, systemCrypto.sha256)).to.equal(null);
    expect(await verifyProgress(centre.deps)).to.deep.equal([]);
  });

  it('is what the assessor of its context sees', async () => {
    const matrix: { rows: unknown[] } = JSON.parse(await reply(centre, cohort.assessor, 'matrix'));
    expect(matrix.rows).to.have.length(3);
  });
});
