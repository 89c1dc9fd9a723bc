import type { ConnectionView } from '../../../shared/api/centre-views.ts';
import { managerTexts } from '../../../shared/texts/manager.ts';
import { useTools } from '../app/toolbox.ts';
import { useResource } from '../app/use-resource.ts';
import { clockTime, since } from '../parts/dates.ts';
import { Waiting } from './Waiting.tsx';

/** The platform behind the centre: what is connected, since when, and what its activities offer. */
export function ConnectionSection() {
  const { client } = useTools();
  const { resource, reload } = useResource<ConnectionView>((signal) => client.call('connection', { signal }), []);
  if (resource.value === null)
    return <Waiting error={resource.state === 'failed' ? resource.error : null} retry={reload} />;
  return <Connection connection={resource.value} />;
}

function Connection({ connection }: { connection: ConnectionView }) {
  const { now } = useTools();
  const words = managerTexts.connection;
  const { name, issuer, clientId, deploymentId, firstLaunchAt, lastLaunchAt, context, activities } = connection;
  const moment = (at: string | null) => (at === null ? words.never : `${since(at, now())}, ${clockTime(at)}`);
  const facts = [
    [words.platform, name],
    [words.issuer, issuer],
    [words.clientId, clientId],
    [words.deployment, deploymentId],
    [words.first, moment(firstLaunchAt)],
    [words.last, moment(lastLaunchAt)],
  ] as const;
  return (
    <section aria-labelledby="connection-heading">
      <h2 id="connection-heading">{words.title}</h2>
      <dl class="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{words.activities(context)}</h3>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{words.activity}</th>
            <th scope="col">{words.qualification}</th>
            <th scope="col">{words.scores}</th>
            <th scope="col" class="wider">
              {words.roster}
            </th>
          </tr>
        </thead>
        <tbody>
          {activities.map(({ title, qualification, takesScores, givesRoster }) => (
            <tr key={title}>
              <th scope="row" class="text">
                {title}
              </th>
              <td class="text">{qualification ?? words.noQualification}</td>
              <td>{takesScores ? words.yes : words.no}</td>
              <td class="wider">{givesRoster ? words.yes : words.no}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
