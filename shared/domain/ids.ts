/** Ids are opaque strings. A branded type keeps one kind from standing in for another. */
declare const kind: unique symbol;
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

/** One LTI registration (issuer + client id) with one deployment. Every query carries it. */
export type TenantId = Id<'tenant'>;
export type PersonId = Id<'person'>;
export type ContextId = Id<'context'>;
export type ResourceLinkId = Id<'resourceLink'>;
export type QualificationId = Id<'qualification'>;
export type CriterionId = Id<'criterion'>;
export type EnrolmentId = Id<'enrolment'>;
export type EvidenceId = Id<'evidence'>;
export type AttachmentId = Id<'attachment'>;
export type ExtensionTokenId = Id<'extensionToken'>;
export type UploadId = Id<'upload'>;

/** Letters, digits and a few signs that are safe in a path segment once encoded; 1 to 128 characters. */
export const idPattern = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}$/;

/**
 * The only way to make an id from text.
 * @throws TypeError when the text is not shaped like an id.
 */
export function parseId<I extends Id<string>>(text: string): I {
  if (!idPattern.test(text)) throw new TypeError('That is not an id.');
  return text as I;
}

/** The id of a criterion within its qualification: "201/1.1". */
export const criterionIdOf = (unitRef: string, criterionRef: string): CriterionId =>
  parseId<CriterionId>(`${unitRef}/${criterionRef}`);

/** The unit that a criterion is of: neither ref has a slash. */
export const unitRefOf = (id: CriterionId): string => id.slice(0, id.indexOf('/'));
