export { caseloadTexts, enrolmentTexts, recordTexts, staffTexts, traineeWorkTexts } from './english/staff.ts';
