export { qualityNoticeTexts } from './english/quality-notices.ts';
