import { fileURLToPath } from 'node:url';
import { startChild } from './children.mjs';

const file = fileURLToPath(new URL('./sendOpenLoop.mjs', import.meta.url));

/**
 * Sends a channel's messages from a process of its own. Each run has its digit, so that no two messages are the same to
 * the platform.
 * @returns what the sender says of a run: how many were sent, how many not answered with 200, latencies
 */
export function openLoop({ channel, messages }) {
  let run = 0;
  return async (target, { perSecond, seconds }) => {
    const { port } = new URL(/http:\S+/.exec(target.firstLine)[0]);
    const url = `http://127.0.0.1:${port}${channel.path}`;
    const order = { url, ...channel.order(), run: run % 10, perSecond, seconds, messages };
    run += 1;
    const sender = await startChild({ file, args: [JSON.stringify(order)] });
    await sender.stop();
    return JSON.parse(sender.firstLine);
  };
}
