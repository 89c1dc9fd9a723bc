import { useState } from 'preact/hooks';
import type { SettingsView } from '../../../shared/api/centre-views.ts';
import { mostEvidenceNeeded } from '../../../shared/domain/evidence-needed.ts';
import { managerTexts } from '../../../shared/texts/manager.ts';
import { useTools } from '../app/toolbox.ts';
import { useResource } from '../app/use-resource.ts';
import { Toast } from '../parts/Toast.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { GroupRoles } from './GroupRoles.tsx';
import { useChange } from './use-change.ts';
import { Waiting } from './Waiting.tsx';

/** How the centre reads the roles of its LMS, and how much evidence a criterion needs. */
export function SettingsSection() {
  const { client } = useTools();
  const { resource, reload } = useResource<SettingsView>((signal) => client.call('centreSettings', { signal }), []);
  if (resource.value === null)
    return <Waiting error={resource.state === 'failed' ? resource.error : null} retry={reload} />;
  return <SettingsForm settings={resource.value} />;
}

const counts = Array.from({ length: mostEvidenceNeeded }, (_, index) => index + 1);

const Counts = () => (
  <>
    {counts.map((count) => (
      <option key={count} value={count}>
        {managerTexts.settings.items(count)}
      </option>
    ))}
  </>
);

function SettingsForm({ settings }: { settings: SettingsView }) {
  const { client } = useTools();
  const [draft, setDraft] = useState(settings);
  const { busy, fault, said, make, hear } = useChange();
  const words = managerTexts.settings;
  const names = managerTexts.roleNames;
  const { roleMapping, evidenceNeeded, version } = draft;
  const map = (change: Partial<typeof roleMapping>) =>
    setDraft({ ...draft, roleMapping: { ...roleMapping, ...change } });
  const need = (change: Partial<typeof evidenceNeeded>) =>
    setDraft({ ...draft, evidenceNeeded: { ...evidenceNeeded, ...change } });
  const save = () =>
    make(async () => {
      const groups = roleMapping.groups.filter(({ group }) => group.trim() !== '');
      const body = { version, roleMapping: { ...roleMapping, groups }, evidenceNeeded };
      const saved = await client.call('changeCentreSettings', { body });
      setDraft(saved);
      return saved.isRecounting ? `${words.saved} ${words.recounting}` : words.saved;
    });
  return (
    <form
      class="settings"
      aria-labelledby="settings-heading"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 id="settings-heading">{words.title}</h2>
      <Toast message={said} onDismiss={hear} />
      {fault && <Trouble error={fault} />}
      <fieldset>
        <legend>{words.roles}</legend>
        <label class="line">
          {words.instructor}{' '}
          <select
            class="button"
            value={roleMapping.instructor}
            onChange={(event) => map({ instructor: event.currentTarget.value as typeof roleMapping.instructor })}
          >
            <option value="assessor">{names.assessor}</option>
            <option value="traineeAssessor">{names.traineeAssessor}</option>
          </select>
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={roleMapping.assessorsMustBeNamed}
            onChange={(event) => map({ assessorsMustBeNamed: event.currentTarget.checked })}
          />
          <span>
            {words.named} <small>{words.namedHint}</small>
          </span>
        </label>
      </fieldset>
      <GroupRoles groups={roleMapping.groups} onChange={(groups) => map({ groups })} />
      <fieldset>
        <legend>{words.evidence}</legend>
        <p class="quiet">{words.evidenceHint}</p>
        {settings.isRecounting && <p class="met soon">{words.recounting}</p>}
        <label class="line">
          {words.centre}{' '}
          <select
            class="button"
            value={evidenceNeeded.centre}
            onChange={(event) => need({ centre: Number(event.currentTarget.value) })}
          >
            <Counts />
          </select>
        </label>
        {draft.qualifications.map(({ id, number, title }) => (
          <label key={id} class="line">
            {number} {title}{' '}
            <select
              class="button"
              value={evidenceNeeded.qualifications.find((one) => one.qualificationId === id)?.needed ?? ''}
              onChange={(event) => {
                const others = evidenceNeeded.qualifications.filter((one) => one.qualificationId !== id);
                const needed = Number(event.currentTarget.value);
                need({ qualifications: needed > 0 ? [...others, { qualificationId: id, needed }] : others });
              }}
            >
              <option value="">{words.asCentre}</option>
              <Counts />
            </select>
          </label>
        ))}
      </fieldset>
      <div class="actions">
        <button type="submit" class="button primary" disabled={busy}>
          {words.save}
        </button>
      </div>
    </form>
  );
}
