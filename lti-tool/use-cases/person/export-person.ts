import { filesOf } from '../../../shared/domain/erasing.ts';
import type { Attachment, Evidence } from '../../../shared/domain/evidence.ts';
import type { Person } from '../people-ports.ts';
import type { Stores } from '../ports.ts';
import { findPerson, type PersonPlace } from './find-person.ts';
import type { Decision } from './personal-store.ts';

/** Everything about one person, for them to have. */
export type PersonExport = {
  readonly person: Person;
  /** Their work: ticks, decisions, feedback and the whole history of each item. */
  readonly evidence: readonly Evidence[];
  /** What they decided on other people's work. */
  readonly decisions: readonly Decision[];
  /** Roles, enrolments, scores sent, sessions and whatever else names them, by collection. */
  readonly records: Readonly<Record<string, readonly object[]>>;
};
export type ExportedFile = Pick<Attachment, 'sha256' | 'name'>;

/** Gathers it. @throws Failure notFound */
export async function exportPerson(
  stores: Pick<Stores, 'tenants' | 'people' | 'personal'>,
  place: PersonPlace,
): Promise<{ readonly content: PersonExport; readonly files: readonly ExportedFile[] }> {
  const person = await findPerson(stores, place);
  const { tenantId, id } = person;
  const [evidence, decisions, records] = await Promise.all([
    stores.personal.evidenceOf(tenantId, id),
    stores.personal.decisionsOf(tenantId, id),
    stores.personal.documentsOf(tenantId, id),
  ]);
  const names = new Map(
    evidence
      .flatMap(({ attachments, history }) => [
        ...history.flatMap(({ change }) => (change.kind === 'attached' ? [change.after] : [])),
        ...attachments,
      ])
      .map(({ sha256, name }) => [sha256, name]),
  );
  const files = [...new Set(evidence.flatMap((item) => [...filesOf(item)]))].map((sha256) => ({
    sha256,
    name: names.get(sha256) ?? '',
  }));
  return { content: { person, evidence, decisions, records }, files };
}
