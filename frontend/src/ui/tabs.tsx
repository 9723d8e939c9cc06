import { Tabs as RadixTabs } from 'radix-ui';
import type { ReactNode } from 'react';

export interface Tab {
  value: string;
  label: string;
  count?: number;
  panel: ReactNode;
}

/** Panels of one page: arrow keys move between them. For parts of one long page use links in a `.tabs` nav. */
export function Tabs({ label, tabs, value, onChange }: { label: string; tabs: readonly Tab[]; value?: string; onChange?: (value: string) => void }) {
  const first = tabs[0]?.value ?? '';
  const state = value === undefined ? { defaultValue: first } : { value };
  return (
    <RadixTabs.Root {...state} {...(onChange && { onValueChange: onChange })}>
      <RadixTabs.List className="tabs" aria-label={label}>
        {tabs.map((tab) => (
          <RadixTabs.Trigger key={tab.value} value={tab.value}>
            {tab.label}
            {tab.count !== undefined && <span className="tabs__n">{tab.count}</span>}
          </RadixTabs.Trigger>
        ))}
      </RadixTabs.List>
      {tabs.map((tab) => (
        <RadixTabs.Content key={tab.value} value={tab.value} className="tabs__panel">{tab.panel}</RadixTabs.Content>
      ))}
    </RadixTabs.Root>
  );
}
