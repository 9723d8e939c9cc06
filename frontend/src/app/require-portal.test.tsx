import { screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { renderAt } from '../testing/render.tsx';
import { sampleUser } from '../testing/samples.ts';
import { answer, breakOff } from '../testing/server.ts';
import { RequirePortal } from './require-portal.tsx';

const routes = (
  <Routes>
    <Route element={<RequirePortal portal="investor" />}>
      <Route path="/investor/deals" element={<p>The deals</p>} />
    </Route>
    <Route path="*" element={<p>Elsewhere</p>} />
  </Routes>
);

describe('RequirePortal', () => {
  it('lets a member of the portal in', async () => {
    answer('get', '/api/auth/session', { user: sampleUser() });
    renderAt('/investor/deals', routes);
    expect(await screen.findByText('The deals')).toBeTruthy();
  });

  it('sends a visitor to sign in, and back afterwards', async () => {
    answer('get', '/api/auth/session', { user: null });
    const { address } = renderAt('/investor/deals?year=2026', routes);
    await waitFor(() => expect(address()).toBe('/sign-in?next=%2Finvestor%2Fdeals%3Fyear%3D2026'));
    expect(screen.queryByText('The deals')).toBeNull();
  });

  it('sends a member of another portal to their own', async () => {
    answer('get', '/api/auth/session', { user: sampleUser({ portal: 'creator' }) });
    const { address } = renderAt('/investor/deals', routes);
    await waitFor(() => expect(address()).toBe('/creator'));
    expect(screen.queryByText('The deals')).toBeNull();
  });

  it('shows nothing of the portal while it does not know, and offers another try', async () => {
    breakOff('get', '/api/auth/session');
    const { user, address } = renderAt('/investor/deals', routes);
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.queryByText('The deals')).toBeNull();
    expect(address()).toBe('/investor/deals');
    answer('get', '/api/auth/session', { user: sampleUser() });
    await user.click(again);
    expect(await screen.findByText('The deals')).toBeTruthy();
  });
});
