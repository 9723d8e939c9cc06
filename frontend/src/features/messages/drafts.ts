// What was typed and not sent, by person and conversation: it is there again after a reload.
const prefix = 'pitchey-draft:';

export function readDraft(userId: string, conversationId: string): string {
  try {
    return localStorage.getItem(`${prefix}${userId}:${conversationId}`) ?? '';
  } catch {
    return ''; // storage is closed to this page: drafts then last as long as the page
  }
}

export function keepDraft(userId: string, conversationId: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(`${prefix}${userId}:${conversationId}`);
    else localStorage.setItem(`${prefix}${userId}:${conversationId}`, text);
  } catch {
    // As above.
  }
}

export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
