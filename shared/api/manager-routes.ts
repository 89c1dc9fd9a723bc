/** Routes of the manager's screens and of the reports. */
export const managerRoutes = {
  people: { method: 'GET', path: '/api/centre/people' },
  changeRole: { method: 'POST', path: '/api/centre/people/:personId/role' },
  caseloads: { method: 'GET', path: '/api/centre/caseloads' },
  assignLearners: { method: 'POST', path: '/api/centre/caseloads/assign' },
  centreSettings: { method: 'GET', path: '/api/centre/settings' },
  changeCentreSettings: { method: 'POST', path: '/api/centre/settings' },
  centreQualifications: { method: 'GET', path: '/api/centre/qualifications' },
  previewQualification: { method: 'POST', path: '/api/centre/qualifications/preview' },
  importQualification: { method: 'POST', path: '/api/centre/qualifications' },
  connection: { method: 'GET', path: '/api/centre/connection' },
  centreRecord: { method: 'GET', path: '/api/centre/record' },
  holdingBack: { method: 'GET', path: '/api/reports/holding-back' },
  criterion: { method: 'GET', path: '/api/enrolments/:enrolmentId/criteria/:criterionId' },
} as const;
