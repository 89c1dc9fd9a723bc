import { extensionPanelRoutes } from './extension-routes.ts';
import { managerRoutes } from './manager-routes.ts';
import { qualityRoutes } from './quality-routes.ts';

/** Method and path of every API operation. Kept apart from the schemas, so that a client needs no parser to make a call. */
export const routes = {
  me: { method: 'GET', path: '/api/me' },
  endSession: { method: 'POST', path: '/api/session/end' },
  qualificationChoices: { method: 'GET', path: '/api/qualification-choices' },
  chooseQualification: { method: 'POST', path: '/api/link/qualification' },
  qualification: { method: 'GET', path: '/api/qualifications/:qualificationId' },
  enrolment: { method: 'GET', path: '/api/enrolments/:enrolmentId' },
  evidenceOfEnrolment: { method: 'GET', path: '/api/enrolments/:enrolmentId/evidence' },
  createEvidence: { method: 'POST', path: '/api/enrolments/:enrolmentId/evidence' },
  evidence: { method: 'GET', path: '/api/evidence/:evidenceId' },
  editEvidence: { method: 'PATCH', path: '/api/evidence/:evidenceId' },
  changeTicks: { method: 'POST', path: '/api/evidence/:evidenceId/ticks' },
  submitEvidence: { method: 'POST', path: '/api/evidence/:evidenceId/submit' },
  withdrawEvidence: { method: 'POST', path: '/api/evidence/:evidenceId/withdraw' },
  acceptAll: { method: 'POST', path: '/api/evidence/:evidenceId/accept-all' },
  undoAcceptAll: { method: 'POST', path: '/api/evidence/:evidenceId/undo' },
  finishReview: { method: 'POST', path: '/api/evidence/:evidenceId/finish' },
  returnEvidence: { method: 'POST', path: '/api/evidence/:evidenceId/return' },
  addComment: { method: 'POST', path: '/api/evidence/:evidenceId/comments' },
  recordEvidence: { method: 'POST', path: '/api/enrolments/:enrolmentId/recorded-evidence' },
  handOver: { method: 'POST', path: '/api/evidence/:evidenceId/hand-over' },
  traineeWork: { method: 'GET', path: '/api/trainee-work' },
  startUpload: { method: 'POST', path: '/api/evidence/:evidenceId/uploads' },
  uploads: { method: 'GET', path: '/api/evidence/:evidenceId/uploads' },
  upload: { method: 'GET', path: '/api/evidence/:evidenceId/uploads/:uploadId' },
  uploadPart: { method: 'PUT', path: '/api/evidence/:evidenceId/uploads/:uploadId' },
  finishUpload: { method: 'POST', path: '/api/evidence/:evidenceId/uploads/:uploadId/finish' },
  cancelUpload: { method: 'DELETE', path: '/api/evidence/:evidenceId/uploads/:uploadId' },
  attachment: { method: 'GET', path: '/api/evidence/:evidenceId/attachments/:attachmentId' },
  removeAttachment: { method: 'DELETE', path: '/api/evidence/:evidenceId/attachments/:attachmentId' },
  caseload: { method: 'GET', path: '/api/caseload' },
  matrix: { method: 'GET', path: '/api/matrix' },
  scores: { method: 'GET', path: '/api/scores' },
  scoreRecords: { method: 'GET', path: '/api/enrolments/:enrolmentId/scores' },
  publishScores: { method: 'POST', path: '/api/scores/publish' },
  checkScores: { method: 'POST', path: '/api/scores/check' },
  chooseGrades: { method: 'POST', path: '/api/scores/choose' },
  pausePublishing: { method: 'POST', path: '/api/scores/pause' },
  chooseScoreColumns: { method: 'POST', path: '/api/scores/columns' },
  ...extensionPanelRoutes,
  ...managerRoutes,
  ...qualityRoutes,
} as const;
export type RouteName = keyof typeof routes;

/** The path of a route with its parameters filled in, each percent-encoded. @throws TypeError where one is missing. */
export function pathOf(name: RouteName, params: Readonly<Record<string, string>> = {}): string {
  return routes[name].path.replace(/:(\w+)/g, (_, key: string) => {
    const value = params[key];
    if (!value || /^\.+$/.test(value)) throw new TypeError(`${name} needs ${key}.`);
    return encodeURIComponent(value);
  });
}

/** Choosing activities for a course. Its token is good for nothing else, so it stands apart from the operations of a session. */
export const contentSelectionPath = '/api/content-selection';
