import { useState } from 'react';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { Palette } from '../palette.tsx';
import { Toast } from '../toast.tsx';
import { KitSection } from './kit-section.tsx';

const nothing = () => undefined;

export function Overlays() {
  const [open, setOpen] = useState<'dialog' | 'palette' | null>(null);
  const [query, setQuery] = useState('');
  const close = (isOpen: boolean) => !isOpen && setOpen(null);
  const items = ['Salt Year', 'Glasshouse', 'Kestrel'].filter((title) => title.toLowerCase().includes(query.toLowerCase()));
  return (
    <KitSection title="Dialog, palette, toast">
      <div className="row row--wrap">
        <Button onClick={() => setOpen('dialog')}>Open a dialog</Button>
        <Button onClick={() => setOpen('palette')}>Open the palette</Button>
      </div>
      <Toast action={{ label: 'Undo', onAct: nothing }}>Harriet has access to the script.</Toast>
      <Dialog
        open={open === 'dialog'} onOpenChange={close} title="Revoke Harriet’s access?"
        description="Pages close on the next byte, open tabs included. What she agreed to stays in force until 22 November 2028."
        foot={<><Button kind="quiet" onClick={() => setOpen(null)}>Keep access</Button><Button kind="danger" onClick={() => setOpen(null)}>Revoke access</Button></>}
      />
      <Palette
        open={open === 'palette'} onOpenChange={close} query={query} onQueryChange={setQuery} note="Nothing matches."
        groups={[{ heading: 'Pitches', items: items.map((label) => ({ id: label, label, icon: 'pages' as const, film: true, note: 'Open', onSelect: nothing })) }]}
      />
    </KitSection>
  );
}
