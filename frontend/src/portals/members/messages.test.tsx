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
    answer('get', one, sampleConversation({ shut: 'closed' }));
    expect(await screen.findByText('Not sent: This conversation is closed.')).toBeTruthy();
    // Without a field nothing can be put back into it, and nothing is taken out of where it is kept.
    await waitFor(() => expect(screen.queryByLabelText('Message to Maren')).toBeNull());
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
    expect(await keptMessages.list(ownId)).toHaveLength(1);
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

  it('closes where one is blocked, and shows nothing of the other from then on', async () => {
    show(`/messages/${conversationId}`);
    await screen.findByLabelText('Message to Maren');
    const room = `conversation:${conversationId}`;
    act(() => liveHub.joined(room, { here: [{ userId: otherId, typing: true }], typingMs: 6000, presence: [{ userId: otherId, state: 'active', lastSeenAt: null }] }));
    expect(screen.getByText(/here now/)).toBeTruthy();
    expect(screen.getByText('Maren is writing')).toBeTruthy();
    answer('get', one, sampleConversation({ shut: 'closed' }));
    act(() => liveHub.left(room));
    expect(await screen.findByText(/Nobody can write in this conversation now/)).toBeTruthy();
    expect(screen.queryByText(/here now|online/)).toBeNull();
    expect(screen.queryByText('Maren is writing')).toBeNull();
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

describe('a group', () => {
  const callum = { id: '01900000-0000-7000-8000-0000000000c3', name: 'Callum Ofori', handle: 'callum', portal: 'production', readSeq: 0, readAt: null };
  const group = sampleConversation({ kind: 'group', title: 'Finance', ndaId: null, createdBy: ownId, people: [...sampleConversation().people, callum] });
  const openPeople = async (user: ReturnType<typeof show>['user']) => {
    await user.click(await screen.findByRole('button', { name: 'More about this conversation' }));
    await user.click(await screen.findByRole('menuitem', { name: 'People and name' }));
    return screen.findByRole('dialog', { name: 'People and name' });
  };
  beforeAll(() => Promise.all([import('../../features/messages/group-dialog.tsx'), import('../../features/messages/start-group-dialog.tsx')]));
  beforeEach(() => {
    answer('get', base, { items: [group, sampleConversation({ id: 'c2' })], nextCursor: null, counts: { unread: 0, requests: 0 } });
    answer('get', one, group);
  });

  it('lets who opened it take somebody out, once they said so twice', async () => {
    const gone = answer('delete', `${one}/members/${callum.id}`, null as never, 204);
    const { user } = show(`/messages/${conversationId}`);
    const dialog = await openPeople(user);
    await user.click(within(dialog).getByRole('button', { name: 'Take out Callum Ofori' }));
    expect(gone).toHaveLength(0);
    const question = within(dialog).getByRole('group', { name: 'Take Callum Ofori out?' });
    expect(document.activeElement).toBe(within(question).getByRole('button', { name: 'Take out' }));
    await user.click(within(question).getByRole('button', { name: 'Keep' }));
    expect(document.activeElement).toBe(within(dialog).getByRole('button', { name: 'Take out Callum Ofori' }));
    await user.click(document.activeElement as HTMLElement);
    answer('get', one, { ...group, people: group.people.filter(({ id }) => id !== callum.id) });
    await user.click(within(dialog).getByRole('button', { name: 'Take out' }));
    await waitFor(() => expect(within(within(dialog).getByRole('region', { name: 'In the group' })).queryByText('Callum Ofori')).toBeNull());
    expect(gone).toHaveLength(1);
  });

  it('asks before one leaves, and offers nobody else’s place to who did not open it', async () => {
    answer('get', one, { ...group, createdBy: otherId });
    const left = answer('delete', `${one}/members/${ownId}`, null as never, 204);
    const { user } = show(`/messages/${conversationId}`);
    const dialog = await openPeople(user);
    expect(within(dialog).queryByRole('button', { name: /^Take out/ })).toBeNull();
    await user.click(within(dialog).getByRole('button', { name: 'Leave the group' }));
    expect(left).toHaveLength(0);
    await user.click(within(dialog).getByRole('button', { name: 'Leave' }));
    await waitFor(() => expect(left).toHaveLength(1));
    expect(await screen.findByText('Choose a conversation.')).toBeTruthy();
  });

  it('is gone from the page of who was taken out, with what was said in it', async () => {
    const { client } = show(`/messages/${conversationId}`);
    expect(await within(await screen.findByRole('log')).findByText('Message 3')).toBeTruthy();
    refuse('get', one, 404, 'not_found');
    answer('get', base, { items: [], nextCursor: null, counts: { unread: 0, requests: 0 } });
    tell(1, { kind: 'conversation_mine', conversationId, folder: 'left', mutedUntil: null, archivedAt: null });
    expect(await screen.findByRole('heading', { level: 1, name: 'There is no such conversation' })).toBeTruthy();
    expect(screen.queryByText('Message 3')).toBeNull();
    expect(screen.queryByLabelText(/^Message to/)).toBeNull();
    expect(client.getQueryData(['messages', 'of', conversationId])).toBeUndefined();
  });

  it('is opened about a project one talks of', async () => {
    const opened = answer('post', base, group, 201);
    const { user } = show('/messages');
    await user.click(await screen.findByRole('button', { name: 'New group' }));
    await user.type(await screen.findByLabelText('Name of the group'), 'Finance');
    await user.selectOptions(screen.getByLabelText('About'), 'Salt Year');
    await user.click(screen.getByRole('checkbox', { name: 'Maren Oyelaran' }));
    await user.click(screen.getByRole('button', { name: 'Open the group' }));
    await waitFor(() => expect(opened).toHaveLength(1));
    expect(await opened[0]?.json()).toEqual({ kind: 'group', title: 'Finance', personIds: [otherId], pitchId: 'p1' });
  });
});

describe('what is done with a message', () => {
  it('leaves the focus at it, and the list says what stands now', async () => {
    const mine = sampleMessage(3, { sender: own, sentAt: new Date().toISOString() });
    answer('get', `${one}/messages`, { items: [mine], nextCursor: null });
    answer('patch', `${one}/messages/m3`, { ...mine, body: 'Better words', editedAt: at });
    const { user } = show(`/messages/${conversationId}`);
    const more = () => screen.findByRole('button', { name: 'More about the message of yours' });
    await user.click(await more());
    await user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    await user.clear(await screen.findByLabelText('Your message'));
    await user.type(screen.getByLabelText('Your message'), 'Better words');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(async () => expect(document.activeElement).toBe(await more()));
    expect(within(screen.getByRole('region', { name: 'Salt Year' })).getByText(/Better words/)).toBeTruthy();

    await user.click(await more());
    await user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    await user.type(await screen.findByLabelText('Your message'), ', or not{Escape}');
    await waitFor(async () => expect(document.activeElement).toBe(await more()));
    expect(within(screen.getByRole('log')).getByText('Better words')).toBeTruthy();

    await user.click(await more());
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Delete' })));
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    await waitFor(async () => expect(document.activeElement).toBe(await more()));
    answer('get', base, { items: [sampleConversation({ last: { seq: 3, senderId: ownId, text: '', at } })], nextCursor: null, counts: { unread: 0, requests: 0 } });
    tell(1, { kind: 'message_deleted', conversationId, messageId: 'm3', seq: 3, at });
    expect(await screen.findByText('A message that was taken out')).toBeTruthy();
  });
});
