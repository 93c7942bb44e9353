/** Ends the broker and waits until everything it started has ended too. */
module.exports = async function globalTeardown() {
  const broker = globalThis.rollcallTestBroker;
  if (broker === undefined || broker.exitCode !== null) return;
  const ended = new Promise((resolve) => broker.once('exit', resolve));
  broker.stdin.end();
  await ended;
};
