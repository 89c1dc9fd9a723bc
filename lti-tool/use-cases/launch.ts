/**
 * What every verified LTI 1.3 message tells us. The LTI edge makes it from an id_token it has fully checked;
 * every text is at most 255 characters (custom values 2,048), every address absolute.
 * @see https://www.imsglobal.org/spec/lti/v1p3#required-message-claims
 */
type Message = {
  /** The id of the LTI registration (issuer + client id). */
  readonly registrationId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly deploymentId: string;
  /** Origin of the platform's pages, for `frame-ancestors`. */
  readonly platformOrigin: string;
  /** tool_platform claim's product_family_code, e.g. "moodle"; null where not sent. */
  readonly product: string | null;
  readonly platformName: string | null;
  /** Null for an anonymous launch (no `sub`). */
  readonly person: LaunchPerson | null;
  /** The roles claim as sent. */
  readonly roles: readonly string[];
  readonly context: { readonly id: string; readonly title: string | null; readonly label: string | null } | null;
  /** launch_presentation's locale as a BCP 47 tag; null where it was not sent, or is none. */
  readonly locale: string | null;
  /** Custom parameters; only texts are kept. */
  readonly custom: Readonly<Record<string, string>>;
  readonly scores: ScoreEndpoint | null;
  /** Names and Role Provisioning Services address of the context, where offered. */
  readonly membershipsUrl: string | null;
};

/** Somebody opens an activity, or from the gradebook the work of one learner. */
export type Launch = Message & {
  readonly messageType: 'LtiResourceLinkRequest' | 'LtiSubmissionReviewRequest';
  readonly resourceLink: { readonly id: string; readonly title: string | null };
  /** Opened from the course's own menu, where one link leads to the whole course: Canvas's course navigation. */
  readonly ofCourse: boolean;
  /** The learner whose work is to be opened; null for whatever is first. */
  readonly review: ReviewedLearner | null;
};

/**
 * The `for_user` claim.
 * @see https://www.imsglobal.org/spec/lti-sr/v1p0
 */
export type ReviewedLearner = LaunchPerson;

/** Somebody adds activities to a course: they choose here what each is for. */
export type ContentRequest = Message & {
  readonly messageType: 'LtiDeepLinkingRequest';
  readonly settings: ContentSettings;
};

/**
 * What the platform takes back.
 * @see https://www.imsglobal.org/spec/lti-dl/v2p0#deep-linking-settings
 */
export type ContentSettings = {
  /** Where the answer is posted. It may hold a key of the platform's session: it is never stored or logged. */
  readonly returnUrl: string;
  readonly acceptsLinks: boolean;
  readonly acceptsMultiple: boolean;
  /** False: the platform says that it ignores line items. */
  readonly acceptsLineItems: boolean;
  /** To be sent back exactly as it came. */
  readonly data: string | null;
};

export type LaunchPerson = {
  /** The `sub` claim: stable within a registration. */
  readonly sub: string;
  /** Null where the platform withholds names. */
  readonly name: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
};

/**
 * The AGS endpoint claim.
 * @see https://www.imsglobal.org/spec/lti-ags/v2p0#assignment-and-grade-service-claim
 */
export type ScoreEndpoint = {
  readonly scopes: readonly string[];
  /** The one line item of this resource link; null where the platform declares none. */
  readonly lineItemUrl: string | null;
  readonly lineItemsUrl: string | null;
};
