import { render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import { createQueryClient, Providers } from '../app/providers.tsx';

interface Rendered extends RenderResult {
  user: UserEvent;
  client: QueryClient;
  /** The address now: path, search and anchor. */
  address: () => string;
}

function Address() {
  const { pathname, search, hash } = useLocation();
  return <output hidden data-testid="address">{pathname + search + hash}</output>;
}

/** Draws `ui` as the app would at `at`: real providers, a router in memory, and no second try of failed queries. */
export function renderAt(at: string, ui: ReactNode): Rendered {
  const client = createQueryClient();
  client.setDefaultOptions({ ...client.getDefaultOptions(), queries: { ...client.getDefaultOptions().queries, retry: false } });
  const rendered = render(
    <Providers client={client}>
      <MemoryRouter initialEntries={[at]}>
        {ui}
        <Address />
      </MemoryRouter>
    </Providers>,
  );
  return { ...rendered, user: userEvent.setup(), client, address: () => rendered.getByTestId('address').textContent };
}
