import { createHash } from 'node:crypto';
import type { Actor, Change, HistoryEntry } from '../../../shared/domain/evidence.ts';
import { appended, type Hash } from '../../../shared/domain/history.ts';
import { at } from './evidence.ts';
import { anActor } from './people.ts';

export const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex');

/** The history of an item after these changes, a minute apart. */
export const aHistory = (
  changes: readonly Change[],
  { id = 'evidence-1', actor = anActor('assessor') }: { id?: string; actor?: Actor } = {},
): HistoryEntry[] =>
  changes.reduce<HistoryEntry[]>(
    (history, change, minute) => appended({ id, history }, actor, at(minute), change, sha256),
    [],
  );
