import { Avatar } from '../avatar.tsx';
import { Sidebar } from '../sidebar.tsx';
import { TopBar } from '../top-bar.tsx';
import { KitSection } from './kit-section.tsx';

const nothing = () => undefined;

export function Frame() {
  return (
    <KitSection title="Frame">
      <div className="kit__frame">
        <Sidebar
          label="Specimen" foot="Creator portal"
          entries={[
            { label: 'Kit', icon: 'home', href: '/__kit' },
            { label: 'Pitches', icon: 'pages', href: '/browse' },
            { label: 'Requests', icon: 'shield', href: '/browse?sort=newest', exact: true, waiting: { value: 3, of: 'requests' } },
          ]}
        />
        <div>
          <TopBar onSearch={nothing}><Avatar name="Maren Oyelaran" /></TopBar>
        </div>
      </div>
    </KitSection>
  );
}
