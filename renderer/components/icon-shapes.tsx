import type { ReactNode } from 'react';

/** The inside of every icon, drawn on 16 by 16 with a line of 1.5 in the current colour. */
export const shapes = {
  // places
  key: (
    <>
      <circle cx="5" cy="8" r="3" />
      <path d="M8 8h6M11.5 8v2.5M14 8v2" />
    </>
  ),
  inbox: (
    <path d="M2 9.5 4 3.5h8l2 6v2a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5zM2 9.5h3.5c.2 1.3 1.2 2 2.5 2s2.3-.7 2.5-2H14" />
  ),
  ledger: <path d="M2 3.5h5M4 8h8M8 12.5h6" />,
  runs: <path d="M2.5 4 4 5.5 6.5 2.5M2.5 11 4 12.5 6.5 9.5M9 4.5h5M9 11.5h5" />,
  review: (
    <>
      <rect x="2.5" y="3" width="11" height="10.5" rx="2" />
      <path d="M2.5 6.5h11M5.5 1.5V4M10.5 1.5V4M6 10l1.5 1.5L10.3 8.7" />
    </>
  ),
  business: <path d="M3 13.5V4.2L8 2l5 2.2v9.3M1.8 13.5h12.4M6.5 13.5v-3h3v3M6 6.3h.01M10 6.3h.01M6 8.5h.01M10 8.5h.01" />,
  calendar: (
    <>
      <rect x="2.5" y="3" width="11" height="10.5" rx="2" />
      <path d="M2.5 6.5h11M5.5 1.5V4M10.5 1.5V4" />
    </>
  ),
  people: (
    <>
      <circle cx="6" cy="5.5" r="2.5" />
      <path d="M1.5 13.5c.3-2.5 2-4 4.5-4s4.2 1.5 4.5 4M10.5 3.2a2.5 2.5 0 0 1 0 4.6M12 9.8c1.5.6 2.3 1.9 2.5 3.7" />
    </>
  ),
  person: (
    <>
      <circle cx="8" cy="5.5" r="2.5" />
      <path d="M3 13.5c.3-2.5 2.2-4 5-4s4.7 1.5 5 4" />
    </>
  ),
  lent: (
    <>
      <circle cx="11.5" cy="8" r="2.5" />
      <path d="M9 8H2M4.5 5.3 1.8 8l2.7 2.7" />
    </>
  ),
  handOff: (
    <>
      <circle cx="4.5" cy="8" r="2.5" />
      <path d="M7 8h7M11.5 5.3 14.2 8l-2.7 2.7" />
    </>
  ),

  // promises
  sealed: <circle cx="8" cy="8" r="5.5" />,
  courtesy: <circle cx="8" cy="8" r="5.5" strokeDasharray="2.3 2.02" strokeLinecap="butt" />,
  exposed: (
    <>
      <path d="M11.9 11.9a5.5 5.5 0 1 1-.01-7.78" />
      <path d="M14.2 8h.01" strokeWidth="2.6" />
    </>
  ),

  // actions
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.5 3.5" />
    </>
  ),
  plus: <path d="M8 3v10M3 8h10" />,
  minus: <path d="M3 8h10" />,
  check: <path d="m3 8.5 3.2 3.2L13 4.8" />,
  x: <path d="m4 4 8 8M12 4l-8 8" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5" />
    </>
  ),
  paste: (
    <>
      <rect x="3" y="3" width="10" height="11" rx="1.5" />
      <path d="M6 3a2 2 0 0 1 4 0v1.5H6zM5.8 8h4.4M5.8 11h3" />
    </>
  ),
  edit: <path d="m10.5 3 2.5 2.5-7 7-3.2.7.7-3.2zM9 4.5 11.5 7" />,
  trash: (
    <path d="M2.5 4.5h11M6 4.5V3a1 1 0 0 1 1-1h2a1 1 0 0 1 1 1v1.5M4 4.5l.6 8a1.3 1.3 0 0 0 1.3 1.2h4.2a1.3 1.3 0 0 0 1.3-1.2l.6-8M6.7 7.2v3.8M9.3 7.2v3.8" />
  ),
  undo: (
    <>
      <path d="M5.5 3 2.5 6l3 3" />
      <path d="M2.5 6h7a4 4 0 0 1 0 8H7" />
    </>
  ),
  refresh: (
    <>
      <path d="M13.5 8A5.5 5.5 0 0 1 3.3 10.8M2.5 8a5.5 5.5 0 0 1 10.2-2.8" />
      <path d="M13 2.2v3.2H9.8M3 13.8v-3.2h3.2" />
    </>
  ),
  back: <path d="M10 3.5 5.5 8l4.5 4.5" />,
  forward: <path d="m6 3.5 4.5 4.5L6 12.5" />,
  up: <path d="M3.5 10 8 5.5l4.5 4.5" />,
  down: <path d="m3.5 6 4.5 4.5L12.5 6" />,
  external: (
    <>
      <path d="M9.5 2.5h4v4M13.5 2.5 7.5 8.5" />
      <path d="M11.5 9.5V12a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 12V6A1.5 1.5 0 0 1 4 4.5h2.5" />
    </>
  ),
  send: <path d="M14 2 7.5 8.5M14 2l-4.2 12-2.3-5.5L2 6.2z" />,
  print: (
    <>
      <path d="M4.5 6V2.5h7V6" />
      <rect x="2" y="6" width="12" height="5.5" rx="1.5" />
      <path d="M4.5 9.5h7v4h-7z" />
    </>
  ),
  download: <path d="M8 2.5v8M4.8 7.3 8 10.5l3.2-3.2M2.5 13.5h11" />,
  upload: <path d="M8 10.5v-8M4.8 5.7 8 2.5l3.2 3.2M2.5 13.5h11" />,
  qr: (
    <>
      <path d="M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4z" />
      <path d="M9.5 9.5h1.2v1.2M13.5 9.5v2M9.5 13.5h2M13.5 13.5h.01" />
    </>
  ),
  dice: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="2.5" />
      <path d="M5.8 5.8h.01M10.2 10.2h.01M10.2 5.8h.01M5.8 10.2h.01" strokeWidth="2" />
    </>
  ),
  filter: <path d="M2.5 4.5h11M4.5 8h7M6.5 11.5h3" />,
  settings: (
    <>
      <path d="M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6" />
      <circle cx="10" cy="4.5" r="2" />
      <circle cx="6" cy="11.5" r="2" />
    </>
  ),
  dots: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.2" />,
  pin: <path d="M5.5 2h5l-.6 4.6 2.3 2.6H3.8l2.3-2.6zM8 9.2V14" />,
  tag: (
    <>
      <path d="M2.5 8 8 2.5h5.5V8L8 13.5z" />
      <path d="M10.8 5.2h.01" strokeWidth="2" />
    </>
  ),
  archive: <path d="M2.5 3h11v3h-11zM3.5 6v7h9V6M6.5 9h3" />,

  // states
  lock: (
    <>
      <rect x="3" y="7" width="10" height="7" rx="2" />
      <path d="M5.2 7V5.2a2.8 2.8 0 0 1 5.6 0V7" />
    </>
  ),
  eye: (
    <>
      <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z" />
      <circle cx="8" cy="8" r="2" />
    </>
  ),
  eyeOff: (
    <path d="M6.3 3.8A6 6 0 0 1 8 3.5c4 0 6.5 4.5 6.5 4.5a11 11 0 0 1-1.9 2.4M10 12.1a6 6 0 0 1-2 .4C4 12.5 1.5 8 1.5 8a11 11 0 0 1 2.4-2.8M6.6 6.6a2 2 0 0 0 2.8 2.8M2.5 2.5l11 11" />
  ),
  warning: (
    <>
      <path d="M8 2.2 14.3 13H1.7z" />
      <path d="M8 6.5v3M8 11.3h.01" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.5V11M8 5h.01" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.5 1.5" />
    </>
  ),
  bell: <path d="M3.5 11.5c1-1 1-2.5 1-4a3.5 3.5 0 0 1 7 0c0 1.5 0 3 1 4zM6.8 13.8h2.4" />,
  shield: <path d="M8 1.8 13 3.5v4c0 3.2-2 5.5-5 6.7-3-1.2-5-3.5-5-6.7v-4z" />,
  look: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
    </>
  ),
  disk: (
    <>
      <path d="M2.5 11h11M4 3h8l1.5 8v1a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 12v-1z" />
      <path d="M11 12.2h.01" />
    </>
  ),
  file: <path d="M4 1.8h5L12.5 5.3v8.9H4zM9 1.8v3.5h3.5" />,

  // seeing
  camera: (
    <>
      <path d="M2.5 5.5A1 1 0 0 1 3.5 4.5h2l1-1.5h3l1 1.5h2a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1z" />
      <circle cx="8" cy="8.4" r="2.3" />
    </>
  ),
  picture: (
    <>
      <rect x="2" y="3" width="12" height="10" rx="1.5" />
      <path d="m2.5 11.5 3.2-3.2 2.3 2.3 2.2-2.2 3.3 3.3" />
      <circle cx="10.6" cy="6" r="1" />
    </>
  ),

  // devices
  laptop: (
    <>
      <rect x="3" y="3" width="10" height="7.5" rx="1.5" />
      <path d="M1.5 13h13" />
    </>
  ),
  phone: (
    <>
      <rect x="4.5" y="1.5" width="7" height="13" rx="1.8" />
      <path d="M7.3 12.3h1.4" />
    </>
  ),
  globe: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M2 8h12M8 2c2 1.8 2.7 3.8 2.7 6S10 12.2 8 14C6 12.2 5.3 10.2 5.3 8S6 3.8 8 2z" />
    </>
  ),
} satisfies Record<string, ReactNode>;
