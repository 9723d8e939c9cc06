// A mail as lines (RFC 5322, MIME): text and HTML of the same words, nothing else.

export interface Mail {
  /** Goes into the Message-ID: a mail sent twice is recognised as one by whoever receives it. */
  id: string;
  /** `Name <address>` of our own, from the settings. */
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  html: string;
  /** An https address that stops mails of this kind when it is POSTed to (RFC 2369, RFC 8058). */
  unsubscribe?: string | undefined;
  /** ms. */
  date: number;
}

/** `Name <address>`, or a bare address. Throws for anything else: it comes from the settings. */
export function mailbox(text: string): { name: string; address: string } {
  const [, name = '', address = ''] = /^\s*(?:"?([^"<>\r\n]*?)"?\s*<([^<>\s]+@[^<>\s]+)>|)\s*$/.exec(text) ?? [];
  if (address) return { name, address };
  if (/^[^<>\s]+@[^<>\s]+$/.test(text.trim())) return { name: '', address: text.trim() };
  throw new Error('MAIL_FROM is not `Name <address>`');
}

/** A header's value: refuses line breaks (they would begin another header) and encodes what is not ASCII (RFC 2047). */
export function headerValue(text: string): string {
  // eslint-disable-next-line no-control-regex
  if (/[\x00-\x1f\x7f]/.test(text)) throw new Error('a mail header must not hold control characters');
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words: string[] = [];
  let bytes: number[] = [];
  for (const character of text) {
    const more = new TextEncoder().encode(character);
    if (bytes.length + more.length > 45) {
      words.push(encodedWord(bytes));
      bytes = [];
    }
    bytes.push(...more);
  }
  return [...words, encodedWord(bytes)].join('\r\n ');
}

const encodedWord = (bytes: number[]): string => `=?utf-8?B?${btoa(String.fromCharCode(...bytes))}?=`;

/** Quoted-printable (RFC 2045 6.7): ASCII lines of at most 76 characters. */
export function quotedPrintable(text: string): string {
  return text.split(/\r\n|\r|\n/).map((line) => {
    let out = '';
    let width = 0;
    const bytes = new TextEncoder().encode(line);
    bytes.forEach((byte, index) => {
      const isLast = index === bytes.length - 1;
      const isPlain = (byte >= 33 && byte <= 126 && byte !== 61) || ((byte === 32 || byte === 9) && !isLast);
      const piece = isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
      if (width + piece.length > 75) {
        out += '=\r\n';
        width = 0;
      }
      out += piece;
      width += piece.length;
    });
    return out;
  }).join('\r\n');
}

/** The whole message, CRLF lines. */
export function mailText(mail: Mail): string {
  const boundary = `pitchey-${mail.id}`;
  const domain = mail.from.address.split('@').at(-1) as string;
  const from = mail.from.name ? `${/^[\x20-\x7e]*$/.test(mail.from.name) ? `"${mail.from.name}"` : headerValue(mail.from.name)} <${mail.from.address}>` : mail.from.address;
  const part = (type: string, body: string): string[] => [`--${boundary}`, `Content-Type: ${type}; charset=utf-8`, 'Content-Transfer-Encoding: quoted-printable', '', quotedPrintable(body)];
  return [
    `From: ${from}`,
    `To: <${headerValue(mail.to)}>`,
    `Subject: ${headerValue(mail.subject)}`,
    `Date: ${new Date(mail.date).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${headerValue(mail.id)}@${domain}>`,
    'MIME-Version: 1.0',
    // No out-of-office answers to a machine (RFC 3834).
    'Auto-Submitted: auto-generated',
    ...(mail.unsubscribe === undefined ? [] : [`List-Unsubscribe: <${headerValue(mail.unsubscribe)}>`, 'List-Unsubscribe-Post: List-Unsubscribe=One-Click']),
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...part('text/plain', mail.text),
    ...part('text/html', mail.html),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}
