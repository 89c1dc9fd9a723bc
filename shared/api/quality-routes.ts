/** Method and path of the operations of quality assurance. */
export const qualityRoutes = {
  sampling: { method: 'GET', path: '/api/sampling' },
  changeSamplingPlan: { method: 'POST', path: '/api/sampling/plan' },
  qualityActions: { method: 'GET', path: '/api/quality-actions' },
  samplingReview: { method: 'GET', path: '/api/evidence/:evidenceId/sampling' },
  sampleEvidence: { method: 'POST', path: '/api/evidence/:evidenceId/sample' },
  sayNotMet: { method: 'POST', path: '/api/evidence/:evidenceId/not-met' },
  enrolmentRecord: { method: 'GET', path: '/api/enrolments/:enrolmentId/record' },
  criterionHistory: { method: 'GET', path: '/api/enrolments/:enrolmentId/criteria/:criterionId/history' },
} as const;
