import { ask, type Goal } from './attacker.ts';

const TOKEN = 'AAAAAAAAAAAAAAAAAAAAAA';

/** Getting at something by pictures, the camera, the sandbox, quick access, or many accounts at once. */
export const aroundGoals: readonly Goal[] = [
  {
    title: 'have a file of the person’s read as a picture',
    act: async (page, { file }) => [
      await ask(page, 'engine', 'factors.readPicture', { source: { token: file } }),
      await ask(page, 'engine', 'factors.readPicture', { source: { path: file } }),
      await ask(page, 'engine', 'factors.readPicture', { source: { token: TOKEN } }),
      await ask(page, 'engine', 'factors.readPicture', { source: { picture: TOKEN } }),
      await ask(page, 'engine', 'factors.pictureToDraw', { picture: file }),
      await ask(page, 'engine', 'factors.pictureToDraw', { picture: TOKEN }),
    ],
    outcome: ['bad_params', 'bad_params', 'expired_token', 'not_found', 'bad_params', 'not_found'],
  },
  {
    title: 'break in with a picture that is none, or claims to be huge',
    act: async (page) => {
      const read = async (bytes: Buffer): Promise<unknown> => {
        const put = (await ask(page, 'engine', 'factors.putPicture', { picture: null, piece: bytes.toString('base64') })) as {
          picture: string;
        };
        return ask(page, 'engine', 'factors.readPicture', { source: { picture: put.picture } });
      };
      const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
      const size = Buffer.alloc(9);
      size.writeUInt32BE(60_000, 0);
      size.writeUInt32BE(60_000, 4);
      size[8] = 8;
      return [await read(Buffer.from('#!/bin/sh\nrm -rf /')), await read(Buffer.concat([png, size, Buffer.alloc(64)]))];
    },
    outcome: ['picture_unreadable', 'picture_too_large'],
  },
  {
    title: 'look through the camera while nobody is there',
    act: async (page) => [
      await ask(page, 'shell', 'camera.use', { on: true }),
      await page.evaluate(() =>
        evil.kept(
          Promise.resolve().then(() => navigator.mediaDevices.getUserMedia({ video: true })),
          2000,
        ),
      ),
    ],
    outcome: ['not_confirmed', 'kept in'],
  },
  {
    title: 'put a sandbox in the place of the open vault, or act in one that is not there',
    act: async (page) => [
      await ask(page, 'engine', 'sandbox.begin', {}),
      await ask(page, 'engine', 'sandbox.as', { who: 'freelancer' }),
      await ask(page, 'engine', 'sandbox.give', { message: TOKEN }),
    ],
    outcome: ['wrong_state', 'not_found', 'not_found'],
  },
  {
    title: 'open quick access by itself, or have the shell do a command',
    act: async (page) => [
      await ask(page, 'shell', 'quick.open', {}),
      await ask(page, 'shell', 'quick.close', { whole: true }),
      await ask(page, 'shell', 'quick.state', {}),
      await page.evaluate(() => evil.raw('shell', '{"event":"command","data":{"id":"lock"}}', null)),
    ],
    outcome: ['unknown_call', {}, { on: false, key: null }, []],
  },
  {
    title: 'change all accounts in one call, or those of another vault',
    act: async (page, { other }) => [
      await ask(page, 'engine', 'accounts.bulk', { ids: Array(201).fill(TOKEN), act: { kind: 'trash' } }),
      await ask(page, 'engine', 'accounts.bulk', { ids: '*', act: { kind: 'trash' } }),
      await ask(page, 'engine', 'accounts.bulk', { ids: [other.account], act: { kind: 'trash' } }),
    ],
    outcome: ['bad_params', 'bad_params', { changed: 0, back: [] }],
  },
  {
    title: 'learn passwords by asking how strong they are',
    act: async (page, { account, secrets }) => {
      const judged = JSON.stringify(await ask(page, 'engine', 'strength.account', { id: account }));
      return [
        secrets.filter((secret) => judged.includes(secret)).length,
        await ask(page, 'engine', 'strength.check', { text: 'x'.repeat(1025), against: 'site', about: [] }),
        await ask(page, 'engine', 'strength.account', { id: TOKEN }),
      ];
    },
    outcome: [0, 'bad_params', 'not_found'],
  },
];
