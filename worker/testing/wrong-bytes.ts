// Bytes that are not what they are called, for every way that bytes come in.
import { pdf, picture } from './factories.ts';

const text = (characters: string): Uint8Array => new TextEncoder().encode(characters);

/** What it is, the kind and the type that it is sent as, and its bytes. Each answers 415. */
export const wrongBytes = [
  ['a page called a script', 'script', 'application/pdf', () => text('<!doctype html><script>alert(1)</script>')],
  ['a picture called a script', 'script', 'application/pdf', () => picture(4, 4)],
  ['a PNG called a JPEG', 'poster', 'image/jpeg', () => picture(4, 4, 'png')],
  ['a PDF called a poster', 'poster', 'image/png', () => pdf()],
  ['the head of a picture and nothing behind it', 'poster', 'image/png', async () => (await picture(64, 64, 'png')).slice(0, 60)],
  ['a PDF that is a page as well', 'script', 'application/pdf', () => text('%PDF-1.7\n<!doctype html><script>alert(1)</script>\n%%EOF\n')],
  ['a PDF with a program behind it', 'deck', 'application/pdf', () => text(`%PDF-1.7\n%%EOF\n${'MZ'.repeat(3000)}`)],
  ['a virus scanner\u2019s test file', 'script', 'application/pdf', () => text('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*')],
  ['an MP4 called a WebM', 'trailer', 'video/webm', () => text('\0\0\0\u0018ftypmp42\0\0\0\0mp42isom')],
  ['a PDF called a film', 'trailer', 'video/mp4', () => pdf()],
  ['an archive called a budget', 'budget', 'application/pdf', () => text('PK\u0003\u0004xxxx')],
] as const;

/** A picture of 50,000 x 50,000 px by its header, a few hundred bytes long. */
export async function pictureBomb(): Promise<Uint8Array> {
  const bomb = await picture(64, 64, 'png');
  new DataView(bomb.buffer).setUint32(16, 50_000);
  new DataView(bomb.buffer).setUint32(20, 50_000);
  return bomb;
}
