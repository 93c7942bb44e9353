import { make } from './dom.mjs';

const pieces =
  /<([^<>|\s]+)(?:\|([^<>]*))?>|(?<![\w*])\*([^*\n]+)\*(?![\w*])|(?<![\w_])_([^_\n]+)_(?![\w_])|(?<![\w~])~([^~\n]+)~(?![\w~])|`([^`\n]+)`/g;

/** Slack's own formatting as elements. Only what Slack formats is formatted; everything else is plain text. */
export function drawMrkdwn(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(pieces)) {
    if (match.index > from) nodes.push(plain(text.slice(from, match.index)));
    nodes.push(drawPiece(match));
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push(plain(text.slice(from)));
  return nodes;
}

function drawPiece([whole, address, label, bold, italic, struck, code]) {
  if (bold !== undefined) return make('strong', {}, ...drawMrkdwn(bold));
  if (italic !== undefined) return make('em', {}, ...drawMrkdwn(italic));
  if (struck !== undefined) return make('s', {}, ...drawMrkdwn(struck));
  if (code !== undefined) return make('code', {}, plain(code));
  return make('span', { class: 'link', title: address }, plain(label ?? address ?? whole));
}

const plain = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
