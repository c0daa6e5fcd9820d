import type { System } from '../shell.ts';

/** Electron's name for a format the operating system knows and the web does not (its page "clipboard"). */
function osFormat(name: string): string {
  return `electron application/osclipboard;format="${name}"`;
}

const ZERO = new Uint8Array(4);

/**
 * Formats that tell clipboard histories, cloud clipboards and their like to leave a text alone, written beside it in the same write.
 * Windows: "Cloud Clipboard and Clipboard History Formats"; a DWORD of 0 says no. macOS: nspasteboard.org. KDE: Klipper's hint.
 */
export function concealment(platform: System['platform']): Readonly<Record<string, Blob>> {
  switch (platform) {
    case 'windows':
      return {
        [osFormat('ExcludeClipboardContentFromMonitorProcessing')]: new Blob([ZERO]),
        [osFormat('CanIncludeInClipboardHistory')]: new Blob([ZERO]),
        [osFormat('CanUploadToCloudClipboard')]: new Blob([ZERO]),
      };
    case 'mac':
      return { [osFormat('org.nspasteboard.ConcealedType')]: new Blob(['1']) };
    case 'linux':
      return { [osFormat('x-kde-passwordManagerHint')]: new Blob(['secret']) };
    case 'other':
      return {};
  }
}
