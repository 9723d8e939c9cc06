import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SignBody } from '../../../../worker/features/ndas/schema.ts';
import { useSessionStore } from '../../lib/session.ts';
import { sampleHtml, sampleNda } from '../../testing/nda-samples.ts';
import { renderAt } from '../../testing/render.tsx';
import { sampleUser } from '../../testing/samples.ts';
import { answer, refuse } from '../../testing/server.ts';
import { fingerprint } from './read-document.ts';
import { SigningRoom } from './signing-room.tsx';

const record = { memberSince: '2026-01-01T00:00:00.000Z', verifiedCompany: null, hasPassport: false, signed: 0, open: 0, revoked: 0, answersInSeconds: null, answered: 0 };
const notes = [{ id: 'parties', title: 'The two sides', note: 'Who promises what.', usual: true }, { id: 'law', title: 'Law', note: 'Which law applies.', usual: false }];

beforeEach(() => {
  const user = sampleUser();
  answer('get', '/api/auth/session', { user });
  answer('get', '/api/ndas/:id/reading', { notes, differences: [{ term: 'termMonths', form: 24, here: 36 }], owner: record, signer: record });
  useSessionStore.getState().set(user);
});

const approved = async () => sampleNda('approved', await fingerprint(sampleHtml));

describe('the signing room', () => {
  it('sends the fingerprint of what it shows, after name and consent', async () => {
    const nda = await approved();
    const sent = answer('post', '/api/ndas/:id/sign', { ...nda, status: 'signed', signedAt: '2026-11-23T10:00:00.000Z', next: [] });
    const { user } = renderAt('/ndas/x', <SigningRoom nda={nda} />);
    expect(await screen.findByText('Unusual here.', { selector: 'aside strong' })).toBeTruthy();
    expect(screen.getByText('3 years')).toBeTruthy();
    const press = async () => user.click(screen.getByRole('button', { name: 'Sign and open' }));
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sign and open' }).disabled).toBe(false));
    await press();
    expect(screen.getByText('Tick that you have read it and agree.')).toBeTruthy();
    expect(sent).toHaveLength(0);
    await user.click(screen.getByRole('checkbox', { name: /I have read the document/ }));
    await press();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect((await sent[0]?.json()) as SignBody).toEqual({
      name: 'Harriet Osei-Lund', company: 'Fenwater Partners', signature: { kind: 'typed', value: 'Harriet Osei-Lund' }, accepted: true, documentHash: await fingerprint(sampleHtml),
    });
  });

  it('does not let a document be signed that is not the one the record names', async () => {
    renderAt('/ndas/x', <SigningRoom nda={sampleNda('approved', 'b'.repeat(64))} />);
    expect((await screen.findByRole('alert')).textContent).toContain('can’t be signed like this');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sign and open' }).disabled).toBe(true);
  });

  it('says when the words changed meanwhile, and keeps what was entered', async () => {
    const nda = await approved();
    refuse('post', '/api/ndas/:id/sign', 409, 'conflict', { message: 'The document has changed since it was shown. Read it again, then sign.' });
    const { user } = renderAt('/ndas/x', <SigningRoom nda={nda} />);
    await user.type(screen.getByLabelText(/Title/), 'Partner');
    await user.click(screen.getByRole('checkbox', { name: /I have read the document/ }));
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sign and open' }).disabled).toBe(false));
    await user.click(screen.getByRole('button', { name: 'Sign and open' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The document has changed since it was shown');
    expect(screen.getByLabelText<HTMLInputElement>(/Title/).value).toBe('Partner');
  });

  it('offers an owner no signature, only what the table of moves allows', async () => {
    const nda = await approved();
    useSessionStore.getState().set(sampleUser({ id: nda.owner.id, portal: 'creator', name: 'Maren Oyelaran' }));
    answer('get', '/api/auth/session', { user: sampleUser({ id: nda.owner.id, portal: 'creator', name: 'Maren Oyelaran' }) });
    renderAt('/ndas/x', <SigningRoom nda={nda} />);
    expect(await screen.findByText('Agreements signed')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Sign and open' })).toBeNull();
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Withdraw', 'Verify now']);
  });
});
