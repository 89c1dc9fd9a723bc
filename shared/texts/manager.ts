export { managerTexts } from './english/manager.ts';
