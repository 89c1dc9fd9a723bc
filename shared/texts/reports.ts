export { reportsTexts } from './english/reports.ts';
