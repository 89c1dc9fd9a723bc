import { render } from 'preact';
import type { EvidenceId, ExtensionTokenId } from '../../shared/domain/ids.ts';
import { idPattern, parseId } from '../../shared/domain/ids.ts';
import { asker } from '../ask.ts';
import { browser } from '../browser.ts';
import { PromptCard } from '../parts/PromptCard.tsx';

const query = new URLSearchParams(location.search);
const [pairing = '', evidence = ''] = [query.get('pairing') ?? '', query.get('evidence') ?? ''];
const of = query.get('of') === 'trainee' ? 'trainee' : 'learner';
const root = document.getElementById('app');
// In a frame it is nobody's prompt.
if (root && window.top === window && idPattern.test(pairing) && idPattern.test(evidence))
  render(
    <main>
      <PromptCard
        ask={asker(browser)}
        pairingId={parseId<ExtensionTokenId>(pairing)}
        evidenceId={parseId<EvidenceId>(evidence)}
        of={of}
        leave="Close"
        onLeave={() => window.close()}
      />
    </main>,
    root,
  );
