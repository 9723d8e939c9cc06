import { readFileSync } from 'node:fs';
import { Route, Routes } from 'react-router';
import { expect, it } from 'vitest';
import Landing from '../portals/public/pages/landing.tsx';
import { renderAt } from '../testing/render.tsx';
import { sampleFacets } from '../testing/samples.ts';
import { answer } from '../testing/server.ts';
import { PublicFrame } from './frames.tsx';

type Drawn = string | { tag: string; look: string; to: string | null; within: Drawn[] };

/** What is drawn, without what only a program sees. A button does nothing before the application is there: it keeps its place and no more. */
function drawn(node: Node): Drawn[] {
  if (node instanceof Text) return node.data.trim() === '' ? [] : [node.data.trim()];
  if (!(node instanceof Element)) return [];
  node.normalize();
  const within = node.classList.contains('iconbtn') ? [] : [...node.childNodes].flatMap(drawn);
  const tag = node.classList.contains('iconbtn') ? 'place of a button' : node.tagName.toLowerCase();
  return [{ tag, look: node.className, to: node.getAttribute('href'), within }];
}

it('is what the landing draws before anything is answered', () => {
  answer('get', '/api/auth/session', { user: null });
  answer('get', '/api/pitches', { items: [], nextCursor: null });
  answer('get', '/api/pitches/facets', sampleFacets(0));
  const held = new DOMParser().parseFromString(readFileSync('frontend/index.html', 'utf8'), 'text/html');
  const { container } = renderAt('/', <Routes><Route element={<PublicFrame />}><Route path="/" element={<Landing />} /></Route></Routes>);
  for (const part of ['header.pubbar', 'section.lead']) {
    const [first, page] = [held.querySelector(`#first-screen ${part}`), container.querySelector(part)];
    expect(first && drawn(first)).toEqual(page && drawn(page));
    expect(first).not.toBeNull();
  }
});

it('is gone once a page is shown', () => {
  document.body.insertAdjacentHTML('afterbegin', '<div id="first-screen"></div>');
  answer('get', '/api/pitches', { items: [], nextCursor: null });
  answer('get', '/api/pitches/facets', sampleFacets(0));
  renderAt('/', <Landing />);
  expect(document.getElementById('first-screen')).toBeNull();
});
