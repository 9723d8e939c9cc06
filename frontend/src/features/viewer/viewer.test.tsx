import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { samplePitch } from '../../testing/samples.ts';
import { renderAt } from '../../testing/render.tsx';
import { answer, refuse, server } from '../../testing/server.ts';
import { Viewer } from './viewer.tsx';

const document_ = { fileId: '01900000-0000-7000-8000-00000000f001', fileName: 'Salt Year, script.pdf', copyId: null, code: null, pageCount: 3, pages: [1, 2, 3].map(() => ({ width: 612, height: 792 })), canDownload: false, lastPage: null };
const pages = `/api/files/${document_.fileId}/pages`;
const pitch = { ...samplePitch(), tier: 'nda' as const };

const sent: string[] = [];
const told: number[] = [];

beforeEach(() => {
  Object.assign(URL, { createObjectURL: () => 'blob:page', revokeObjectURL: () => undefined });
  answer('get', '/api/pitches/:id/reading', { items: [] });
  answer('get', '/api/ndas', { items: [], nextCursor: null, counts: {}, responseTime: null });
  sent.length = 0;
  told.length = 0;
  server.use(http.get(`${pages}/:n`, ({ params }) => { sent.push(String(params.n)); return new HttpResponse(new Blob(['webp'], { type: 'image/webp' })); }));
  server.use(http.put(`/api/files/${document_.fileId}/position`, async ({ request }) => { told.push(((await request.json()) as { page: number }).page); return new HttpResponse(null, { status: 204 }); }));
  answer('get', `${pages}/:n/text`, (request) => ({ page: 1, runs: [{ text: `Words of page ${request.url.split('/').at(-2)}`, x: 0.1, y: 0.1, width: 0.4, height: 0.02 }] }));
});

describe('the viewer', () => {
  it('turns pages with the arrows, holds their words, and keeps the place', async () => {
    const { user, unmount } = renderAt('/pitches/salt-year/documents/x', <Viewer pitch={pitch} document={document_} onShut={() => undefined} />);
    expect(await screen.findByText('Words of page 1')).toBeTruthy();
    await user.keyboard('{ArrowRight}');
    expect(await screen.findByText('Words of page 2')).toBeTruthy();
    expect(screen.queryByText('Words of page 1')).toBeNull();
    await user.keyboard('{End}{ArrowRight}');
    expect(await screen.findByText('Words of page 3')).toBeTruthy();
    unmount();
    await waitFor(() => expect(told).toEqual([3]));
    renderAt('/pitches/salt-year/documents/x', <Viewer pitch={pitch} document={document_} onShut={() => undefined} />);
    expect(await screen.findByText('Words of page 3')).toBeTruthy();
  });

  it('opens where the person stopped on another device', async () => {
    renderAt('/pitches/salt-year/documents/x', <Viewer pitch={pitch} document={{ ...document_, lastPage: 2 }} onShut={() => undefined} />);
    expect(await screen.findByText('Words of page 2')).toBeTruthy();
    expect(screen.getByText('Opened where you left off, page 2')).toBeTruthy();
  });

  it('asks for no page ahead of its reader, and shows none once the gate says no', async () => {
    const onShut = vi.fn<() => void>();
    const { user } = renderAt('/pitches/salt-year/documents/x', <Viewer pitch={pitch} document={document_} onShut={onShut} />);
    expect(await screen.findByText('Words of page 1')).toBeTruthy();
    expect(sent).toEqual(['1']);
    refuse('get', `${pages}/:n/text`, 403, 'forbidden');
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(onShut).toHaveBeenCalled());
    expect(screen.queryByRole('article')).toBeNull();
  });
});
