import { managerTexts } from '../../../shared/texts/manager.ts';
import { useTools } from '../app/toolbox.ts';
import { useResource } from '../app/use-resource.ts';
import { clockTime, shortDate } from '../parts/dates.ts';
import { changeWords } from './change-words.ts';
import { Waiting } from './Waiting.tsx';

/** Who changed what in the centre, and when. */
export function RecordSection() {
  const { client, now } = useTools();
  const { resource, reload } = useResource((signal) => client.call('centreRecord', { signal }), []);
  const words = managerTexts.record;
  if (resource.value === null)
    return <Waiting error={resource.state === 'failed' ? resource.error : null} retry={reload} />;
  const { entries } = resource.value;
  return (
    <section aria-labelledby="record-heading">
      <h2 id="record-heading">{words.title}</h2>
      <p class="quiet">{words.intro}</p>
      {entries.length === 0 ? (
        <p class="empty">{words.nothing}</p>
      ) : (
        <table class="rows record">
          <thead>
            <tr>
              <th scope="col">{words.when}</th>
              <th scope="col" class="wide">
                {words.who}
              </th>
              <th scope="col">{words.what}</th>
              <th scope="col" class="wider">
                {words.before}
              </th>
              <th scope="col">{words.after}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ at, byName, actingAs, change }, place) => {
              const { what, before, after } = changeWords(change);
              return (
                <tr key={`${at} ${entries.length - place}`}>
                  <td>
                    {shortDate(at, now())} <small>{clockTime(at)}</small>
                  </td>
                  <td class="wide text">
                    {byName ?? words.admin}{' '}
                    {actingAs && <small>{words.actingAs(managerTexts.roleNames[actingAs].toLowerCase())}</small>}
                  </td>
                  <th scope="row" class="text">
                    {what}
                  </th>
                  <td class="wider text">{before}</td>
                  <td class="text">{after}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
