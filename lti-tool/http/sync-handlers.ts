import {
  askScoreCheck,
  chooseGrades,
  chooseScoreColumns,
  pausePublishing,
  publishScores,
} from '../use-cases/publishing/manage-scores.ts';
import { listScoreRecords, viewScores } from '../use-cases/publishing/view-scores.ts';
import type { Handler } from './handler.ts';

type SyncOperation =
  | 'scores'
  | 'scoreRecords'
  | 'publishScores'
  | 'checkScores'
  | 'chooseGrades'
  | 'pausePublishing'
  | 'chooseScoreColumns';

const watchers = ['assessor', 'manager'] as const;
const manager = ['manager'] as const;

/** What the Sync screen asks for. */
export const syncHandlers: { readonly [Name in SyncOperation]: Handler<Name> } = {
  scores: { roles: watchers, run: (deps, { principal }) => viewScores(deps, principal) },
  scoreRecords: {
    roles: ['learner', 'assessor', 'manager', 'iqa', 'eqa'],
    run: (deps, { principal, params }) => listScoreRecords(deps, principal, params.enrolmentId),
  },
  publishScores: {
    roles: watchers,
    run: (deps, { principal, body }) => publishScores(deps, principal, body.enrolmentIds),
  },
  checkScores: {
    roles: watchers,
    run: async (deps, { principal }) => {
      await askScoreCheck(deps, principal);
      return {};
    },
  },
  chooseGrades: {
    roles: manager,
    run: (deps, { principal, body }) => chooseGrades(deps, principal, body.enrolmentIds, body.keep),
  },
  pausePublishing: {
    roles: manager,
    run: async (deps, { principal, body }) => {
      await pausePublishing(deps, principal, body.paused);
      return {};
    },
  },
  chooseScoreColumns: {
    roles: manager,
    run: async (deps, { principal, body }) => {
      await chooseScoreColumns(deps, principal, body.columns);
      return {};
    },
  },
};
