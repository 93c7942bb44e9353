import { streamAddress } from './api.mjs';

/**
 * Everything one person sees, as it happens, until closed. A hidden page lets go of its stream (a browser has only
 * six connections for all its tabs) and catches up when it is looked at again.
 */
export function openStream({ as, onMessage, onReady, onElsewhere, onTrouble }) {
  let source = null;
  let cursor = null;
  const open = () => {
    source = new EventSource(streamAddress(as, cursor));
    source.addEventListener('message', (event) => {
      cursor = event.lastEventId;
      onMessage(JSON.parse(event.data));
    });
    source.addEventListener('ready', onReady);
    source.addEventListener('elsewhere', (event) => onElsewhere(JSON.parse(event.data).userId));
    source.addEventListener('error', () => {
      onTrouble();
      // A refused stream is not tried again by the browser itself.
      if (source?.readyState === EventSource.CLOSED) setTimeout(reopen, 2_000);
    });
  };
  const reopen = () => {
    if (closed || document.hidden) return;
    source?.close();
    open();
  };
  const look = () => {
    if (document.hidden) source?.close();
    else reopen();
  };
  let closed = false;
  document.addEventListener('visibilitychange', look);
  open();
  return () => {
    closed = true;
    document.removeEventListener('visibilitychange', look);
    source?.close();
  };
}
