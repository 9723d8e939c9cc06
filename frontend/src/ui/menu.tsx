import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type MenuEntry =
  | { kind?: 'item'; label: ReactNode; icon?: IconName; hint?: string; onSelect: () => void }
  | { kind: 'separator' }
  | { kind: 'heading'; label: ReactNode };

interface MenuProps {
  /** One focusable element: it opens the menu. */
  trigger: ReactNode;
  entries: readonly MenuEntry[];
  align?: 'start' | 'end';
}

/** Drawn beside its trigger, so that it stays inside the landmark it belongs to; the page around it stays readable. */
export function Menu({ trigger, entries, align = 'end' }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Content className="menu menu--floating" align={align} sideOffset={6} collisionPadding={8}>
        {entries.map((entry, index) => {
          if (entry.kind === 'separator') return <DropdownMenu.Separator key={index} className="menu__sep" />;
          if (entry.kind === 'heading') return <DropdownMenu.Label key={index} className="menu__heading">{entry.label}</DropdownMenu.Label>;
          return (
            <DropdownMenu.Item key={index} className="menu__item" onSelect={entry.onSelect}>
              {entry.icon && <Icon name={entry.icon} />}
              {entry.label}
              {entry.hint !== undefined && <span className="kbd">{entry.hint}</span>}
            </DropdownMenu.Item>
          );
        })}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
