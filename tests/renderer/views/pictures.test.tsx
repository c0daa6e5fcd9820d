import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asked, button, change, closePage, openPage, said } from '../../support/page.tsx';

const URI = 'otpauth://totp/TikTok:harbour?secret=JBSWY3DPEHPK3PXP&issuer=TikTok';
const OTHER = 'otpauth://totp/Shop?secret=GEZDGNBVGY3TQOJQ&issuer=Shop';

/** A picture as the fake engine reads one: its texts in place of its pixels. */
const pictureOf = (...texts: string[]): File => new File([texts.join('\n')], 'code.png', { type: 'image/png' });

function paste(file: File): void {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { files: [file], getData: () => '' } });
  fireEvent(document.body, event);
}

async function openIntake(prepare: Parameters<typeof openPage>[1] = () => undefined) {
  const page = await openPage({ start: 'sample' }, (engine, shell) => {
    const [one] = engine.state.accounts;
    if (one) one.factors = [];
    prepare(engine, shell);
  });
  await screen.findByRole('heading', { name: 'Instagram' });
  await page.user.click(await button('Add a second factor'));
  await screen.findByLabelText('Setup key or otpauth address');
  return page;
}

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
      state.chosenPicture = btoa(URI);
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
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({ drawImage: () => undefined } as never);
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) => done(pictureOf(...seen)));
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

describe('codes that follow a counter', () => {
  const counting = { type: 'hotp' as const, algorithm: 'SHA1' as const, digits: 6, period: 30, counter: 41, confirmed: true };

  async function openCounter() {
    const page = await openPage({ start: 'sample' }, ({ state }) => {
      const [one] = state.accounts;
      const factor = { id: 'f'.repeat(22), kind: 'authenticator' as const, note: null, changed: null, outside: false };
      if (one) one.factors = [{ ...factor, authenticator: { ...counting } }];
    });
    await screen.findByRole('heading', { name: 'Instagram' });
    return page;
  }

  it('are shown one at a time, and only when they are asked for', async () => {
    const { user, engine } = await openCounter();
    expect(screen.getByRole('img', { name: 'No code taken' })).toBeTruthy();
    expect(screen.getByText('follows a counter; the next is 41')).toBeTruthy();
    expect(engine.state.calls).not.toContain('codes.live');
    await user.click(await button('Next code'));
    expect(await screen.findByRole('img', { name: '3 1 4 2 0 0' })).toBeTruthy();
    expect(screen.getByText('the code of counter 41, used up here')).toBeTruthy();
    await user.click(await button('Next code'));
    expect(await screen.findByRole('img', { name: '3 1 4 2 0 1' })).toBeTruthy();
  });

  it('are not given when the counter cannot be saved', async () => {
    const { user, engine } = await openCounter();
    await change(engine, (state) => {
      state.readOnly = 'disk_full';
    });
    await user.click(await button('Next code'));
    expect(await screen.findByRole('img', { name: 'No code taken' })).toBeTruthy();
    expect(engine.state.accounts[0]?.factors[0]?.authenticator?.counter).toBe(41);
  });

  it('have their counter set', async () => {
    const { user, engine } = await openCounter();
    await user.click(await button('Set the counter'));
    const field = await screen.findByLabelText('Next counter');
    await user.clear(field);
    await user.type(field, '57{Enter}');
    await waitFor(() => expect(engine.state.accounts[0]?.factors[0]?.authenticator?.counter).toBe(57));
    expect(await screen.findByText('follows a counter; the next is 57')).toBeTruthy();
  });

  it('are shown no more once the counter is set, for copying gives another one', async () => {
    const { user } = await openCounter();
    await user.click(await button('Next code'));
    expect(await screen.findByRole('img', { name: '3 1 4 2 0 0' })).toBeTruthy();
    await user.click(await button('Set the counter'));
    const field = await screen.findByLabelText('Next counter');
    await user.clear(field);
    await user.type(field, '57{Enter}');
    expect(await screen.findByText('follows a counter; the next is 57')).toBeTruthy();
    expect(screen.queryByRole('img', { name: '3 1 4 2 0 0' })).toBeNull();
  });

  it('are taken in with a counter, and no code is shown before', async () => {
    const { user, engine } = await openIntake();
    await user.type(screen.getByLabelText('Setup key or otpauth address'), 'otpauth://hotp/Depot?secret=JBSWY3DPEHPK3PXP{Enter}');
    expect(await screen.findByText(/each is used once, and none is shown before/)).toBeTruthy();
    expect(screen.queryByRole('img', { name: /\d/ })).toBeNull();
    await user.click(await screen.findByText('Settings'));
    const counter = screen.getByLabelText('Next counter');
    await user.clear(counter);
    await user.type(counter, '12');
    await user.click(await button('Not on a phone yet'));
    await waitFor(() =>
      expect(engine.state.accounts[0]?.factors[0]?.authenticator).toMatchObject({ type: 'hotp', counter: 12, confirmed: false }),
    );
  });
});
