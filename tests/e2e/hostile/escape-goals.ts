import type { Goal } from './attacker.ts';

/** Files, windows, other documents, code from text, devices. */
export const escapeGoals: readonly Goal[] = [
  {
    title: 'read a file by its path',
    act: (page, { file }) =>
      page.evaluate(
        (path) =>
          Promise.all([
            evil.kept(fetch(`file://${path}`)),
            evil.kept(fetch(`https://app.invalid/..%2f..%2f..${path}`)),
            evil.kept(fetch(`https://app.invalid/../../package.json`)),
            evil.kept(
              new Promise((got, no) => {
                const request = new XMLHttpRequest();
                request.onload = got;
                request.onerror = no;
                request.open('GET', `file://${path}`);
                request.send();
              }),
            ),
          ]),
        file,
      ),
    outcome: Array(4).fill('kept in'),
  },
  {
    title: 'load a file as script, picture or style of our own origin',
    act: (page) =>
      page.evaluate(() => {
        const load = (tag: string, name: 'src' | 'href', path: string): Promise<'got' | 'kept in'> =>
          evil.kept(
            new Promise((got, no) => {
              const element = Object.assign(document.createElement(tag), { rel: 'stylesheet', onload: got, onerror: no });
              element.setAttribute(name, path);
              document.head.append(element);
            }),
          );
        return Promise.all([
          load('img', 'src', '/../main/engine.js'),
          load('link', 'href', '/..%2fmain%2fengine.js'),
          load('img', 'src', 'file:///usr/share/pixmaps/debian-logo.png'),
        ]);
      }),
    outcome: ['kept in', 'kept in', 'kept in'],
  },
  {
    title: 'open a window or a popup',
    act: (page, { listener }) =>
      page.evaluate(
        async (urls) => {
          const opened = urls.map((url) => window.open(url, '_blank', 'popup'));
          await evil.kept(new Promise(() => undefined), 800);
          return opened.filter((each) => each !== null && !each.closed).length;
        },
        [listener, 'about:blank', 'data:text/html,x', 'https://app.invalid/'],
      ),
    outcome: 0,
  },
  {
    title: 'use the bridge from a frame',
    act: (page) =>
      page.evaluate(async () => {
        const frame = document.body.appendChild(document.createElement('iframe'));
        const inside = frame.contentWindow;
        const seen = [typeof inside?.latchkey, inside === null ? '' : typeof Reflect.get(inside, 'latchkeyCall')];
        frame.remove();
        const foreign = new Promise((done) => {
          addEventListener('message', ({ data }) => done(data), { once: true });
          setTimeout(() => done('silent'), 800);
          const src = "data:text/html,<script>parent.postMessage(typeof latchkey + typeof latchkeyCall, '*')</script>";
          document.body.append(Object.assign(document.createElement('iframe'), { src }));
        });
        const said = await foreign;
        for (const each of document.querySelectorAll('iframe')) each.remove();
        return [...seen, ['undefinedundefined', 'silent'].includes(String(said))];
      }),
    outcome: ['undefined', 'undefined', true],
  },
  {
    title: 'show a page of the world in a frame',
    act: (page, { listener }) =>
      page.evaluate(async (url) => {
        const frame = Object.assign(document.createElement('iframe'), { src: url });
        document.body.append(frame);
        await evil.kept(new Promise(() => undefined), 500);
        frame.remove();
        return 'kept in';
      }, listener),
    outcome: 'kept in',
  },
  {
    title: 'run a worker of any kind',
    act: (page) =>
      page.evaluate(() => {
        const source = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
        const speaks = (make: () => Worker | MessagePort): Promise<'got' | 'kept in'> =>
          evil.kept(
            (async () => {
              const worker = make();
              await new Promise((got) => (worker.onmessage = got));
            })(),
          );
        return Promise.all([
          speaks(() => new Worker(source)),
          speaks(() => new Worker('data:text/javascript,postMessage(1)')),
          speaks(() => new SharedWorker(source).port),
          evil.kept(navigator.serviceWorker.register('/sw.js')),
          evil.kept(new AudioContext().audioWorklet.addModule(source)),
        ]);
      }),
    outcome: Array(5).fill('kept in'),
  },
  {
    title: 'run text as code',
    act: (page) =>
      page.evaluate(() => {
        const ran = (): string => (Reflect.get(globalThis, 'ran') === undefined ? 'did not run' : 'ran');
        const tries: (() => unknown)[] = [
          () => Reflect.apply(Reflect.get(globalThis, 'eval') as () => void, null, ['globalThis.ran = 1']),
          () =>
            Reflect.apply(
              Reflect.construct(Reflect.get(globalThis, 'Function') as FunctionConstructor, ['globalThis.ran = 1']) as () => void,
              null,
              [],
            ),
          () => Reflect.apply(setTimeout, null, ['globalThis.ran = 1']),
          () => Reflect.set(document.body.appendChild(document.createElement('b')), 'innerHTML', '<img src=x onerror=ran=1>'),
          () => document.write('<script>ran = 1</script>'),
          () => document.body.setAttribute('onclick', 'ran = 1'),
          () => Reflect.set(document.createElement('script'), 'text', 'ran = 1'),
          () => Reflect.set(document.createElement('iframe'), 'srcdoc', '<script>parent.ran = 1</script>'),
          () => document.createRange().createContextualFragment('<script>ran = 1</script>'),
        ];
        return Promise.all(tries.map((each) => evil.later(each))).then(async () => {
          document.body.click();
          document.body.removeAttribute('onclick');
          return ran();
        });
      }),
    outcome: 'did not run',
  },
  {
    title: 'import a module of its own making',
    // As text, because the tests' own compiler would rewrite an import.
    act: (page) =>
      page.evaluate(`Promise.all([
        'data:text/javascript,globalThis.ran=1',
        URL.createObjectURL(new Blob(['globalThis.ran = 1'], { type: 'text/javascript' })),
      ].map((url) => evil.kept(import(url)))).then((all) => [...all, typeof ran])`),
    outcome: ['kept in', 'kept in', 'undefined'],
  },
  {
    title: 'compile WebAssembly',
    act: (page) =>
      page.evaluate(() => evil.later(() => typeof new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])))),
    outcome: 'CompileError',
  },
  {
    title: 'read the clipboard',
    act: (page) =>
      page.evaluate(async () => [
        await evil.kept(navigator.clipboard.readText()),
        await evil.kept(navigator.clipboard.read()),
        document.execCommand('paste'),
      ]),
    outcome: ['kept in', 'kept in', false],
  },
  {
    title: 'use camera, microphone, place, screen, notices, devices, fonts, contacts or the file system',
    act: (page) =>
      page.evaluate(() => {
        const wants: Record<string, () => Promise<unknown>> = {
          camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
          microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
          screen: () => navigator.mediaDevices.getDisplayMedia(),
          place: () => new Promise((got, no) => navigator.geolocation.getCurrentPosition(got, no)),
          notices: async () => {
            if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied');
          },
          midi: () => navigator.requestMIDIAccess(),
          usb: () =>
            (Reflect.get(navigator, 'usb') as { requestDevice(of: object): Promise<unknown> }).requestDevice({ filters: [] }),
          fonts: async () => {
            const fonts = await (Reflect.get(window, 'queryLocalFonts') as () => Promise<unknown[]>)();
            if (fonts.length === 0) throw new Error('none');
          },
          idle: () =>
            (Reflect.get(window, 'IdleDetector') as { requestPermission(): Promise<string> })
              .requestPermission()
              .then((state) => (state === 'granted' ? 1 : Promise.reject(new Error(state)))),
        };
        return Promise.all(Object.values(wants).map((want) => evil.kept((async () => want())(), 1000)));
      }),
    outcome: Array(9).fill('kept in'),
  },
  {
    title: 'start a program by an address of its own',
    async act(page) {
      for (const url of [
        'mailto:a@b.c?body=secret',
        'tel:123',
        'ssh://x',
        'vscode://x',
        'javascript:void 0',
        'file:///etc/passwd',
      ]) {
        await page.evaluate((address) => void setTimeout(() => (location.href = address)), url).catch(() => undefined);
        await page.waitForTimeout(500);
        await page.getByRole('navigation').first().waitFor();
      }
      return page.url();
    },
    outcome: 'https://app.invalid/',
    reloads: true,
  },
  {
    title: 'leave for another address',
    act: (page, { listener }) =>
      page.evaluate(
        async (urls) => {
          for (const url of urls) {
            location.href = url;
            await evil.kept(new Promise(() => undefined), 150);
          }
          return location.origin;
        },
        [listener, 'https://example.com/', 'data:text/html,x', 'https://app.invalid.example.com/', 'http://app.invalid/'],
      ),
    outcome: 'https://app.invalid',
  },
  {
    title: 'leave for an empty document of its own',
    act: async (page) => {
      await page.evaluate(() => void setTimeout(() => (location.href = 'about:blank'))).catch(() => undefined);
      await page.waitForURL('about:blank', { timeout: 3000 }).catch(() => undefined);
      await page.waitForURL('https://app.invalid/', { timeout: 5000 });
      await page.getByRole('navigation').first().waitFor();
      return page.evaluate(() => typeof globalThis.evil);
    },
    outcome: 'undefined',
    reloads: true,
  },
  {
    title: 'change the bridge, or find the host’s half of it',
    act: (page) =>
      page.evaluate(async () => {
        const bridge = window.latchkey;
        const tries = [
          () => Reflect.set(window, 'latchkey', {}),
          () => Reflect.deleteProperty(window, 'latchkey'),
          () => Reflect.set(bridge ?? {}, 'post', () => undefined),
          () => Reflect.defineProperty(window, 'latchkey', { value: 1 }),
        ].map((each) => each());
        const found = ['latchkeyCall', 'latchkeyDeliver', 'latchkeyDropped', 'latchkeyHold'].filter((name) => name in window);
        const node = ['process', 'require', 'module', 'Buffer', 'electron'].filter((name) => name in window);
        return [...tries, found, node];
      }),
    outcome: [false, false, false, false, [], []],
  },
];
