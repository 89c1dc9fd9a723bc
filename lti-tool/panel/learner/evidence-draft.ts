import { type ReadonlySignal, signal } from '@preact/signals';
import type { BodyOf } from '../../../shared/api/operations.ts';
import type { EvidenceView } from '../../../shared/api/views.ts';
import { type ApiClient, ApiError } from '../../../shared/client/api-client.ts';
import type { CriterionId, EnrolmentId } from '../../../shared/domain/ids.ts';
import type { Timers } from '../app/timers.ts';
import { SaveLoop, type SaveState } from './save-loop.ts';

/** Failures after which the draft may exist all the same. */
const mayBeDone: ReadonlySet<string> = new Set(['offline', 'unavailable', 'internal', 'stillRunning']);

export type Wording = BodyOf<'createEvidence'>;
const blank: Wording = { title: '', method: 'observation', narrative: '', links: [] };
const wordingOf = ({ title, method, narrative, links }: Wording): Wording => ({ title, method, narrative, links });

type Collaborators = {
  readonly client: Pick<ApiClient, 'call'>;
  readonly timers: Timers;
  readonly enrolmentId: EnrolmentId;
  /** The item to edit; null for a new one, which is created at its first save. */
  readonly evidence: EvidenceView | null;
};

/**
 * An evidence item while its learner works on it: what is on screen, what the tool has, and the small changes between
 * the two. Changes are sent as they are made and kept until they are acknowledged.
 */
export class EvidenceDraft {
  /** The item as the tool has it; null until it is created. */
  readonly evidence: ReadonlySignal<EvidenceView | null>;
  readonly wording: ReadonlySignal<Wording>;
  readonly ticked: ReadonlySignal<ReadonlySet<CriterionId>>;
  readonly saving: ReadonlySignal<SaveState>;
  readonly #evidence = signal<EvidenceView | null>(null);
  readonly #wording = signal<Wording>(blank);
  readonly #ticked = signal<ReadonlySet<CriterionId>>(new Set());
  readonly #changed = new Set<keyof Wording>();
  readonly #ticks = new Map<CriterionId, boolean>();
  /** Sent, but not acknowledged: the tool may have them or not, so taking one back is a change of its own. */
  readonly #uncertain = new Set<CriterionId>();
  /** The first save, until it is acknowledged. */
  #creating: { readonly key: string; readonly body: Wording } | null = null;
  readonly #loop: SaveLoop;
  readonly #with: Collaborators;

  constructor(collaborators: Collaborators) {
    this.#with = collaborators;
    this.#loop = new SaveLoop(() => this.#nextSave(), collaborators.timers);
    this.evidence = this.#evidence;
    this.wording = this.#wording;
    this.ticked = this.#ticked;
    this.saving = this.#loop.state;
    if (collaborators.evidence) {
      this.#wording.value = wordingOf(collaborators.evidence);
      this.adopt(collaborators.evidence);
    }
  }

  /** Whether something would be lost if the window closed now. */
  get unsaved(): boolean {
    return this.#changed.size > 0 || this.#ticks.size > 0;
  }

  /** The tool keeps no item without a title. */
  get needsTitle(): boolean {
    return this.#wording.peek().title.trim() === '';
  }

  /** Changes title, method, narrative or links. */
  write(change: Partial<Wording>): void {
    this.#wording.value = { ...this.#wording.peek(), ...change };
    for (const field of Object.keys(change) as (keyof Wording)[]) this.#changed.add(field);
    this.#loop.touch();
  }

  /** Ticks or unticks criteria in the learner's column. Only what differs from the tool's own set is sent. */
  tick(ids: readonly CriterionId[], on: boolean): void {
    const known = this.#knownTicks();
    for (const id of ids) {
      if (known.has(id) === on && !this.#uncertain.has(id)) this.#ticks.delete(id);
      else this.#ticks.set(id, on);
    }
    this.#showTicks();
    this.#loop.touch();
  }

  /** Takes in the item as the tool has it now, such as the reply to an upload. An older one changes nothing. */
  adopt(evidence: EvidenceView): void {
    if (evidence.version < (this.#evidence.peek()?.version ?? 0)) return;
    this.#evidence.value = evidence;
    this.#showTicks();
  }

  /** Takes in what changed elsewhere: what is not being changed here is shown as it is now. */
  refresh(evidence: EvidenceView): void {
    if (evidence.version <= (this.#evidence.peek()?.version ?? 0)) return;
    const theirs = wordingOf(evidence);
    const mine = this.#wording.peek();
    const kept = Object.fromEntries([...this.#changed].map((field) => [field, mine[field]]));
    this.#wording.value = { ...theirs, ...kept };
    this.adopt(evidence);
  }

  /** Saves now. Answers whether all of it is saved. */
  async save(): Promise<boolean> {
    return (await this.#loop.flush()) && !this.unsaved;
  }

  /** Stops saving: the screen is gone. */
  close(): void {
    this.#loop.close();
  }

  #knownTicks(): Set<CriterionId> {
    return new Set(this.#evidence.peek()?.ticks.learner.map((tick) => tick.criterionId));
  }

  #showTicks(): void {
    const shown = this.#knownTicks();
    for (const [id, on] of this.#ticks) {
      if (on) shown.add(id);
      else shown.delete(id);
    }
    this.#ticked.value = shown;
  }

  #nextSave(): (() => Promise<void>) | null {
    const evidence = this.#evidence.peek();
    if (evidence === null) return this.needsTitle || !this.unsaved ? null : () => this.#create();
    const changed = [...this.#changed].filter((field) => field !== 'title' || !this.needsTitle);
    if (changed.length > 0) return () => this.#saveWording(evidence, changed);
    return this.#ticks.size > 0 ? () => this.#saveTicks(evidence) : null;
  }

  async #create(): Promise<void> {
    const { client, enrolmentId } = this.#with;
    // Tried again, it is the same act in the same words: what was written meanwhile is saved after it.
    this.#creating ??= { key: crypto.randomUUID(), body: this.#wording.peek() };
    const { key, body } = this.#creating;
    const evidence = await client.call('createEvidence', { params: { enrolmentId }, body, key }).catch((error) => {
      if (error instanceof ApiError && !mayBeDone.has(error.code)) this.#creating = null;
      throw error;
    });
    this.#saved(body);
    this.adopt(evidence);
  }

  async #saveWording({ id }: EvidenceView, fields: readonly (keyof Wording)[]): Promise<void> {
    const wording = this.#wording.peek();
    const body: Partial<Wording> = Object.fromEntries(fields.map((field) => [field, wording[field]]));
    const evidence = await this.#with.client.call('editEvidence', { params: { evidenceId: id }, body });
    this.#saved(body);
    this.adopt(evidence);
  }

  /** What was written again in the meantime stays unsaved. */
  #saved(sent: Partial<Wording>): void {
    const now = this.#wording.peek();
    for (const field of Object.keys(sent) as (keyof Wording)[])
      if (sent[field] === now[field]) this.#changed.delete(field);
  }

  async #saveTicks({ id }: EvidenceView): Promise<void> {
    const sent = new Map(this.#ticks);
    for (const criterionId of sent.keys()) this.#uncertain.add(criterionId);
    const wanted = (on: boolean) => [...sent].filter(([, is]) => is === on).map(([criterionId]) => criterionId);
    const body = { tick: wanted(true), untick: wanted(false) };
    const evidence = await this.#with.client.call('changeTicks', { params: { evidenceId: id }, body });
    for (const [criterionId, on] of sent) {
      this.#uncertain.delete(criterionId);
      if (this.#ticks.get(criterionId) === on) this.#ticks.delete(criterionId);
    }
    this.adopt(evidence);
  }
}
