import { useQuery } from '@tanstack/react-query';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { paths } from '../../app/paths.ts';
import { policies } from '../../lib/policies.ts';
import { useSession } from '../../lib/session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ownNdaQuery } from '../ndas/api.ts';

/** The next step towards what is behind the NDA, where a reader decides: the panel beside the story says the rest. Nothing while the other side has the next word. */
export function HeroStep({ pitch }: { pitch: Pitch }) {
  const { user } = useSession();
  const needsNda = pitch.locked.some(({ gate }) => gate === 'nda') && policies['nda:request'](user);
  const { data: nda } = useQuery({ ...ownNdaQuery(pitch.id), enabled: needsNda });
  if (!needsNda) return null;
  // While it is being asked as well: the panel it leads to says where things stand.
  if (nda === undefined || nda === null) return <ButtonLink kind="primary" size="lg" to="#gate" replace>Request access</ButtonLink>;
  if (nda.status === 'approved') return <ButtonLink kind="primary" size="lg" to={paths.nda.href(nda.id)}>Read and sign</ButtonLink>;
  if (nda.status === 'countered') return <ButtonLink kind="primary" size="lg" to={paths.nda.href(nda.id)}>Read the new terms</ButtonLink>;
  return null;
}
