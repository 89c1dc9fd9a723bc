import { managerTexts } from '../../../shared/texts/manager.ts';
import { useTools } from '../app/toolbox.ts';
import { useResource } from '../app/use-resource.ts';
import { ImportForm } from './ImportForm.tsx';
import { Waiting } from './Waiting.tsx';

/** The qualifications of the centre, and a way to bring in more. */
export function QualificationSection() {
  const { client } = useTools();
  const { resource, reload } = useResource((signal) => client.call('centreQualifications', { signal }), []);
  const words = managerTexts.qualifications;
  if (resource.value === null)
    return <Waiting error={resource.state === 'failed' ? resource.error : null} retry={reload} />;
  const { qualifications } = resource.value;
  return (
    <section aria-labelledby="qualifications-heading">
      <h2 id="qualifications-heading">{words.title}</h2>
      {qualifications.length === 0 ? (
        <p class="quiet">{words.none}</p>
      ) : (
        <ul class="plain-list">
          {qualifications.map((one) => (
            <li key={`${one.number} ${one.version}`}>
              <b>{one.title}</b> <small>{words.facts(one)}</small>
            </li>
          ))}
        </ul>
      )}
      <ImportForm onImported={reload} />
    </section>
  );
}
