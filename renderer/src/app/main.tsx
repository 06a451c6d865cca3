import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { keepPresence } from './host.ts';
import './page.css';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');
void keepPresence();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
