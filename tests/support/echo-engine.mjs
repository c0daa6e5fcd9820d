// An engine for tests of hosts: answers each text of either pipe with "echo <pipe> <text>", and obeys a few orders.
const send = (pipe, text) => process.send([pipe, text]);

process.on('message', ([pipe, text]) => {
  if (text === 'env') return send(pipe, JSON.stringify(Object.keys(process.env)));
  if (text === 'flags') return send(pipe, JSON.stringify([process.execArgv, process.argv.slice(2)]));
  if (text.startsWith('exit ')) return process.exit(Number(text.slice(5)));
  if (text.startsWith('to page ')) return send('page', text.slice(8));
  if (text.startsWith('to shell ')) return send('shell', text.slice(9));
  return send(pipe, `echo ${pipe} ${text}`);
});
process.once('disconnect', () => process.exit(0));
