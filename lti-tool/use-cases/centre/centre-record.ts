import type { Origin } from '../../../shared/domain/evidence.ts';
import type { EvidenceNeeded } from '../../../shared/domain/evidence-needed.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Role, RoleMapping } from '../../../shared/domain/roles.ts';

/** What a manager of the centre can set. */
export type CentreSettings = { readonly roleMapping: RoleMapping; readonly evidenceNeeded: EvidenceNeeded };

/** A change of the centre's record, with what stood before and after (R11). */
export type CentreChange =
  | { readonly kind: 'role'; readonly personId: PersonId; readonly before: Role | null; readonly after: Role | null }
  | { readonly kind: 'caseload'; readonly before: readonly PersonId[]; readonly after: readonly PersonId[] }
  | { readonly kind: 'settings'; readonly before: CentreSettings; readonly after: CentreSettings }
  | { readonly kind: 'qualification'; readonly number: string; readonly version: string; readonly title: string };

/**
 * Who changed what, acting as what, from where, when. An entry is added by the same write as the change it tells of,
 * to the document that changed; none is ever altered or taken away.
 */
export type RecordEntry = {
  readonly at: Instant;
  /** Null: whoever runs the installation, by admin command. */
  readonly byId: PersonId | null;
  readonly actingAs: Role | null;
  readonly origin: Origin;
  readonly change: CentreChange;
};

/** An entry as it is read: a change of many learners' assessors at once is one, and names them. */
export type ReadEntry = RecordEntry & { readonly learnerIds: readonly PersonId[] };
