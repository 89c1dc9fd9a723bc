import type { ErrorCode } from '../../../../shared/api/errors.ts';
import type { EvidenceView } from '../../../../shared/api/views.ts';
import { type ApiClient, ApiError } from '../../../../shared/client/api-client.ts';
import type { CriterionId } from '../../../../shared/domain/ids.ts';
import { staffTexts } from '../../../../shared/texts/staff.ts';
import { type ForeignChange, foreignChanges } from './foreign-changes.ts';

export type TickState = {
  /** The server's last word. */
  readonly evidence: EvidenceView;
  /** What the person wants of their own column that the server has not agreed to yet. */
  readonly wishes: ReadonlyMap<CriterionId, boolean>;
  readonly saving: boolean;
  readonly problem: TickProblem | null;
  /** What others did since the item was opened, until the reader has taken note. */
  readonly news: readonly ForeignChange[];
};
export type TickProblem = {
  readonly error: ApiError;
  /** True: the wishes are kept and will be sent again. False: `criteria` are back as they were. */
  readonly kept: boolean;
  readonly criteria: readonly CriterionId[];
};

/** Milliseconds to wait for an answer before a call counts as lost. */
const patience = 20_000;
/** Failures that pass by themselves: the wish is kept. */
const passing: readonly (ErrorCode | 'offline')[] = ['offline', 'unavailable', 'tooManyRequests'];
const asApiError = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError('offline', staffTexts.late);

export type TickQueue = ReturnType<typeof createTickQueue>;

/**
 * Ticks of one person on one evidence item: shown at once, sent one request at a time, in order. Wishes made while a
 * request is under way go out together in the next one, so a double click costs nothing. The server's reply is the truth.
 */
export function createTickQueue(first: EvidenceView, client: Pick<ApiClient, 'call'>) {
  let state: TickState = { evidence: first, wishes: new Map(), saving: false, problem: null, news: [] };
  let tail: Promise<unknown> = Promise.resolve();
  let failures = 0;
  const listeners = new Set<() => void>();
  const params = { evidenceId: first.id };

  const change = (part: Partial<TickState>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  /** Takes a newer view in. What is not the reader's own doing is kept to be told, never silently merged (R4). */
  const take = (evidence: EvidenceView, mine: ReadonlySet<CriterionId> | null): void => {
    if (evidence.version < state.evidence.version) return;
    const news = foreignChanges(state.evidence, evidence, mine);
    change({ evidence, news: news.length === 0 ? state.news : [...state.news, ...news] });
  };
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const run = tail.then(job);
    tail = run.catch(() => undefined);
    return run;
  };
  const without = (sent: ReadonlyMap<CriterionId, boolean>): Map<CriterionId, boolean> =>
    new Map([...state.wishes].filter(([id, on]) => sent.get(id) !== on));

  const send = async (): Promise<void> => {
    const sent = state.wishes;
    if (sent.size === 0) return;
    const wanting = (on: boolean) => [...sent].filter(([, wish]) => wish === on).map(([id]) => id);
    change({ saving: true, problem: null });
    try {
      const body = { tick: wanting(true), untick: wanting(false) };
      const reply = await client.call('changeTicks', { params, body, signal: AbortSignal.timeout(patience) });
      take(reply, new Set(sent.keys()));
      change({ wishes: without(sent), saving: false });
    } catch (thrown) {
      const error = asApiError(thrown);
      const kept = passing.includes(error.code);
      failures += 1;
      if (!kept)
        await client.call('evidence', { params, signal: AbortSignal.timeout(patience) }).then(
          (fresh) => take(fresh, new Set(sent.keys())),
          () => {},
        );
      const problem = { error, kept, criteria: [...sent.keys()] };
      change({ problem, saving: false, wishes: kept ? state.wishes : without(sent) });
    }
  };

  return {
    state: (): TickState => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** A newer view from elsewhere: a look at the server finds what others did, and what this reader did in another window. */
    take: (evidence: EvidenceView): void => take(evidence, new Set(state.wishes.keys())),
    /** Ticks or unticks criteria in one's own column. */
    wish(criteria: readonly CriterionId[], on: boolean): Promise<void> {
      const wishes = new Map(state.wishes);
      for (const id of criteria) wishes.set(id, on);
      change({ wishes });
      return inTurn(send);
    },
    /** Sends kept wishes again. */
    retry: (): Promise<void> => inTurn(send),
    /** The reader has taken note of what others did. */
    noted: (): void => change({ news: [] }),
    /** Puts the message about a failure away. */
    dismiss: (): void => change({ problem: null }),
    /**
     * Another change of this item, once every tick made before it is saved.
     * @throws ApiError of the change, or of a tick that could not be saved: then the change is not made.
     */
    act<T>(call: (signal: AbortSignal) => Promise<T>, evidenceOf: (reply: T) => EvidenceView): Promise<T> {
      const failuresBefore = failures;
      return inTurn(async () => {
        if (failures === failuresBefore) await send();
        if (failures !== failuresBefore) throw state.problem?.error ?? new ApiError('offline', staffTexts.late);
        try {
          const reply = await call(AbortSignal.timeout(patience));
          // Its own column is filled or emptied by the act itself.
          const evidence = evidenceOf(reply);
          take(evidence, null);
          change({ news: state.news.filter(({ kind }) => kind !== 'status') });
          return reply;
        } catch (thrown) {
          throw asApiError(thrown);
        }
      });
    },
  };
}
