export { matrixTexts, reportsTexts } from './english/matrix.ts';
