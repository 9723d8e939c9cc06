// The frame of every mail: paper, ink, one button. Mail programs read inline styles; the style sheet only adds the dark theme.
import { Body, Button, Container, Head, Hr, Html, Link, Preview, Section, Text } from '@react-email/components';
import type { ReactNode } from 'react';

const sans = "Geist, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const ink = { color: '#1b1815', fontFamily: sans };
const quiet = { color: '#6b655d', fontFamily: sans, fontSize: '13px', lineHeight: '20px', margin: '0 0 12px' };

const dark = `@media (prefers-color-scheme: dark) {
  .paper, .paper > table > tbody > tr > td { background-color: #131210 !important; }
  .sheet { background-color: #1c1a17 !important; border-color: #2c2925 !important; }
  .ink { color: #f1ece3 !important; }
  .quiet { color: #968f84 !important; }
  .button { background-color: #f1ece3 !important; color: #171513 !important; }
  .line { border-color: #2c2925 !important; }
}`;

export function Paragraph({ children }: { children: ReactNode }) {
  return <Text className="ink" style={{ ...ink, fontSize: '16px', lineHeight: '24px', margin: '0 0 16px' }}>{children}</Text>;
}

/** Where a person says which mails they want, and when. */
export const preferences = { label: 'Choose what you are mailed, and when', href: '{{origin}}/notifications/settings' };

interface LetterProps {
  /** What an inbox shows beside the subject. */
  preview: string;
  button: string;
  /** Why this came, and what to do when it is unexpected. */
  footnote: string;
  /** Beneath it, a way out of mails of this kind: words and address. */
  wayOut?: { label: string; href: string };
  children: ReactNode;
}

export function Letter({ preview, button, footnote, wayOut, children }: LetterProps) {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{dark}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className="paper" style={{ backgroundColor: '#faf8f4', margin: '0', padding: '32px 12px' }}>
        <Container className="sheet" style={{ maxWidth: '520px', backgroundColor: '#ffffff', border: '1px solid #e5dfd4', borderRadius: '6px', padding: '32px' }}>
          <Text className="ink" style={{ ...ink, fontSize: '16px', fontWeight: 600, letterSpacing: '-0.01em', margin: '0 0 24px' }}>Pitchey</Text>
          <Paragraph>{'{{hello}}'}</Paragraph>
          {children}
          <Section style={{ margin: '8px 0 24px' }}>
            <Button className="button" href="{{link}}" style={{ backgroundColor: '#1b1815', color: '#ffffff', fontFamily: sans, fontSize: '15px', fontWeight: 500, lineHeight: '20px', borderRadius: '6px', padding: '12px 20px' }}>{button}</Button>
          </Section>
          <Text className="quiet" style={quiet} data-skip-in-text="true">
            If the button does not work, open this address: <Link className="quiet" href="{{link}}" style={{ color: '#6b655d', wordBreak: 'break-all' }}>{'{{link}}'}</Link>
          </Text>
          <Hr className="line" style={{ borderColor: '#e5dfd4', margin: '24px 0 16px' }} />
          <Text className="quiet" style={{ ...quiet, margin: '0' }}>{footnote}</Text>
          {wayOut && <Text className="quiet" style={{ ...quiet, margin: '12px 0 0' }}><Link className="quiet" href={wayOut.href} style={{ color: '#6b655d', textDecoration: 'underline' }}>{wayOut.label}</Link></Text>}
        </Container>
      </Body>
    </Html>
  );
}
