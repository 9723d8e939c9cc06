import { reactionWords } from '../../../../worker/features/conversations/lists.ts';
import { formatList } from '../../lib/format.ts';
import type { Conversation, Message, ReactionWord } from './api.ts';

/** The words people answered with, and how many. Pressing one adds one's own, or takes it back. */
export function Reactions({ message, people, ownId, onReact }: { message: Message; people: Conversation['people']; ownId: string; onReact: (word: ReactionWord | null) => void }) {
  const given = reactionWords.flatMap(({ value, label }) => {
    const who = message.reactions.filter(({ word }) => word === value).map(({ userId }) => userId);
    return who.length === 0 ? [] : [{ value, label, who }];
  });
  if (given.length === 0) return null;
  const nameOf = (id: string): string => (id === ownId ? 'you' : (people.find((person) => person.id === id)?.name ?? 'somebody who left'));
  return (
    <div className="msg__words" role="group" aria-label="Answered with">
      {given.map(({ value, label, who }) => {
        const isOwn = who.includes(ownId);
        const names = formatList(who.map(nameOf));
        return (
          <button key={value} type="button" aria-pressed={isOwn} title={names} onClick={() => onReact(isOwn ? null : value)}>
            {label} {who.length > 1 && <span className="num">{who.length}</span>}
            <span className="visually-hidden">, from {names}</span>
          </button>
        );
      })}
    </div>
  );
}
