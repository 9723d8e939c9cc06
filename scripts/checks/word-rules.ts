// Words and signs that have no place in the project, each with its reason. Pure, so that a test can plant every one of them.

interface Forbidden {
  pattern: RegExp;
  reason: string;
  /** Files in which it may stand. */
  except?: RegExp;
}

const self = /^scripts\/checks\/word-rules/;

const forbidden: readonly Forbidden[] = [
  { pattern: /\bregistry\.(?:npmjs|yarnpkg|npmmirror)\b|\bnpm\.pkg\.github\b|\bdeb\.debian\.org\b|\bpypi\.org\b|\bproxy\.golang\.org\b|\bindex\.crates\.io\b/i, reason: 'names a package registry' },
  { pattern: /(?<![\w.-])\/(?:work|root|home)\/[a-z]|(?:\.\.\/)+shared\/(?:design|hooks|seed)/, reason: 'names a path of one machine' },
  { pattern: /\b(?:chatgpt|openai|anthropic|copilot|language model|llms?|ai[- ](?:generated|assistant|written|agent))\b|co-authored-by:/i, reason: 'is about how the text was made, not about what it says' },
  { pattern: /\p{Extended_Pictographic}(?<![\u00a9\u00ae\u2122\u2194-\u21aa\u203c\u2049\u2139])/u, reason: 'is a pictograph; icons come from the icon set' },
  { pattern: /\b(?:TODO|FIXME|HACK)\b/, reason: 'marks unfinished work; finish it or write an issue' },
  { pattern: /\b(?:it|test|describe)\.(?:only|skip|todo|fixme)\(/, reason: 'switches a test off', except: /^node_modules/ },
  { pattern: /\blorem ipsum\b/i, reason: 'is filler' },
  { pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----|\bsk_live_[0-9a-zA-Z]{8}|\bAKIA[0-9A-Z]{16}\b/, reason: 'looks like a secret' },
];

/** `path:line: "text" reason`, one sentence a find. */
export function forbiddenIn(path: string, text: string): string[] {
  if (self.test(path)) return [];
  return text.split('\n').flatMap((line, index) => forbidden.flatMap(({ pattern, reason, except }) => {
    const found = except?.test(path) ? null : pattern.exec(line);
    return found ? [`${path}:${index + 1}: "${found[0]}" ${reason}`] : [];
  }));
}
