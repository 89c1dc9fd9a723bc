import { reviewTexts } from '../../../../shared/texts/review.ts';

/**
 * A PDF in the browser's own viewer, which runs nothing of it in our name. A browser without a viewer would
 * download it unasked, so there it is offered in words.
 * @param url of a Blob whose type is application/pdf, so that no browser takes it for a page
 */
export function PdfFrame({ name, url }: { name: string; url: string }) {
  if (!navigator.pdfViewerEnabled) return <p>{reviewTexts.evidence.noPdfViewer(name)}</p>;
  return <iframe class="document" src={`${url}#view=FitH&navpanes=0`} title={name} allow="" />;
}
