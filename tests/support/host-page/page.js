// The page of tests of hosts: remembers what its bridge delivers, and what was on its window before its first line.
globalThis.hostPage = {
  globals: Object.getOwnPropertyNames(window),
  bridge: window.latchkey,
  instance: crypto.randomUUID(),
  received: [],
};
window.latchkey?.onMessage((from, text) => {
  globalThis.hostPage.received.push([from, text]);
  if (text === 'relay to shell') window.latchkey.post('shell', 'relayed');
});
