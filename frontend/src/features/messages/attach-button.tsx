import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useSession } from '../../lib/session.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { pitchQuery } from '../pitches/api.ts';
import type { Conversation } from './api.ts';
import type { KeptFile } from './kept-messages.ts';

const DocumentsDialog = lazy(() => import('./documents-dialog.tsx'));

interface AttachButtonProps {
  pitch: Conversation['pitch'];
  onDevice: () => void;
  onDocuments: (files: readonly KeptFile[]) => void;
}

/** Files of this device; the owner of the project also has its documents, which keep their gates. */
export function AttachButton({ pitch, onDevice, onDocuments }: AttachButtonProps) {
  const { user } = useSession();
  const [isChoosing, setChoosing] = useState(false);
  const isMaker = user?.portal === 'creator' || user?.portal === 'production';
  const { data } = useQuery({ ...pitchQuery(pitch?.slug ?? ''), enabled: isMaker && pitch !== null });
  if (pitch === null || data?.tier !== 'owner') return <IconButton icon="clip" label="Attach a file" onClick={onDevice} />;
  return (
    <>
      <Menu
        align="start" trigger={<IconButton icon="clip" label="Attach a file" />}
        entries={[{ label: 'From this device', icon: 'upload', onSelect: onDevice }, { label: `A document of ${pitch.title}`, icon: 'pages', onSelect: () => setChoosing(true) }]}
      />
      {isChoosing && <Suspense><DocumentsDialog pitch={pitch} onChoose={onDocuments} onClose={() => setChoosing(false)} /></Suspense>}
    </>
  );
}
