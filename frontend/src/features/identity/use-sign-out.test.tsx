import 'fake-indexeddb/auto';
import { onlineManager } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useSessionStore } from '../../lib/session.ts';
import { renderAt } from '../../testing/render.tsx';
import { sampleUser } from '../../testing/samples.ts';
import { answer, breakOff } from '../../testing/server.ts';
import { keepDraft, readDraft } from '../messages/drafts.ts';
import { keptMessages } from '../messages/kept-messages.ts';
import KeptWarning from './kept-warning.tsx';
import { useSignOut } from './use-sign-out.ts';

const user = sampleUser();
const keep = (id: string) => keptMessages.add({ id, userId: user.id, conversationId: 'c', body: 'Hello', replyTo: null, files: [], at: '2026-11-23T12:03:00.000Z', state: 'kept', reason: null });

function Page() {
  const leaving = useSignOut();
  return <><button type="button" onClick={leaving.start}>Sign out</button>{leaving.kept > 0 && <KeptWarning leaving={leaving} />}{leaving.error && <p role="alert">No answer came</p>}</>;
}

beforeAll(() => import('../messages/leaving.ts'));
beforeEach(async () => {
  await keptMessages.forget(user.id);
  useSessionStore.setState({ status: 'signed-in', user });
  answer('get', '/api/auth/session', { user });
});

describe('signing out', () => {
  it('asks first while messages are kept on this device, and forgets them only then', async () => {
    await keep('a');
    await keep('b');
    keepDraft(user.id, 'c', 'Half');
    const left = answer('post', '/api/auth/sign-out', null, 204);
    const rendered = renderAt('/', <Page />);
    await rendered.user.click(screen.getByRole('button', { name: 'Sign out' }));
    expect(await screen.findByRole('dialog', { name: '2 messages have not left this device' })).toBeTruthy();
    await rendered.user.click(screen.getByRole('button', { name: 'Stay signed in' }));
    expect([left.length, await keptMessages.count(user.id)]).toEqual([0, 2]);
    await rendered.user.click(screen.getByRole('button', { name: 'Sign out' }));
    await rendered.user.click(await screen.findByRole('button', { name: 'Sign out and discard' }));
    await waitFor(async () => expect([left.length, await keptMessages.count(user.id), readDraft(user.id, 'c')]).toEqual([1, 0, '']));
  });

  it('asks without a connection too, and does not sign out behind one’s back when it returns', async () => {
    await keep('a');
    onlineManager.setOnline(false);
    const rendered = renderAt('/', <Page />);
    await rendered.user.click(screen.getByRole('button', { name: 'Sign out' }));
    breakOff('post', '/api/auth/sign-out');
    await rendered.user.click(await screen.findByRole('button', { name: 'Sign out and discard' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    const left = answer('post', '/api/auth/sign-out', null, 204);
    onlineManager.setOnline(true);
    expect([left.length, await keptMessages.count(user.id)]).toEqual([0, 1]);
  });

  it('keeps everything when the server did not hear of it', async () => {
    await keep('a');
    breakOff('post', '/api/auth/sign-out');
    const rendered = renderAt('/', <Page />);
    await rendered.user.click(screen.getByRole('button', { name: 'Sign out' }));
    await rendered.user.click(await screen.findByRole('button', { name: 'Sign out and discard' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(await keptMessages.count(user.id)).toBe(1);
  });
});
