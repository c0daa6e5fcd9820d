// Runs electron-builder's own packing in a process of its own: `node pack.mjs PROJECT ELECTRON PLATFORM`. Its last line of output is what it
// would put into the desktop entry and into the deb, as JSON; the tools that make files of them are downloads, and are not reached.
import path from 'node:path';
import { build, Platform } from 'electron-builder';

const [projectDir = '', electronDist = '', platform = ''] = process.argv.slice(2);
/** @type {Record<string, unknown>} */
const told = {};
/** @param {unknown} options */
const effectiveOptionComputed = (options) => {
  if (Array.isArray(options)) told.deb = options[0];
  else Object.assign(told, options);
  return Promise.resolve(true);
};
const mac = platform === 'mac';
const targets = mac ? Platform.MAC.createTarget(['dir']) : Platform.LINUX.createTarget(['dir', 'AppImage', 'deb']);
// What makes an icon for macOS is a download too: it is given one.
const config = mac ? { electronDist, mac: { icon: path.join(electronDist, 'icon.icns') } } : { electronDist };
await build({ projectDir, targets, effectiveOptionComputed, config });
console.log(JSON.stringify(told));
