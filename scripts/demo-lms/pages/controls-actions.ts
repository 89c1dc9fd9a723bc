import type { Lms } from '../lms.ts';
import { failableServices } from '../services/failures.ts';
import { gradeOf, overrideGrade } from '../world/gradebook.ts';
import { coursesAction } from './controls-courses.ts';
import { failureChoices } from './controls-page.ts';

function breakService(lms: Lms, form: URLSearchParams): void {
  const on = failableServices.find((name) => name === form.get('on'));
  const choice = failureChoices[form.get('how') ?? ''];
  const times = Number(form.get('times') || 0);
  if (!on || !choice || (choice.how === 'drop' && on !== 'scores')) return;
  lms.failures.plan({ on, how: choice.how, ...(times > 0 && { times }) });
}

function changeGrade(lms: Lms, action: string, form: URLSearchParams): void {
  const item = lms.world.lineItems.find((candidate) => candidate.id === form.get('item'));
  const person = lms.world.people.find((candidate) => candidate.id === form.get('person'));
  if (!item || !person) return;
  const score = Number.parseFloat(form.get('score') ?? '');
  if (action === 'override' && Number.isFinite(score)) {
    overrideGrade(lms.world, item, person.id, { score, comment: form.get('comment') || null }, lms.now());
  }
  if (action === 'hand-back') overrideGrade(lms.world, item, person.id, null, lms.now());
  if (action === 'lock') gradeOf(lms.world, item.id, person.id).locked = true;
  if (action === 'unlock') {
    gradeOf(lms.world, item.id, person.id).locked = false;
    item.locked = false;
  }
}

/** Does what a button of the demo controls says. Forms that make no sense change nothing. */
export function controlsAction(lms: Lms, form: URLSearchParams): void {
  const action = form.get('action') ?? '';
  switch (action) {
    case 'break':
      breakService(lms, form);
      break;
    case 'mend':
      lms.failures.recover();
      break;
    case 'privacy':
      lms.world.privacy = { sendNames: form.has('names'), sendEmail: form.has('email') };
      lms.save();
      break;
    default:
      if (!coursesAction(lms, action, form)) changeGrade(lms, action, form);
      lms.save();
  }
}
