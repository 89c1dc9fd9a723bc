import type { MeView } from '../../../shared/api/views.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import { partsTexts } from '../../../shared/texts/parts.ts';
import { hrefTo } from '../app/router.ts';
import { EndSession } from './EndSession.tsx';
import { Icon } from './Icon.tsx';

/** What a role is called on screen. */
export const roleNames = (): Readonly<Record<Role, string>> => partsTexts.roles;

export type Tab = { readonly label: string; readonly href: string; readonly current: boolean };

/** The bar on top of every screen: where one can go, and as whom one is here. */
export function TopBar({ me, tabs }: { me: Pick<MeView, 'person' | 'role'>; tabs: readonly Tab[] }) {
  return (
    <header class="topbar">
      <a class="brand" href={hrefTo()}>
        <Icon name="brand" /> <span>{partsTexts.product}</span>
      </a>
      <nav aria-label={partsTexts.mainNavigation}>
        {tabs.map((tab) => (
          <a key={tab.href} href={tab.href} {...(tab.current ? { 'aria-current': 'page' } : {})}>
            {tab.label}
          </a>
        ))}
      </nav>
      <span class="wide push quiet">
        {me.person.name}, {roleNames()[me.role]}
      </span>
      <EndSession />
    </header>
  );
}
