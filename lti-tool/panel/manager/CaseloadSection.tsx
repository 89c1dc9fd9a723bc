import { useState } from 'preact/hooks';
import type { CaseloadsView } from '../../../shared/api/centre-views.ts';
import type { EnrolmentId } from '../../../shared/domain/ids.ts';
import { managerTexts } from '../../../shared/texts/manager.ts';
import { useTools } from '../app/toolbox.ts';
import { useResource } from '../app/use-resource.ts';
import { FilterButtons } from '../assessor/FilterButtons.tsx';
import { SearchField } from '../assessor/SearchField.tsx';
import { Toast } from '../parts/Toast.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { AssessorList } from './AssessorList.tsx';
import { type AssignAct, assignBody, type CaseloadPick, caseloadPicks, shownLearners } from './assigning.ts';
import { LearnerList } from './LearnerList.tsx';
import { useChange } from './use-change.ts';
import { Waiting } from './Waiting.tsx';

/** Who assesses whom. Learners are chosen, then dropped on an assessor, or given by a button beside one. */
export function CaseloadSection() {
  const { client } = useTools();
  const { resource, reload, set } = useResource<CaseloadsView>((signal) => client.call('caseloads', { signal }), []);
  const { busy, fault, said, make, hear } = useChange();
  const [filter, setFilter] = useState<CaseloadPick>('all');
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<EnrolmentId>>(new Set());
  const words = managerTexts.caseloads;
  if (resource.value === null)
    return <Waiting error={resource.state === 'failed' ? resource.error : null} retry={reload} />;
  const { learners, assessors } = resource.value;
  const shown = shownLearners(learners, filter, query, chosen);
  const choose = (ids: readonly EnrolmentId[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) on ? next.add(id) : next.delete(id);
    setChosen(next);
  };
  const assign = (act: AssignAct, { person }: CaseloadsView['assessors'][number], ids: readonly EnrolmentId[]) =>
    make(async () => {
      const body = assignBody(act, person.id, ids, learners);
      const { count } = await client.call('assignLearners', { body });
      set(await client.call('caseloads'));
      setChosen(new Set());
      return words.done(count, act, person.name);
    });
  return (
    <section aria-labelledby="caseloads-heading">
      <h2 id="caseloads-heading">{words.title}</h2>
      <p class="quiet">{words.intro}</p>
      <Toast message={said} onDismiss={hear} />
      {fault && <Trouble error={fault} />}
      <div class="caseloads">
        <div>
          <div class="line">
            <FilterButtons
              label={words.learners}
              filters={caseloadPicks.map((key) => ({
                key,
                label: words.filters[key],
                count: shownLearners(learners, key, '', chosen).length,
              }))}
              current={filter}
              onChoose={setFilter}
            />
            <SearchField label={words.search} value={query} onInput={setQuery} />
          </div>
          <LearnerList
            learners={shown}
            assessors={assessors}
            chosen={chosen}
            empty={learners.length === 0 ? words.noLearners : words.nobody}
            onChoose={choose}
          />
        </div>
        <AssessorList
          assessors={assessors}
          learners={learners}
          chosen={chosen}
          busy={busy}
          onAssign={(act, assessor, dropped) => assign(act, assessor, dropped ?? [...chosen])}
        />
      </div>
    </section>
  );
}
