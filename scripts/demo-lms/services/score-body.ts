/** A posted score, read. */
export interface Score {
  userId: string;
  /** Milliseconds since 1970. */
  timestamp: number;
  gradingProgress: string;
  /** FullyGraded, with a score. */
  graded: boolean;
  given: number | null;
  maximum: number;
  comment: string | null;
}

const asNumber = (value: unknown): number | null => {
  if (value === undefined || value === null || value === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
};

/** A timestamp without a zone counts as UTC; a date alone or plain words count as nothing. */
function instant(value: unknown): number | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value)) return null;
  const time = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}Z`);
  return Number.isNaN(time) ? null : time;
}

/** Reads a score as both platforms do; null when it is malformed. https://www.imsglobal.org/spec/lti-ags/v2p0#score-service-media-type-and-schema */
export function readScore(body: string): Score | null {
  let posted: Record<string, unknown>;
  try {
    posted = Object(JSON.parse(body));
  } catch {
    return null;
  }
  const timestamp = instant(posted.timestamp);
  const { userId, gradingProgress, activityProgress, comment } = posted;
  if (timestamp === null || typeof gradingProgress !== 'string' || typeof activityProgress !== 'string') return null;
  if (typeof userId !== 'string' && typeof userId !== 'number') return null;
  const given = asNumber(posted.scoreGiven);
  const maximum = asNumber(posted.scoreMaximum);
  if (given !== null && maximum === null) return null;
  return {
    userId: String(userId),
    timestamp,
    gradingProgress,
    graded: gradingProgress === 'FullyGraded' && given !== null,
    given,
    maximum: maximum ?? 0,
    comment: typeof comment === 'string' && comment !== '' ? comment : null,
  };
}

/** The posted score on the line item's own scale, to five decimals. */
export const rescale = (given: number, maximum: number, itemMaximum: number): number =>
  maximum === 0 ? 0 : Number(((given * itemMaximum) / maximum).toFixed(5));
