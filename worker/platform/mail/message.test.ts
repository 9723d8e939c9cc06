import { describe, expect, it } from 'vitest';
import { compose, greeting } from './compose.ts';
import { headerValue, mailbox, mailText, quotedPrintable } from './message.ts';

const decodeQuoted = (text: string): string => new TextDecoder().decode(Uint8Array.from(
  text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})|([^])/g, (_, hex: string | undefined, plain: string | undefined) => (hex ? String.fromCharCode(parseInt(hex, 16)) : plain ?? '')),
  (character) => character.charCodeAt(0)));

describe('quotedPrintable', () => {
  it.each(['plain', 'grüße — ₹ 5 = five', 'trailing space ', 'tab\t', '.\r\n..', `${'long '.repeat(60)}end`, `${'ü'.repeat(200)}`, 'one\ntwo\r\nthree'])('%j survives', (text) => {
    const encoded = quotedPrintable(text);
    expect(encoded.split('\r\n').every((line) => line.length <= 76 && /^[\x20-\x7e\t]*$/.test(line) && !/[ \t]$/.test(line))).toBe(true);
    expect(decodeQuoted(encoded)).toBe(text.replace(/\r?\n/g, '\r\n'));
  });
});

describe('headers', () => {
  it.each(['a\r\nBcc: all@example.com', 'a\nb', 'a\rb', 'a\0b'])('%j is refused: it would begin another header', (text) => {
    expect(() => headerValue(text)).toThrow('control characters');
  });

  it('encodes what is not ASCII in words of at most 75 characters', () => {
    expect(headerValue('Plain words')).toBe('Plain words');
    const folded = headerValue('Überraschung für die Produktionsfirma: 日本語の脚本が届きました');
    expect(folded.split('\r\n ').every((word) => word.length <= 75 && /^=\?utf-8\?B\?[A-Za-z0-9+/=]+\?=$/.test(word))).toBe(true);
    const text = folded.split('\r\n ').map((word) => Buffer.from(word.slice(10, -2), 'base64').toString()).join('');
    expect(text).toBe('Überraschung für die Produktionsfirma: 日本語の脚本が届きました');
  });

  it('reads mailboxes', () => {
    expect(mailbox('Pitchey <post@pitchey.example>')).toEqual({ name: 'Pitchey', address: 'post@pitchey.example' });
    expect(mailbox('"Pitchey, Ltd" <post@pitchey.example>')).toEqual({ name: 'Pitchey, Ltd', address: 'post@pitchey.example' });
    expect(mailbox('post@pitchey.example')).toEqual({ name: '', address: 'post@pitchey.example' });
    for (const text of ['', 'nobody', 'a <b>', 'a <b@c>\r\nX: y']) expect(() => mailbox(text)).toThrow('MAIL_FROM');
  });
});

describe('mailText', () => {
  const mail = { id: '0190', from: { name: 'Pitchey', address: 'post@pitchey.example' }, to: 'a@example.com', subject: 'Hello', text: 'Hi', html: '<p>Hi</p>', date: 0 };

  it('names the address that stops mails of its kind, where there is one', () => {
    expect(mailText({ ...mail, unsubscribe: 'https://pitchey.example/api/unsubscribe?token=a.b' })).toContain('\r\nList-Unsubscribe: <https://pitchey.example/api/unsubscribe?token=a.b>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(mailText(mail)).not.toContain('List-Unsubscribe');
    expect(() => mailText({ ...mail, unsubscribe: 'https://x.example/\r\nBcc: all@example.com' })).toThrow('control characters');
  });

  it('has one of each header, the id as Message-ID, and text before HTML', () => {
    const [head = '', ...parts] = mailText(mail).split('\r\n\r\n');
    const headers = head.split('\r\n').map((line) => line.split(':')[0]);
    expect(headers).toEqual(['From', 'To', 'Subject', 'Date', 'Message-ID', 'MIME-Version', 'Auto-Submitted', 'Content-Type']);
    expect(head).toContain('Message-ID: <0190@pitchey.example>');
    expect(head).toContain('Date: Thu, 01 Jan 1970 00:00:00 +0000');
    expect(parts.join('\r\n\r\n').match(/text\/(plain|html)/g)).toEqual(['text/plain', 'text/html']);
  });

  it('refuses to be given another header', () => {
    for (const patch of [{ to: 'a@example.com>\r\nBcc: <b@example.com' }, { subject: 'x\r\nBcc: b@example.com' }, { id: 'x\r\n' }]) {
      expect(() => mailText({ ...mail, ...patch })).toThrow('control characters');
    }
  });
});

describe('compose', () => {
  const payload = { to: 'a@example.com', name: 'Ana', link: 'https://pitchey.example/verify-email?token=a&b="c"', hours: 24 };

  it('fills text as it is and HTML escaped', () => {
    const { subject, text, html } = compose('mail.verify-email', payload);
    expect(subject).toBe('Confirm your address for Pitchey');
    expect(text).toContain('Hello Ana,');
    expect(text).toContain(payload.link);
    expect(text).toContain('for 24 hours');
    expect(html).toContain('token=a&amp;b=&quot;c&quot;');
    expect(`${text}${html}`).not.toContain('{{');
  });

  it('wants every value', () => {
    expect(() => compose('mail.verify-email', { to: 'a@example.com', name: 'Ana', link: 'https://x' } as unknown as typeof payload)).toThrow('hours');
  });

  it.each([['Ana', 'Hello Ana,'], ['Zoë O’Brien-Núñez', 'Hello Zoë O’Brien-Núñez,'], ['J. R. R. Tolkien', 'Hello J. R. R. Tolkien,'], ['王 小明', 'Hello 王 小明,'],
    ['', 'Hello,'], ['You won! Claim at evil.example', 'Hello,'], ['evil.com', 'Hello,'], ['http://evil', 'Hello,'], ['<b>Ana</b>', 'Hello,'], ['call 0190 555', 'Hello,'],
    ['click here to claim your prize now', 'Hello,'], ['x'.repeat(80), 'Hello,']])('greets %j with %j', (name, hello) => {
    expect(greeting(name)).toBe(hello);
  });
});
