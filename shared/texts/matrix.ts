export { matrixTexts } from './english/matrix.ts';
