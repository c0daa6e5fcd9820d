import type { ShellDriver } from '../shell/conformance.ts';
import { makeTestFolder, startTestHost } from './chromium-host.ts';
import { recordProgram } from './record-program.ts';

/** The Chromium host for the conformance suite: a real headless Chromium, driven by Playwright on the host's pipe. */
export async function chromiumDriver(): Promise<ShellDriver> {
  const folder = await makeTestFolder();
  const opened = await recordProgram(folder, 'xdg-open');
  const host = await startTestHost({ folder });
  const page = await host.page();
  const session = await page.context().newCDPSession(page);
  await session.send('Page.enable');
  return {
    shell: host.shell,
    folder,
    opened,
    page: {
      post: (to, text) => page.evaluate(([to, text]) => hostPage.bridge?.post(to, text), [to, text] as const),
      received: () => page.evaluate(() => hostPage.received),
      pretend: () =>
        page.evaluate(() => {
          for (const target of [window, document, document.body]) {
            for (const type of ['pointerdown', 'pointermove', 'wheel', 'touchstart'])
              target.dispatchEvent(new Event(type, { bubbles: true }));
            target.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
          }
          document.body.click();
        }),
      instance: () => page.evaluate(() => hostPage.instance),
    },
    person: {
      async answerDialog(file) {
        await session.send('Page.setInterceptFileChooserDialog', { enabled: true, cancel: file === null });
        if (file === null) return;
        session.once('Page.fileChooserOpened', ({ backendNodeId }) => {
          if (backendNodeId !== undefined) void session.send('DOM.setFileInputFiles', { files: [file], backendNodeId });
        });
      },
      async drop(file) {
        const data = { items: [], files: [file], dragOperationsMask: 1 };
        for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
          await session.send('Input.dispatchDragEvent', { type, x: 50, y: 50, data });
        }
      },
      press: () => page.keyboard.press('Shift'),
      closeWindow: () => page.close(),
    },
    dispose: () => host.end(),
  };
}
