import type { EnrolmentView } from '../../../shared/api/views.ts';
import { gradebookWords } from './gradebook-words.ts';

type Props = { readonly enrolment: EnrolmentView };

/** What the LMS gradebook shows, and whether that is all of it. */
export const GradebookLine = ({ enrolment }: Props) => <>{gradebookWords(enrolment)}</>;
