// The least that this stack can weigh: React, its router and one page.
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Link, Route, Routes } from 'react-router';

createRoot(document.getElementById('root')).render(createElement(BrowserRouter, null, createElement(Routes, null, createElement(Route, { path: '*', element: createElement(Link, { to: '/' }, 'Shell') }))));
