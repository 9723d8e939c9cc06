import { screen } from '@testing-library/react';
import { delay, http } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { Route, Routes } from 'react-router';
import { useSessionStore } from '../../lib/session.ts';
import { renderAt } from '../../testing/render.tsx';
import { samplePitch, sampleUser } from '../../testing/samples.ts';
import { answer, refuse, server } from '../../testing/server.ts';
import DocumentPage from './document.tsx';

const show = () => renderAt('/pitches/salt-year/documents/d1', <Routes><Route path="/pitches/:slug/documents/:fileId" element={<DocumentPage />} /></Routes>);

beforeEach(() => {
  const user = sampleUser();
  useSessionStore.setState({ status: 'signed-in', user });
  answer('get', '/api/auth/session', { user });
  answer('get', '/api/pitches/salt-year', samplePitch());
});

it('shows the shape of a page and the way out while the document is fetched', async () => {
  server.use(http.get('/api/files/d1/pages', () => delay('infinite') as Promise<never>));
  show();
  expect((await screen.findByRole('status', { name: 'Loading the document' })).getAttribute('aria-busy')).toBe('true');
  expect(screen.getByRole('link', { name: 'Close, back to the pitch' }).getAttribute('href')).toBe('/pitches/salt-year');
  expect(screen.getByRole('heading', { level: 1, name: 'Document' })).toBeTruthy();
});

it('says that it failed, with another try and the way out', async () => {
  refuse('get', '/api/files/d1/pages', 500, 'internal');
  show();
  expect(await screen.findByRole('heading', { level: 1, name: 'The document didn’t load' }, { timeout: 15_000 })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Close, back to the pitch' })).toBeTruthy();
}, 20_000);
