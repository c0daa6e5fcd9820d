import type { ReactNode } from 'react';

/** Line marks for kinds of platforms, drawn by us so that no logo is used; the inside of an icon on 16 by 16. */
export const platformShapes = {
  camera: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="3.5" />
      <circle cx="8" cy="8" r="2.8" />
      <path d="M11.4 4.6h.01" strokeWidth="2" />
    </>
  ),
  note: <path d="M9 2.5v8a2.7 2.7 0 1 1-2.7-2.7M9 2.5c.2 2 1.6 3.3 3.7 3.5" />,
  play: (
    <>
      <rect x="1.5" y="3.5" width="13" height="9" rx="2.5" />
      <path d="m6.8 6.3 3 1.7-3 1.7z" />
    </>
  ),
  cart: (
    <>
      <path d="M1.5 2.5h2l1.7 7.5h7l1.5-5.5H4" />
      <circle cx="6" cy="13" r="1" />
      <circle cx="11.3" cy="13" r="1" />
    </>
  ),
  bag: (
    <>
      <path d="M3 5.5h10l-.7 7a1.5 1.5 0 0 1-1.5 1.4H5.2a1.5 1.5 0 0 1-1.5-1.4z" />
      <path d="M5.5 7.5V4.8a2.5 2.5 0 0 1 5 0v2.7" />
    </>
  ),
  megaphone: <path d="M2.5 6.5v3h2l6.5 3v-9l-6.5 3zM5 9.8l.8 3.7h1.7l-.9-3M13 6.5c.6.8.6 2.2 0 3" />,
  mail: (
    <>
      <rect x="2" y="3.5" width="12" height="9" rx="1.5" />
      <path d="m2.5 4.5 5.5 4.5 5.5-4.5" />
    </>
  ),
  chat: (
    <path d="M3.5 2.5h9A1.5 1.5 0 0 1 14 4v6a1.5 1.5 0 0 1-1.5 1.5H8L4.5 14v-2.5h-1A1.5 1.5 0 0 1 2 10V4a1.5 1.5 0 0 1 1.5-1.5z" />
  ),
  at: (
    <>
      <circle cx="8" cy="8" r="2.6" />
      <path d="M10.6 5.4v3.4a1.7 1.7 0 0 0 3.4 0V8a6 6 0 1 0-2.4 4.8" />
    </>
  ),
  store: (
    <path d="M2.5 6.5 3.5 3h9l1 3.5M2.5 6.5a1.85 1.85 0 0 0 3.7 0 1.85 1.85 0 0 0 3.6 0 1.85 1.85 0 0 0 3.7 0M3.5 8.5v5h9v-5M6.5 13.5v-3h3v3" />
  ),
  case: (
    <>
      <rect x="2" y="5" width="12" height="8.5" rx="1.5" />
      <path d="M5.5 5V3.7A1.2 1.2 0 0 1 6.7 2.5h2.6a1.2 1.2 0 0 1 1.2 1.2V5M2 8.8h12" />
    </>
  ),
  pin: <path d="M8 14c3-3.3 4.5-5.6 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 8.4 5 10.7 8 14zM8 8a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z" />,
  game: (
    <path d="M5 4.5h6a3.5 3.5 0 0 1 3.4 2.8l.4 2.4a1.9 1.9 0 0 1-3.4 1.4L10.5 10h-5l-.9 1.1a1.9 1.9 0 0 1-3.4-1.4l.4-2.4A3.5 3.5 0 0 1 5 4.5zM4.5 7.3h2M5.5 6.3v2M10.8 7.3h.01" />
  ),
  parcel: <path d="M8 2 13.5 5v6L8 14l-5.5-3V5zM2.5 5 8 8l5.5-3M8 8v6M5.2 3.5l5.6 3.1" />,
  brush: (
    <path d="M13.5 2.5c-3 .8-6 3.6-7 5.7l1.3 1.3c2.1-1 4.9-4 5.7-7zM6 9a2.2 2.2 0 0 0-2.2 2c-.1 1-.6 1.6-1.3 2 2.6.6 5-.3 5-2.5" />
  ),
  page: <path d="M3.5 2h9v12h-9zM6 5.5h4M6 8h4M6 10.5h2.5" />,
  card: (
    <>
      <rect x="1.5" y="3.5" width="13" height="9" rx="1.5" />
      <path d="M1.5 6.5h13M4 10h2.5" />
    </>
  ),
  branch: (
    <>
      <circle cx="4.5" cy="3.8" r="1.5" />
      <circle cx="4.5" cy="12.2" r="1.5" />
      <circle cx="11.5" cy="5" r="1.5" />
      <path d="M4.5 5.3v5.4M11.5 6.5c0 2.7-7 1.5-7 4" />
    </>
  ),
  cloud: <path d="M4.5 12.5a3 3 0 0 1-.3-6A4 4 0 0 1 12 7.2a2.7 2.7 0 0 1-.5 5.3z" />,
  screen: (
    <>
      <rect x="1.5" y="2.5" width="13" height="8.5" rx="1.5" />
      <path d="M5.5 13.5h5" />
    </>
  ),
  feather: <path d="M3 13.5 9.5 7M13.5 2.5c-4.5-.5-8.7 2-9 8.7l3.5-.2c3.5-.2 5.3-3.5 5.5-8.5z" />,
  broadcast: (
    <>
      <circle cx="8" cy="8" r="1.6" />
      <path d="M4.9 11.1a4.4 4.4 0 0 1 0-6.2M11.1 4.9a4.4 4.4 0 0 1 0 6.2M2.7 13.3a7.5 7.5 0 0 1 0-10.6M13.3 2.7a7.5 7.5 0 0 1 0 10.6" />
    </>
  ),
  bolt: <path d="M9 1.8 3.5 9H8l-1 5.2L12.5 7H8z" />,
  folder: (
    <path d="M2 4.5A1.5 1.5 0 0 1 3.5 3h2.7l1.5 1.8h4.8A1.5 1.5 0 0 1 14 6.3v5.2a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5z" />
  ),
  panes: <path d="M2.5 3h11v10h-11zM2.5 6h11M6 6v7" />,
} satisfies Record<string, ReactNode>;
