export { historyTexts } from './english/history.ts';
