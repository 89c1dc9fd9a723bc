import type { EnrolmentView, QualificationView } from '../../../shared/api/views.ts';
import { goTo } from '../app/router.ts';
import { EvidenceEditor } from './EvidenceEditor.tsx';

type Props = { readonly qualification: QualificationView; readonly enrolment: EnrolmentView };

/** Evidence that does not exist yet: its draft is created at the first save. */
export function NewEvidencePlace(props: Props) {
  return (
    <EvidenceEditor
      {...props}
      evidence={null}
      onDone={(view, ...next) => goTo('evidence', view.id, ...next)}
      onReplaced={(view) => goTo('evidence', view.id)}
    />
  );
}
