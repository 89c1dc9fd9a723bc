import type { Qualification, Specification } from '../../shared/domain/qualification.ts';
import type { QualificationStore } from '../use-cases/ports.ts';
import { ensure, toEntity } from './documents.ts';
import type { Models, Recorded } from './models.ts';

type Deps = Pick<Models, 'specifications' | 'qualifications'>;

/** A qualification never changes once made (a new version is a new one), so each is read from the database once. */
export function createQualificationStore(
  { specifications, qualifications }: Deps,
  newId: () => string,
): QualificationStore {
  const known = new Map<string, Qualification>();
  const withoutTenant = (
    document: ({ readonly _id: string; readonly tenantId?: string } & Recorded) | null,
  ): Qualification | null => {
    if (document === null) return null;
    const { tenantId: _, record: __, ...rest } = document;
    return toEntity<Qualification>(rest);
  };
  return {
    async specifications() {
      return specifications.find({}).sort({ title: 1 }).select('-_id').lean<Specification[]>();
    },
    async addSpecification({ number, version, ...rest }) {
      await ensure(specifications, { number, version }, { set: rest, fresh: { _id: newId() } });
    },
    async ensure(tenantId, number, version) {
      const filter = { tenantId, number, ...(version === null ? {} : { version }) };
      const present = await qualifications.findOne(filter).sort({ version: -1 }).lean();
      if (present) return withoutTenant(present);
      const wanted = { number, ...(version === null ? {} : { version }) };
      const source = await specifications.findOne(wanted).sort({ version: -1 }).select('-_id').lean<Specification>();
      if (source === null) return null;
      const { number: _, version: current, ...rest } = source;
      const key = { tenantId, number, version: current };
      return withoutTenant(await ensure(qualifications, key, { fresh: { _id: newId(), ...rest } }));
    },
    async find(tenantId, id) {
      const key = `${tenantId} ${id}`;
      const cached = known.get(key);
      if (cached) return cached;
      const qualification = withoutTenant(await qualifications.findOne({ tenantId, _id: id }).lean());
      if (qualification) known.set(key, qualification);
      return qualification;
    },
  };
}
