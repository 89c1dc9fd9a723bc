import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect } from 'chai';
import { createFileStore } from '../../../../lti-tool/store/file-store.ts';
import { addComment } from '../../../../lti-tool/use-cases/comment-on-evidence.ts';
import type { FileStore } from '../../../../lti-tool/use-cases/file-ports.ts';
import { attachFile, editEvidence } from '../../../../lti-tool/use-cases/offer-evidence.ts';
import { erasePerson } from '../../../../lti-tool/use-cases/person/erase-person.ts';
import { exportPerson } from '../../../../lti-tool/use-cases/person/export-person.ts';
import type { Principal } from '../../../../lti-tool/use-cases/principal.ts';
import { verifyProgress } from '../../../../lti-tool/use-cases/refresh-progress.ts';
import { finishReview } from '../../../../lti-tool/use-cases/review-evidence.ts';
import { changeTicks } from '../../../../lti-tool/use-cases/tick-evidence.ts';
import { firstBrokenEntry, fitsHistory } from '../../../../shared/domain/history.ts';
import { type Centre, criterion, openCentre } from '../../../builders/tool/centre.ts';
import { failureOf } from '../../../builders/tool/failure-of.ts';

const place = (lmsUserId: string, changes: Partial<Parameters<typeof exportPerson>[1]> = {}) => ({
  registrationId: 'registration-1',
  deploymentId: '1',
  lmsUserId,
  ...changes,
});

describe('one person’s data', () => {
  let centre: Centre;
  let directory: string;
  let files: FileStore;
  let amelia: Principal;
  let assessor: Principal;
  beforeEach(async () => {
    centre = await openCentre();
    directory = await mkdtemp(path.join(tmpdir(), 'countersign-'));
    files = createFileStore(directory, 1_000_000);
    amelia = await centre.person('Amelia Hart', 'learner');
    assessor = await centre.person('Priya Shah', 'assessor');
  });
  afterEach(async () => {
    await centre.close();
    await rm(directory, { recursive: true, force: true });
  });
  const deps = () => ({ ...centre.deps, files });
  const attach = async (learner: Principal, text: string) => {
    const { id } = await centre.draft(learner, ['201/1.1'], 'Call with Amelia Hart');
    await attachFile(deps(), learner, id, {
      name: 'Amelia Hart.txt',
      ...(await files.save(Readable.from([Buffer.from(text)]))),
    });
    return id;
  };
  /** A learner's item, confirmed and spoken about. */
  async function assessed(learner: Principal) {
    const item = await centre.submitted(learner, ['201/1.1', '201/1.2'], 'Call with Amelia Hart');
    await changeTicks(centre.deps, assessor, item.id, { tick: [criterion('201/1.1')], untick: [] });
    await addComment(centre.deps, learner, item.id, 'Amelia Hart here');
    await addComment(centre.deps, assessor, item.id, 'Hello Amelia Hart');
    await finishReview(centre.deps, assessor, item.id, 'Well done, Amelia Hart');
    return item.id;
  }
  const stored = async (): Promise<string> => {
    const found: unknown[] = [];
    await centre.store.stores.evidence.each(async (item) => void found.push(item));
    return JSON.stringify(found);
  };
  const fileCount = async () =>
    (await readdir(directory, { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name)).length;

  describe('exported', () => {
    it('holds their work, roles, enrolments, scores and sessions', async () => {
      const id = await assessed(amelia);
      await attach(amelia, 'notes');
      const [enrolment] = await centre.store.stores.enrolments.ofContext(
        amelia.tenantId,
        amelia.contextId,
        (await centre.store.stores.evidence.find(amelia.tenantId, id))?.qualificationId ?? ('' as never),
      );
      await centre.store.stores.publishing.addRecord({
        tenantId: amelia.tenantId,
        enrolmentId: enrolment?.id ?? ('' as never),
        learnerId: amelia.personId,
        unitRef: null,
        timestamp: '2026-11-23T09:30:00.000Z',
        scoreGiven: 1,
        scoreMaximum: 45,
        comment: '1 of 45 criteria confirmed',
        answer: 'accepted',
        status: 200,
        reason: null,
      });
      const { content, files: list } = await exportPerson(centre.store.stores, place('amelia-hart'));
      expect(content.person).to.include({ name: 'Amelia Hart', lmsUserId: 'amelia-hart' });
      expect(content.evidence).to.have.length(2);
      expect(content.evidence[0]?.history.length).to.be.greaterThan(3);
      expect(content.records).to.include.all.keys('memberships', 'enrolments', 'sessions', 'scoreRecords');
      expect(list).to.have.length(1);
      expect(list[0]?.name).to.equal('Amelia Hart.txt');
    });
    it('holds what an assessor decided, and no learner’s text', async () => {
      await assessed(amelia);
      const { content } = await exportPerson(centre.store.stores, place('priya-shah'));
      expect(content.evidence).to.deep.equal([]);
      expect(content.decisions.map(({ change }) => change.kind)).to.deep.equal(['ticked', 'commented', 'status']);
    });
    it('holds no secret: not even the hash of a session’s token', async () => {
      const { content } = await exportPerson(centre.store.stores, place('amelia-hart'));
      expect(content.records.sessions).to.have.length(1);
      expect(JSON.stringify(content.records)).not.to.match(/[0-9a-f]{64}|hash/i);
    });
    it('is of one tenant', async () => {
      await centre.person('Amelia Hart', 'learner', { deploymentId: '2' });
      await assessed(amelia);
      const other = await exportPerson(centre.store.stores, place('amelia-hart', { deploymentId: '2' }));
      expect(other.content.evidence).to.deep.equal([]);
      expect(JSON.stringify(other.content)).not.to.contain(amelia.tenantId);
      for (const nobody of [
        place('nobody'),
        place('amelia-hart', { deploymentId: '3' }),
        place('amelia-hart', { registrationId: 'x' }),
      ])
        expect(await failureOf(exportPerson(centre.store.stores, nobody))).to.equal('notFound');
    });
  });

  describe('erased', () => {
    it('is gone: name, id at the LMS, texts, files and sessions', async () => {
      await assessed(amelia);
      const id = await attach(amelia, 'only hers');
      await editEvidence(centre.deps, amelia, id, { narrative: 'I am Amelia Hart' });
      expect(await fileCount()).to.equal(1);
      expect(await erasePerson(deps(), place('amelia-hart'))).to.deep.equal({ items: 2, files: 1 });
      expect(await stored()).not.to.match(/Amelia|Hart|listened/);
      expect(await fileCount()).to.equal(0);
      const { people, personal } = centre.store.stores;
      expect(await people.findByLmsUser(amelia.tenantId, 'amelia-hart')).to.equal(null);
      expect((await people.findMany(amelia.tenantId, [amelia.personId]))[0]).to.include({
        name: null,
        givenName: null,
      });
      expect(await personal.documentsOf(amelia.tenantId, amelia.personId)).not.to.have.property('sessions');
      expect(await failureOf(exportPerson(centre.store.stores, place('amelia-hart')))).to.equal('notFound');
    });
    it('leaves decisions and progress, and every history verifies', async () => {
      const id = await assessed(amelia);
      await erasePerson(deps(), place('amelia-hart'));
      const item = await centre.store.stores.evidence.find(amelia.tenantId, id);
      expect(item?.ticks.assessor.map(({ byId }) => byId)).to.deep.equal([assessor.personId]);
      await centre.store.stores.evidence.each(async (each) => {
        expect(firstBrokenEntry(each, centre.deps.crypto.sha256)).to.equal(null);
        expect(fitsHistory(each)).to.equal(true);
      });
      expect(await verifyProgress(centre.deps)).to.deep.equal([]);
      const { enrolments } = centre.store.stores;
      const enrolment = item && (await enrolments.find(amelia.tenantId, item.enrolmentId));
      expect(enrolment?.progress.confirmed).to.equal(1);
      expect(enrolment?.publication.notEnrolled).to.equal(true);
    });
    it('keeps a file that somebody else attached as well', async () => {
      const kwame = await centre.person('Kwame Boateng', 'learner');
      await attach(amelia, 'the same file');
      await attach(kwame, 'the same file');
      expect(await erasePerson(deps(), place('amelia-hart'))).to.deep.equal({ items: 1, files: 0 });
      expect(await fileCount()).to.equal(1);
    });
    it('touches nobody else: no other learner, no other tenant with the same user', async () => {
      const kwame = await centre.person('Kwame Boateng', 'learner');
      const elsewhere = await centre.person('Amelia Hart', 'learner', { deploymentId: '2' });
      const theirs = [await centre.submitted(kwame, ['201/1.1']), await centre.submitted(elsewhere, ['201/1.1'])];
      await assessed(amelia);
      await erasePerson(deps(), place('amelia-hart'));
      const { evidence, people } = centre.store.stores;
      for (const item of theirs) expect(await evidence.find(item.tenantId, item.id)).to.deep.equal(item);
      expect(await people.findByLmsUser(elsewhere.tenantId, 'amelia-hart')).to.include({ name: 'Amelia Hart' });
      expect(await exportPerson(centre.store.stores, place('amelia-hart', { deploymentId: '2' }))).to.be.an('object');
    });
    it('lets an assessor go, and keeps what they decided under an id', async () => {
      const id = await assessed(amelia);
      await erasePerson(deps(), place('priya-shah'));
      const item = await centre.store.stores.evidence.find(amelia.tenantId, id);
      expect(item?.ticks.assessor).to.have.length(1);
      expect(item && firstBrokenEntry(item, centre.deps.crypto.sha256)).to.equal(null);
    });
    it('may be run again where it was cut short', async () => {
      await assessed(amelia);
      await attach(amelia, 'only hers');
      const broken: FileStore = {
        ...files,
        remove: () => Promise.reject(new Error('the disk is away')),
      };
      await erasePerson({ ...deps(), files: broken }, place('amelia-hart')).catch(() => undefined);
      expect(await erasePerson(deps(), place('amelia-hart'))).to.deep.equal({ items: 2, files: 1 });
      expect(await stored()).not.to.match(/Amelia|Hart/);
    });
    it('meets a change that is made at the same time', async () => {
      const item = await centre.submitted(amelia, ['201/1.1'], 'Call with Amelia Hart');
      const { evidence } = centre.store.stores;
      let raced = false;
      const racing: typeof evidence = {
        ...evidence,
        async replace(next, version) {
          if (!raced) {
            raced = true;
            await changeTicks(centre.deps, assessor, item.id, { tick: [criterion('201/1.1')], untick: [] });
          }
          return evidence.replace(next, version);
        },
      };
      const stores = { ...centre.deps.stores, evidence: racing };
      await erasePerson({ ...deps(), stores }, place('amelia-hart'));
      const after = await evidence.find(item.tenantId, item.id);
      expect(after?.ticks.assessor).to.have.length(1);
      expect(await stored()).not.to.match(/Amelia|Hart/);
      expect(after && firstBrokenEntry(after, centre.deps.crypto.sha256)).to.equal(null);
    });
    it('comes back as somebody new', async () => {
      await erasePerson(deps(), place('amelia-hart'));
      const again = await centre.person('Amelia Hart', 'learner');
      expect(again.personId).not.to.equal(amelia.personId);
    });
  });
});
