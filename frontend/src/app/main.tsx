import './early.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import '../ui/styles.css';
import '../portals/public/pages/landing.css';
import { Live } from './live.tsx';
import { createQueryClient, Providers } from './providers.tsx';
import { AppRoutes } from './router.tsx';
import { reloadOnStaleChunk } from './stale-chunks.ts';

reloadOnStaleChunk(import.meta.url);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <Providers client={createQueryClient()}>
      <BrowserRouter>
        <AppRoutes />
        <Live />
      </BrowserRouter>
    </Providers>
  </StrictMode>,
);
