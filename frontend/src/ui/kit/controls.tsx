import { useState } from 'react';
import { Button } from '../button.tsx';
import { CopyLink } from '../copy-link.tsx';
import { Icon } from '../icon.tsx';
import { IconButton } from '../icon-button.tsx';
import { Menu } from '../menu.tsx';
import { Segment } from '../segment.tsx';
import { Tabs } from '../tabs.tsx';
import { ThemeToggle } from '../theme-toggle.tsx';
import { Tooltip } from '../tooltip.tsx';
import { KitRow, KitSection } from './kit-section.tsx';

const portals = [['creator', 'Creator'], ['investor', 'Investor'], ['production', 'Production'], ['admin', 'Admin']] as const;
const nothing = () => undefined;

export function Controls() {
  const [view, setView] = useState<'chart' | 'table'>('chart');
  return (
    <>
      <KitSection title="Button">
        <KitRow caption="Kinds: primary, secondary, quiet, danger">
          <Button kind="primary">Request access</Button>
          <Button>Compare</Button>
          <Button kind="quiet">Decline</Button>
          <Button kind="danger">Revoke access</Button>
        </KitRow>
        <KitRow caption="States: hover, focus, busy, disabled">
          <Button kind="primary" className="is-hover">Approve</Button>
          <Button kind="primary" className="is-focus">Approve</Button>
          <Button kind="primary" busy>Signing</Button>
          <Button kind="primary" disabled>Approve</Button>
          <Button className="is-hover">Reply</Button>
          <Button className="is-focus">Reply</Button>
          <Button disabled>Reply</Button>
        </KitRow>
        <KitRow caption="Sizes and icons">
          <Button kind="primary" size="lg">Sign and open the room</Button>
          <Button><Icon name="plus" />New pitch</Button>
          <Button size="sm">Open</Button>
          <CopyLink what="this page" mark />
          <IconButton icon="bell" label="Notifications, 4 unread" dot />
          <ThemeToggle />
          <span className="kbd">Ctrl K</span>
        </KitRow>
        <KitRow caption="Accent by portal">
          {portals.map(([portal, name]) => <span key={portal} data-portal={portal}><Button kind="primary">{name}</Button></span>)}
        </KitRow>
      </KitSection>
      <KitSection title="Tabs, segment, menu, tooltip">
        <Tabs
          label="Example"
          tabs={[
            { value: 'story', label: 'Story', panel: <p className="t-2">Hesk has one road.</p> },
            { value: 'team', label: 'Team', count: 6, panel: <p className="t-2">Six people.</p> },
            { value: 'money', label: 'Money', panel: <p className="t-2">$2.50m negative cost.</p> },
          ]}
        />
        <div className="row row--wrap">
          <Segment label="View" value={view} onChange={setView} options={[{ value: 'chart', label: 'Chart' }, { value: 'table', label: 'Table' }]} />
          <Menu
            trigger={<Button>Actions<Icon name="chev-down" /></Button>}
            align="start"
            entries={[
              { label: 'Copy link', icon: 'link', hint: 'L', onSelect: nothing },
              { label: 'Watch', icon: 'bookmark', hint: 'W', onSelect: nothing },
              { kind: 'separator' },
              { label: 'Report', icon: 'flag', onSelect: nothing },
            ]}
          />
          <Tooltip content="Counted once a person and day"><Button kind="quiet">Views</Button></Tooltip>
        </div>
      </KitSection>
    </>
  );
}
