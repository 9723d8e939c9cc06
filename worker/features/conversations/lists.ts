// What a message can be answered with: a closed list of words, one a person and message.
export const reactionWords = [
  { value: 'agreed', label: 'Agreed' },
  { value: 'thanks', label: 'Thanks' },
  { value: 'on_it', label: 'On it' },
  { value: 'question', label: 'Question' },
  { value: 'read', label: 'Read' },
  { value: 'no', label: 'No' },
] as const;
