import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../lib/session.ts';
import { signOut } from './api.ts';

export interface SigningOut {
  /** Asks first when messages are still kept on this device. */
  start(): void;
  /** How many are kept, while the question stands. */
  kept: number;
  confirm(): void;
  stay(): void;
  error: Error | null;
  busy: boolean;
}

/** Signs out, and clears what this browser kept for the person. */
export function useSignOut(): SigningOut {
  const { user } = useSession();
  const [kept, setKept] = useState(0);
  // `always`: offline it says so at once, instead of waiting and signing out later.
  const leave = useMutation({
    networkMode: 'always',
    mutationFn: () => signOut(async () => {
      if (user) await (await import('../messages/leaving.ts')).forgetOwn(user.id);
    }),
  });
  const start = useMutation({
    networkMode: 'always',
    mutationFn: async () => (user ? (await import('../messages/leaving.ts')).keptCount(user.id) : 0),
    onSuccess(count) {
      if (count > 0) setKept(count);
      else leave.mutate();
    },
  });
  return {
    start: start.mutate,
    kept,
    confirm() {
      setKept(0);
      leave.mutate();
    },
    stay: () => setKept(0),
    error: leave.error ?? start.error,
    busy: leave.isPending || start.isPending,
  };
}
