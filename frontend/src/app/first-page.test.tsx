import { waitFor } from '@testing-library/react';
import type { ComponentType } from 'react';
import { Route, Routes } from 'react-router';
import { expect, it } from 'vitest';
import Browse from '../portals/public/pages/browse.tsx';
import Landing from '../portals/public/pages/landing.tsx';
import Pitch from '../portals/public/pages/pitch.tsx';
import SignIn from '../portals/public/pages/sign-in.tsx';
import { renderAt } from '../testing/render.tsx';
import { sampleCard, sampleFacets, samplePitch } from '../testing/samples.ts';
import { answer } from '../testing/server.ts';
import { firstPage } from './first-page.ts';

const list = { items: [], nextCursor: null };

const PitchRoute = () => <Routes><Route path="/pitches/:slug" element={<Pitch />} /></Routes>;

// An address that is spelt otherwise than the page spells it would be asked for twice.
it.each<[string, ComponentType]>([
  ['/', Landing],
  ['/browse', Browse],
  ['/pitches/salt-year', PitchRoute],
  ['/sign-in', SignIn],
])('asks early for exactly what %s asks for', async (pathname, Page) => {
  const asked = [answer('get', '/api/pitches', list), answer('get', '/api/pitches/facets', sampleFacets(0)), answer('get', '/api/pitches/salt-year', samplePitch()), answer('get', '/api/auth/session', { user: null })];
  renderAt(pathname, <Page />);
  const addresses = () => asked.flat().map(({ url }) => url.replace(location.origin, '')).filter((address) => address !== '/api/auth/session').toSorted();
  const { ask, load } = firstPage(pathname, '');
  await waitFor(() => expect(addresses()).toEqual(ask.toSorted()));
  expect(load).toHaveLength(1);
});

it.each<[string, unknown, readonly (string | undefined)[]]>([
  ['/browse', { ...list, items: [1, 2, 3].map((n) => sampleCard({ poster: n === 2 ? null : { url: `/api/files/${n}`, width: 1200, height: 1800, blurhash: null } })) }, ['/api/files/1', undefined]],
  ['/pitches/salt-year', samplePitch({ poster: { url: '/api/files/1', width: 1200, height: 1800, blurhash: null } }), ['/api/files/1']],
])('knows which posters %s shows first', (pathname, body, urls) => expect(firstPage(pathname, '').posters?.of(body)).toEqual(urls));

it('leaves a search with filters to the page', () => expect(firstPage('/browse', '?genre=noir').ask).toEqual([]));
