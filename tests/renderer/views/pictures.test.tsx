import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { frameChunk, losslessChunk, lossyChunk, webpOf } from '../../support/made-webp.ts';
import { openIntake, paste, pictureOf } from '../../support/intake.ts';
import { asked, button, change, closePage, said } from '../../support/page.tsx';

const URI = 'otpauth://totp/TikTok:harbour?secret=JBSWY3DPEHPK3PXP&issuer=TikTok';
const OTHER = 'otpauth://totp/Shop?secret=GEZDGNBVGY3TQOJQ&issuer=Shop';

afterEach(closePage);

describe('a key from a picture', () => {
  it('is read when it is pasted, and confirmed as a typed one', async () => {
    const { user, engine } = await openIntake();
    paste(pictureOf(URI));
    expect(await screen.findByText('From TikTok')).toBeTruthy();
    expect(document.body.outerHTML).not.toContain('JBSW');
    await user.click(await button('Not on a phone yet'));
    await said(/not compared with a phone yet/);
    expect(engine.state.accounts[0]?.factors).toMatchObject([{ kind: 'authenticator', authenticator: { type: 'totp' } }]);
  });

  it('is read when a picture is chosen or dropped, the page knowing no more than a token', async () => {
    const { user, shell, engine } = await openIntake(({ state }) => {
      state.chosenPictures = [btoa(URI)];
    });
    await user.click(await button('Choose a picture'));
    expect(await screen.findByText('From TikTok')).toBeTruthy();
    await user.click(await button('Another key'));
    await screen.findByLabelText('Setup key or otpauth address');
    act(() => shell.server.emit('dropped', { token: 'D'.repeat(22), name: 'code.png', size: 9 }));
    expect(await screen.findByText('From TikTok')).toBeTruthy();
    expect(engine.state.calls.filter((name) => name === 'factors.putPicture')).toEqual([]);
  });

  it('is one of several to choose among', async () => {
    const { user } = await openIntake();
    paste(pictureOf(URI, OTHER));
    expect(await screen.findByText('Which of these is it?')).toBeTruthy();
    await user.click(await button('None of them'));
    paste(pictureOf(URI, OTHER));
    await user.click(await button('Shop'));
    expect(await screen.findByText('From Shop')).toBeTruthy();
  });

  it('keeps the focus on the key a person has gone to, whatever changes around it', async () => {
    const { user, engine } = await openIntake();
    paste(pictureOf(URI, OTHER));
    await screen.findByText('Which of these is it?');
    expect(document.activeElement?.textContent).toBe('TikTok');
    await user.tab();
    await change(engine, (state) => {
      const [one] = state.accounts;
      if (one) one.title = 'Renamed meanwhile';
      state.changed('accounts');
    });
    expect(await screen.findByText('Renamed meanwhile')).toBeTruthy();
    expect(document.activeElement).toBe(await button('Shop'));
  });

  it('comes too late where another key is being compared already', async () => {
    const { user, engine } = await openIntake();
    let release = (): void => undefined;
    engine.state.safety.holds.set('factors.readPicture', new Promise((done) => (release = done)));
    paste(pictureOf(OTHER));
    await asked(engine, 'factors.readPicture');
    await user.type(screen.getByLabelText('Setup key or otpauth address'), `${URI}{Enter}`);
    expect(await screen.findByText('From TikTok')).toBeTruthy();
    release();
    await new Promise((done) => setTimeout(done, 50));
    expect(screen.queryByText('From Shop')).toBeNull();
    expect(screen.getByText('From TikTok')).toBeTruthy();
  });

  it('is not in a picture without one, and a text that is pasted stays text', async () => {
    const { user, engine } = await openIntake();
    paste(pictureOf());
    expect(await screen.findByText(/No QR code was found in this picture/)).toBeTruthy();
    const field = screen.getByLabelText<HTMLInputElement>('Setup key or otpauth address');
    await user.click(field);
    await user.paste('jbswy3dp');
    expect(field.value).toContain('JBSW');
    expect(engine.state.calls.filter((name) => name === 'factors.readPicture')).toHaveLength(1);
  });

  it('comes with what such a picture gives away', async () => {
    await openIntake();
    expect(screen.getByText('Whoever has this picture can make every code.')).toBeTruthy();
    expect(screen.getByText(/delete it at both ends/)).toBeTruthy();
  });
});

/** Stands in for the browser's own drawing, which this test's page has none of: whatever is drawn shows these texts. */
function drawAs(texts: () => readonly string[]): void {
  const pen = { drawImage: () => undefined, fillRect: () => undefined };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(pen as never);
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) => done(pictureOf(...texts())));
}

describe('a WebP', () => {
  const small = webpOf([lossyChunk(64, 48)]);
  const decoded = vi.fn(async () => ({ width: 64, height: 48, close: () => undefined }));

  beforeEach(() => {
    decoded.mockClear();
    drawAs(() => [URI]);
    vi.stubGlobal('createImageBitmap', decoded);
  });
  afterEach(() => {
    closePage();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('that is chosen or dropped comes to the page and is drawn anew, as a pasted one is', async () => {
    const { user, shell, engine } = await openIntake(({ state }) => {
      state.chosenPictures = [small.toString('base64')];
    });
    await user.click(await button('Choose a picture'));
    expect(await screen.findByText('From TikTok')).toBeTruthy();
    await user.click(await button('Another key'));
    await screen.findByLabelText('Setup key or otpauth address');
    act(() => shell.server.emit('dropped', { token: 'D'.repeat(22), name: 'code.webp', size: 9 }));
    expect(await screen.findByText('From TikTok')).toBeTruthy();
    expect(engine.state.calls.filter((name) => name === 'factors.pictureToDraw').length).toBeGreaterThan(2);
    await user.click(await button('Another key'));
    await screen.findByLabelText('Setup key or otpauth address');
    // Its bytes say what it is, whatever its name does.
    paste(new File([new Uint8Array(small)], 'code.png', { type: 'image/png' }));
    expect(await screen.findByText('From TikTok')).toBeTruthy();
    expect(decoded).toHaveBeenCalledTimes(3);
  });

  it.each([
    ['has too many pixels', webpOf([losslessChunk(16_384, 16_384)]), /more than 25 million pixels/],
    ['hides them behind a small frame', webpOf([frameChunk(1, 1), losslessChunk(16_384, 16_384)]), /no picture that Latchkey/],
    ['is cut off', small.subarray(0, 30), /no picture that Latchkey/],
  ])('is not decoded where it %s', async (_name, bytes, sentence) => {
    await openIntake();
    paste(new File([new Uint8Array(bytes)], 'code.webp', { type: 'image/webp' }));
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(decoded).not.toHaveBeenCalled();
  });

  it('that the browser cannot decode is no picture', async () => {
    decoded.mockRejectedValueOnce(new Error('not decoded'));
    await openIntake();
    paste(new File([new Uint8Array(small)], 'code.webp', { type: 'image/webp' }));
    expect(await screen.findByText(/no picture that Latchkey/)).toBeTruthy();
  });
});

describe('a transfer in several pictures', () => {
  const part = (at: number, issuer: string, id = 'a') =>
    `otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&issuer=${issuer}&transfer=${id}&at=${at}&of=3`;
  const listed = () => [...document.querySelectorAll('.key-choice button')].map((one) => one.textContent);

  it('is told how far it is, and gathers its keys in one list', async () => {
    const { user } = await openIntake();
    paste(pictureOf(part(1, 'Ana')));
    expect(await screen.findByText('Picture 1 of 3')).toBeTruthy();
    expect(listed()).toEqual(['Ana']);
    paste(pictureOf(part(1, 'Ana')));
    expect(await screen.findByText(/Picture 1 of 3 is here already/)).toBeTruthy();
    paste(pictureOf(part(2, 'Eve', 'b')));
    expect(await screen.findByText(/not part of the same transfer/)).toBeTruthy();
    expect(listed()).toEqual(['Ana']);
    paste(pictureOf(part(3, 'Cem')));
    expect(await screen.findByText('Pictures 1, 3 of 3')).toBeTruthy();
    expect(screen.queryByText(/not part of the same transfer/)).toBeNull();
    expect(listed()).toEqual(['Ana', 'Cem']);
    await user.click(await button('Cem'));
    expect(await screen.findByText('From Cem')).toBeTruthy();
    await user.click(await button('Another key'));
    expect(await screen.findByText('Pictures 1, 3 of 3')).toBeTruthy();
    paste(pictureOf(part(2, 'Bo')));
    expect(await screen.findByText(/^3 keys are here/)).toBeTruthy();
    expect(listed()).toEqual(['Ana', 'Cem', 'Bo']);
  });

  it('is chosen picture by picture, and the focus goes to the keys with the last', async () => {
    const { user } = await openIntake(({ state }) => {
      state.chosenPictures = [part(2, 'Bo'), part(1, 'Ana'), part(3, 'Cem')].map((text) => btoa(text));
    });
    await user.click(await button('Choose a picture'));
    expect(await screen.findByText('Picture 2 of 3')).toBeTruthy();
    await user.click(await button('Choose the next picture'));
    expect(await screen.findByText('Pictures 1, 2 of 3')).toBeTruthy();
    await user.click(await button('Choose the next picture'));
    expect(await screen.findByText(/^3 keys are here of a transfer of 3 pictures/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Choose the next picture' })).toBeNull();
    expect(document.activeElement).toBe(await button('Bo'));
  });

  it('is dropped all at once, the pictures of it that fail being said', async () => {
    const { shell, engine } = await openIntake(({ state }) => {
      state.chosenPictures = [part(3, 'Cem'), '', part(1, 'Ana')].map((text) => btoa(text));
    });
    act(() => {
      for (const name of ['c.png', 'x.png', 'a.png']) shell.server.emit('dropped', { token: 'D'.repeat(22), name, size: 9 });
    });
    expect(await screen.findByText('Pictures 1, 3 of 3')).toBeTruthy();
    expect(screen.getByText(/No QR code was found in this picture/)).toBeTruthy();
    await asked(engine, 'factors.readPicture', 3);
    expect(listed()).toEqual(['Cem', 'Ana']);
  });

  it('ends with the first of several pictures that gives a key of its own', async () => {
    const { shell, engine } = await openIntake(({ state }) => {
      state.chosenPictures = [URI, OTHER].map((text) => btoa(text));
    });
    act(() => {
      for (const name of ['a.png', 'b.png']) shell.server.emit('dropped', { token: 'D'.repeat(22), name, size: 9 });
    });
    expect(await screen.findByText('From TikTok')).toBeTruthy();
    expect(engine.state.calls.filter((name) => name === 'factors.readPicture')).toHaveLength(1);
  });

  it('is left with none of its keys, and the next picture begins anew', async () => {
    const { user } = await openIntake();
    paste(pictureOf(part(1, 'Ana')));
    await screen.findByText('Picture 1 of 3');
    await user.click(await button('None of them'));
    await screen.findByLabelText('Setup key or otpauth address');
    paste(pictureOf(part(2, 'Eve', 'b')));
    expect(await screen.findByText('Picture 2 of 3')).toBeTruthy();
    expect(listed()).toEqual(['Eve']);
  });
});

describe('the camera', () => {
  const stopped: string[] = [];
  let seen: string[] = [];
  let fault: string | null = null;

  beforeEach(() => {
    stopped.length = 0;
    seen = [];
    fault = null;
    const getUserMedia = async (): Promise<unknown> => {
      if (fault !== null) throw Object.assign(new Error('no'), { name: fault });
      return { getTracks: () => [{ stop: () => stopped.push('video') }] };
    };
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { getUserMedia } });
    drawAs(() => seen);
    Object.defineProperties(HTMLVideoElement.prototype, {
      srcObject: { configurable: true, writable: true, value: null },
      videoWidth: { configurable: true, get: () => 640 },
      videoHeight: { configurable: true, get: () => 480 },
    });
  });

  afterEach(() => {
    closePage();
    vi.restoreAllMocks();
  });

  it('looks until there is a code, and goes off', async () => {
    const { user, shell, engine } = await openIntake();
    await user.click(await button('Use the camera'));
    expect(await screen.findByLabelText('What the camera sees')).toBeTruthy();
    await asked(engine, 'factors.readPicture', 2);
    expect(shell.camera).toBe(true);
    expect(stopped).toEqual([]);
    seen = [URI];
    expect(await screen.findByText('From TikTok')).toBeTruthy();
    expect(stopped).toEqual(['video']);
    expect(shell.camera).toBe(false);
    expect(screen.queryByLabelText('What the camera sees')).toBeNull();
  });

  it('looks past the code of a transfer that is here already, to the next', async () => {
    const part = (at: number, issuer: string) =>
      `otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&issuer=${issuer}&transfer=a&at=${at}&of=2`;
    const { user, engine } = await openIntake();
    seen = [part(1, 'Ana')];
    await user.click(await button('Use the camera'));
    expect(await screen.findByText('Picture 1 of 2')).toBeTruthy();
    await user.click(await button('Use the camera'));
    await asked(engine, 'factors.readPicture', 3);
    expect(screen.getByLabelText('What the camera sees')).toBeTruthy();
    seen = [part(2, 'Bo')];
    expect(await screen.findByText(/^2 keys are here of a transfer/)).toBeTruthy();
    expect(stopped).toEqual(['video', 'video']);
  });

  it('goes off when it is stopped, and when the page is left', async () => {
    const { user, engine } = await openIntake();
    await user.click(await button('Use the camera'));
    await asked(engine, 'factors.readPicture');
    await user.click(await button('Stop'));
    await waitFor(() => expect(stopped).toEqual(['video']));
    await user.click(await button('Use the camera'));
    await asked(engine, 'factors.readPicture', 2);
    closePage();
    expect(stopped).toEqual(['video', 'video']);
  });

  it.each([
    ['NotAllowedError', /was not allowed/],
    ['NotFoundError', /There is no camera here/],
    ['NotReadableError', /another program may have it/],
  ])('says what is wrong at %s, and can be tried again', async (name, sentence) => {
    fault = name;
    const { user, shell } = await openIntake();
    await user.click(await button('Use the camera'));
    expect(await screen.findByText(sentence)).toBeTruthy();
    // What could not be used is not kept either.
    await waitFor(() => expect(shell.camera).toBe(false));
    fault = null;
    await user.click(await button('Try again'));
    expect(await screen.findByLabelText('What the camera sees')).toBeTruthy();
  });

  it('is not offered where there is none', async () => {
    await openIntake((_engine, shell) => {
      shell.missing = [...shell.missing, 'camera', 'open_dialog'];
    });
    expect(screen.queryByRole('button', { name: 'Use the camera' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Choose a picture' })).toBeNull();
  });
});
