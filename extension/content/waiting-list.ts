import type { AcceptSource } from '../../shared/domain/accepting.ts';
import { acceptLinks } from '../../shared/texts/accepting.ts';
import { age } from '../../shared/words/counted.ts';
import type { Ask } from '../ask.ts';
import type { ListedItem } from '../messages.ts';
import { button, drawing, element } from './elements.ts';

const ofItem = ({ pairingId, evidenceId }: ListedItem) => ({ pairingId, evidenceId });

/** Opens the prompt in a window of the extension's own; nothing is accepted here. */
const acceptButton = (ask: Ask, item: ListedItem, of: AcceptSource, count: number): HTMLElement =>
  button(
    { class: 'link' },
    () => void ask({ type: 'openPrompt', ...ofItem(item), of }).catch(() => {}),
    drawing(of),
    `${acceptLinks[of]} (${count})`,
    element('span', { class: 'sr' }, ` of ${item.learner}, ${item.title}`),
  );

export const openItem = (ask: Ask, item: ListedItem): void =>
  void ask({ type: 'openItem', contextId: item.contextId, ...ofItem(item) }).catch(() => {});

/** One item: whose, since when, and the prompts it can open. */
function entry(ask: Ask, item: ListedItem, now: number): HTMLElement {
  return element(
    'li',
    {},
    element(
      'div',
      { class: 'line' },
      button(
        { class: 'link name' },
        () => openItem(ask, item),
        item.learner,
        element('span', { class: 'sr' }, ': open in the LMS'),
      ),
      element('span', { class: 'quiet push' }, age(item.since, now)),
    ),
    element('p', { class: 'quiet' }, item.title),
    element(
      'p',
      { class: 'accepts' },
      item.learnerTicks > 0 && acceptButton(ask, item, 'learner', item.learnerTicks),
      item.traineeTicks > 0 && acceptButton(ask, item, 'trainee', item.traineeTicks),
    ),
  );
}

export const waitingList = (ask: Ask, items: readonly ListedItem[], now: number): HTMLElement =>
  element('ul', { class: 'waits' }, ...items.map((item) => entry(ask, item, now)));

export const sumOf = (items: readonly ListedItem[]): number => items.reduce((sum, item) => sum + item.waiting, 0);
