import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Route, Routes } from 'react-router';
import { followConversations } from '../../features/messages/follow.ts';
import { keptMessages } from '../../features/messages/kept-messages.ts';
import { startOutbox, useKept } from '../../features/messages/outbox-tab.ts';
import { liveHub } from '../../lib/live/live.ts';
import { useLiveStatus } from '../../lib/live/status.ts';
import { useSessionStore } from '../../lib/session.ts';
import { conversationId, otherId, ownId, sampleConversation, sampleMessage } from '../../testing/message-samples.ts';
import { renderAt } from '../../testing/render.tsx';
import { ownPitch, sampleUser } from '../../testing/samples.ts';
import { answer, breakOff, refuse } from '../../testing/server.ts';
import Messages from './messages.tsx';

const base = '/api/conversations';
const one = `${base}/${conversationId}`;
const own = { id: ownId, name: 'Harriet Osei-Lund' };
const at = '2026-11-23T11:30:00.000Z';
let stops: (() => void)[] = [];

// jsdom has no locks; one page needs none.
Object.assign(navigator, { locks: { request: (_: string, work: () => Promise<void>) => work() } });

function show(path: string) {
  const rendered = renderAt(path, <Routes><Route path="/messages" element={<Messages />} /><Route path="/messages/:id" element={<Messages />} /></Routes>);
  stops = [followConversations(rendered.client, ownId), startOutbox(rendered.client, ownId)];
  return rendered;
}
// Loaded when it opens; a busy machine should not fail a test over that.
beforeAll(() => import('../../features/messages/documents-dialog.tsx'));

const tell = (seq: number, event: Parameters<typeof liveHub.lines>[0][number]['event']) => act(() => liveHub.lines([{ seq, at, event }]));

beforeEach(async () => {
  await keptMessages.forget(ownId);
  useKept.setState({ messages: [] });
  useLiveStatus.setState({ status: 'polling' });
  useSessionStore.setState({ status: 'signed-in', user: sampleUser({ id: ownId }) });
  answer('get', '/api/auth/session', { user: sampleUser({ id: ownId }) });
  answer('get', base, { items: [sampleConversation()], nextCursor: null, counts: { unread: 0, requests: 1 } });
  answer('get', one, sampleConversation());
  answer('get', `${one}/messages`, { items: [sampleMessage(3), sampleMessage(2, { sender: own }), sampleMessage(1)], nextCursor: null });
});
afterEach(() => {
  for (const stop of stops) stop();
  useLiveStatus.setState({ status: 'idle' });
});

describe('messages', () => {
  it('lists conversations by project and shows one with what was said, heard and read', async () => {
    show(`/messages/${conversationId}`);
    expect(await screen.findByRole('heading', { level: 1, name: 'Maren Oyelaran' })).toBeTruthy();
    const list = screen.getByRole('region', { name: 'Salt Year' });
    expect(within(list).getByRole('link', { name: /Maren Oyelaran/ }).getAttribute('aria-current')).toBe('true');
    const log = screen.getByRole('log');
    expect(await within(log).findByText('Message 3')).toBeTruthy();
    expect(within(log).getByText(/^Read by Maren/)).toBeTruthy();

    const read = answer('put', `${one}/read`, { seq: 4 });
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    tell(1, { kind: 'message', conversationId, message: sampleMessage(4, { body: 'Which tide?' }) });
    expect(await within(log).findByText('Which tide?')).toBeTruthy();
    await waitFor(() => expect(read).toHaveLength(1));
    expect(await read[0]?.json()).toEqual({ seq: 4 });
    tell(2, { kind: 'message_deleted', conversationId, messageId: 'm4', seq: 4, at });
    expect(await within(log).findByText('Deleted.')).toBeTruthy();
    tell(3, { kind: 'reaction', conversationId, messageId: 'm2', seq: 2, userId: otherId, word: 'agreed', at });
    expect(await within(log).findByRole('button', { name: /^Agreed/ })).toBeTruthy();
  });

  it('keeps a message before it is sent, sends it once, and shows it as sent', async () => {
    const posted = answer('post', `${one}/messages`, async (request: Request) => ({ ...sampleMessage(4, { sender: own }), ...(await request.json()) }) as never, 201);
    const { user } = show(`/messages/${conversationId}`);
    const field = await screen.findByLabelText('Message to Maren');
    await user.type(field, 'First line{Shift>}{Enter}{/Shift}second{Enter}');
    await waitFor(() => expect(posted).toHaveLength(1));
    expect(await posted[0]?.json()).toMatchObject({ body: 'First line\nsecond', attachments: [] });
    expect((field as HTMLTextAreaElement).value).toBe('');
    await waitFor(async () => expect(await keptMessages.list(ownId)).toEqual([]));
  });

  it('says offline where a message is, and lets it be changed or thrown away', async () => {
    const { user } = show(`/messages/${conversationId}`);
    act(() => useLiveStatus.setState({ status: 'offline' }));
    const field = await screen.findByLabelText<HTMLTextAreaElement>('Message to Maren');
    await user.type(field, 'The chapel is the cover set.{Enter}');
    const queued = await screen.findByRole('article', { name: 'Queued message' });
    expect(within(queued).getByText(/^Kept on this device since \d\d:\d\d$/)).toBeTruthy();
    expect(screen.getByText(/1 message is kept on this device and goes out when you are back/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Queue message' })).toBeTruthy();
    await user.click(within(queued).getByRole('button', { name: 'Edit' }));
    await waitFor(() => expect(field.value).toBe('The chapel is the cover set.'));
    expect(screen.queryByRole('article', { name: 'Queued message' })).toBeNull();
    await user.type(field, '{Enter}');
    await user.click(within(await screen.findByRole('article', { name: 'Queued message' })).getByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(screen.queryByRole('article', { name: 'Queued message' })).toBeNull());
    expect(await keptMessages.list(ownId)).toEqual([]);
  });

  it('says why a message was refused, and tries again when asked to', async () => {
    refuse('post', `${one}/messages`, 409, 'conflict', { message: 'This conversation is closed.' });
    const { user } = show(`/messages/${conversationId}`);
    await user.type(await screen.findByLabelText('Message to Maren'), 'Hello{Enter}');
    expect(await screen.findByText('Not sent: This conversation is closed.')).toBeTruthy();
    const posted = answer('post', `${one}/messages`, sampleMessage(4, { sender: own, body: 'Hello' }), 201);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(posted).toHaveLength(1));
    await waitFor(() => expect(screen.queryByText(/^Not sent/)).toBeNull());
  });

  it('does not know of a message whose answer was lost, and says so', async () => {
    breakOff('post', `${one}/messages`);
    const { user } = show(`/messages/${conversationId}`);
    await user.type(await screen.findByLabelText('Message to Maren'), 'Hello{Enter}');
    expect(await screen.findByText(/not confirmed. It is asked for again, and arrives once/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Discard' })).toBeNull();
  });

  it('lets the owner of the project point to its documents, which stay where they are', async () => {
    const maker = sampleUser({ id: ownId, portal: 'creator' });
    useSessionStore.setState({ status: 'signed-in', user: maker });
    answer('get', '/api/auth/session', { user: maker });
    answer('get', '/api/pitches/salt-year', ownPitch({ id: 'p1' }));
    answer('get', '/api/pitches/p1/documents', { items: [{ id: 'd1', kind: 'script', gate: 'nda', fileName: 'Salt Year, script.pdf', contentType: 'application/pdf', size: 61_000, createdAt: at, pageCount: 92, paged: true }], locked: [] });
    const posted = answer('post', `${one}/messages`, sampleMessage(4, { sender: own }), 201);
    const { user } = show(`/messages/${conversationId}`);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Attach a file' }).getAttribute('aria-haspopup')).toBe('menu'));
    await user.click(screen.getByRole('button', { name: 'Attach a file' }));
    await user.click(await screen.findByRole('menuitem', { name: 'A document of Salt Year' }));
    await user.click(await screen.findByRole('checkbox', { name: /Salt Year, script\.pdf/ }));
    await user.click(screen.getByRole('button', { name: 'Attach' }));
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(posted).toHaveLength(1));
    expect(await posted[0]?.json()).toMatchObject({ body: '', attachments: ['d1'] });
  });

  it('keeps what is typed for the next visit', async () => {
    const { user, unmount } = show(`/messages/${conversationId}`);
    await user.type(await screen.findByLabelText('Message to Maren'), 'Half a thou');
    unmount();
    show(`/messages/${conversationId}`);
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Message to Maren')).value).toBe('Half a thou');
  });

  it('asks before a stranger is answered, and lets nobody write where it is closed', async () => {
    answer('get', one, sampleConversation({ folder: 'requests', unread: 3 }));
    const accepted = answer('post', `${one}/accept`, sampleConversation());
    const { user, unmount } = show(`/messages/${conversationId}`);
    await user.click(await screen.findByRole('button', { name: 'Accept' }));
    await waitFor(() => expect(accepted).toHaveLength(1));
    expect(screen.queryByLabelText('Message to Maren')).toBeNull();
    unmount();
    answer('get', one, sampleConversation({ shut: 'closed' }));
    show(`/messages/${conversationId}`);
    expect(await screen.findByText(/Nobody can write in this conversation now/)).toBeTruthy();
  });

  it('says when there is none, when it failed and when it is not there', async () => {
    answer('get', base, { items: [], nextCursor: null, counts: { unread: 0, requests: 0 } });
    const { unmount } = show('/messages');
    expect(await screen.findByText(/No conversations yet/)).toBeTruthy();
    unmount();
    refuse('get', base, 500, 'internal');
    refuse('get', one, 404, 'not_found');
    show(`/messages/${conversationId}`);
    expect(await screen.findByRole('heading', { level: 1, name: 'There is no such conversation' })).toBeTruthy();
    expect(await screen.findByText('Your conversations didn’t load')).toBeTruthy();
  });
});
