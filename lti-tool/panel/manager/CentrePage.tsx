import { managerTexts } from '../../../shared/texts/manager.ts';
import { hrefTo } from '../app/router.ts';
import { PageHeading } from '../parts/PageHeading.tsx';
import { CaseloadSection } from './CaseloadSection.tsx';
import { ConnectionSection } from './ConnectionSection.tsx';
import { centreSections, sectionOf } from './centre-sections.ts';
import { PeopleSection } from './PeopleSection.tsx';
import { QualificationSection } from './QualificationSection.tsx';
import { RecordSection } from './RecordSection.tsx';
import { SettingsSection } from './SettingsSection.tsx';

const sections = {
  people: PeopleSection,
  caseloads: CaseloadSection,
  settings: SettingsSection,
  qualifications: QualificationSection,
  connection: ConnectionSection,
  record: RecordSection,
} as const;

/** What a centre manager looks after, a section each with an address of its own. */
export function CentrePage({ section }: { section: string }) {
  const current = sectionOf(section);
  const Section = sections[current];
  const words = managerTexts;
  return (
    <main class="page centre">
      <div class="line">
        <PageHeading title={words.sections[current]}>{words.title}</PageHeading>
        <nav class="filters" aria-label={words.title}>
          {centreSections.map((one) => (
            <a key={one} href={hrefTo('centre', one)} {...(one === current ? { 'aria-current': 'page' } : {})}>
              {words.sections[one]}
            </a>
          ))}
        </nav>
      </div>
      <Section key={current} />
    </main>
  );
}
