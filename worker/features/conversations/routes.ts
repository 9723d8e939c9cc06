// Conversations. What is durable in them goes through the conversation's room, over HTTP as over the socket.
import { Hono } from 'hono';
import { access } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { deedOf } from '../../http/deed.ts';
import { limit } from '../../http/limit.ts';
import { pathId } from '../../http/path-id.ts';
import { valid } from '../../http/valid.ts';
import { notFound } from '../../platform/app-error.ts';
import { act, changeGroup, changeMine, conversationOf, open } from './actions.ts';
import { serveFile, storeFile } from './files.ts';
import { addStatement, leaveStatement, titleStatement } from './group-statements.ts';
import { acceptStatement, archiveStatement, declineStatement, muteStatement } from './mine-statements.ts';
import { searchMessages, selectConversations, selectMessages } from './queries.ts';
import { ArchivePut, type Conversation, ConversationCreate, type ConversationList, ConversationPatch, ConversationQuery, FileQuery, type FoundMessages, MembersAdd, type Message, MessageCreate, MessageEdit, type MessageFile, type MessageList, MessageQuery, MutePut, ReactionPut, ReadPut, SearchQuery } from './schema.ts';

const NO_STORE = 'private, no-store';

export const conversations = new Hono<AppEnv>()
  .use(async (c, next) => {
    await next();
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', NO_STORE);
  })
  .get('/', access('user'), limit('read'), valid('query', ConversationQuery), async (c) => {
    const { services: { db, clock }, settings, actor } = deedOf(c);
    return c.json<ConversationList>(await selectConversations(db, actor.id, c.req.valid('query'), new Date(clock.now()).toISOString(), settings.BETTER_AUTH_SECRET));
  })
  .post('/', access('user'), limit('create'), valid('json', ConversationCreate), async (c) => {
    const { conversation, made } = await open(deedOf(c), c.req.valid('json'));
    return c.json<Conversation>(conversation, made ? 201 : 200);
  })
  .get('/search', access('user'), limit('read'), valid('query', SearchQuery), async (c) => {
    const { services: { db, clock }, settings, actor } = deedOf(c);
    return c.json<FoundMessages>(await searchMessages(db, { id: actor.id, now: new Date(clock.now()).toISOString() }, c.req.valid('query'), settings.BETTER_AUTH_SECRET));
  })
  .get('/:id', access('user', 'participant'), limit('read'), async (c) => c.json<Conversation>(await conversationOf(deedOf(c), pathId(c))))
  .patch('/:id', access('user', 'opener of the group'), limit('write'), valid('json', ConversationPatch), async (c) => {
    await changeGroup(deedOf(c), pathId(c), (group) => titleStatement(group, c.req.valid('json').title));
    return c.json<Conversation>(await conversationOf(deedOf(c), pathId(c)));
  })
  .post('/:id/accept', access('user', 'participant'), limit('write'), async (c) => {
    await changeMine(deedOf(c), pathId(c), (mine) => acceptStatement(mine, c.get('services').newId()));
    return c.json<Conversation>(await conversationOf(deedOf(c), pathId(c)));
  })
  .post('/:id/decline', access('user', 'participant'), limit('write'), async (c) => {
    await changeMine(deedOf(c), pathId(c), declineStatement);
    return c.body(null, 204);
  })
  .put('/:id/mute', access('user', 'participant'), limit('write'), valid('json', MutePut), async (c) => {
    await changeMine(deedOf(c), pathId(c), (mine) => muteStatement(mine, c.req.valid('json').until));
    return c.body(null, 204);
  })
  .put('/:id/archive', access('user', 'participant'), limit('write'), valid('json', ArchivePut), async (c) => {
    await changeMine(deedOf(c), pathId(c), (mine) => archiveStatement(mine, c.req.valid('json').archived));
    return c.body(null, 204);
  })
  .post('/:id/members', access('user', 'opener of the group'), limit('write'), valid('json', MembersAdd), async (c) => {
    await changeGroup(deedOf(c), pathId(c), (group) => addStatement(group, c.req.valid('json').personIds));
    return c.json<Conversation>(await conversationOf(deedOf(c), pathId(c)));
  })
  .delete('/:id/members/:userId', access('user', 'oneself, or the opener of the group'), limit('write'), async (c) => {
    const goneId = pathId(c, 'userId');
    await changeGroup(deedOf(c), pathId(c), (group) => leaveStatement(group, goneId), goneId);
    return c.body(null, 204);
  })
  .get('/:id/messages', access('user', 'participant'), limit('read'), valid('query', MessageQuery), async (c) => {
    const { services: { db, clock }, settings, actor } = deedOf(c);
    const page = await selectMessages(db, pathId(c), { id: actor.id, now: new Date(clock.now()).toISOString() }, c.req.valid('query'), settings.BETTER_AUTH_SECRET);
    if (!page) throw notFound();
    return c.json<MessageList>(page);
  })
  .post('/:id/messages', access('user', 'participant'), limit('write'), valid('json', MessageCreate), async (c) => {
    const { clientId, body, attachments, replyTo } = c.req.valid('json');
    const done = await act(deedOf(c), pathId(c), clientId, { kind: 'send', body, fileIds: attachments, ...(replyTo !== undefined && { replyTo }) });
    if (done.kind !== 'send') throw new Error(`a send was answered with ${done.kind}`);
    return c.json<Message>(done.message, done.repeated ? 200 : 201);
  })
  .patch('/:id/messages/:messageId', access('user', 'author'), limit('write'), valid('json', MessageEdit), async (c) => {
    const done = await act(deedOf(c), pathId(c), c.get('services').newId(), { kind: 'edit', messageId: pathId(c, 'messageId'), body: c.req.valid('json').body });
    if (done.kind !== 'edit') throw new Error(`an edit was answered with ${done.kind}`);
    return c.json<Message>(done.message);
  })
  .delete('/:id/messages/:messageId', access('user', 'author'), limit('write'), async (c) => {
    await act(deedOf(c), pathId(c), c.get('services').newId(), { kind: 'delete', messageId: pathId(c, 'messageId') });
    return c.body(null, 204);
  })
  .put('/:id/messages/:messageId/reaction', access('user', 'participant'), limit('write'), valid('json', ReactionPut), async (c) => {
    await act(deedOf(c), pathId(c), c.get('services').newId(), { kind: 'react', messageId: pathId(c, 'messageId'), word: c.req.valid('json').word });
    return c.body(null, 204);
  })
  .put('/:id/read', access('user', 'participant'), limit('write'), valid('json', ReadPut), async (c) => {
    const done = await act(deedOf(c), pathId(c), c.get('services').newId(), { kind: 'read', seq: c.req.valid('json').seq });
    return c.json<{ seq: number }>({ seq: done.kind === 'read' ? done.seq : 0 });
  })
  .post('/:id/files', access('user', 'participant'), limit('upload'), valid('query', FileQuery), async (c) => c.json<MessageFile>(await storeFile(c, pathId(c), c.req.valid('query')), 201))
  .get('/:id/files/:fileId', access('user', 'participant'), limit('read'), (c) => serveFile(c, pathId(c), pathId(c, 'fileId')));
