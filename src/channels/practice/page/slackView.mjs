import { make } from './dom.mjs';
import { drawMrkdwn } from './mrkdwn.mjs';

/** A card as Slack would get it, drawn plainly, with the JSON beneath. Its buttons can be pressed too. */
export function drawSlack({ text, blocks }, onPress) {
  return make(
    'div',
    { class: 'slack' },
    ...blocks.map((block) => drawBlock(block, onPress)),
    make(
      'details',
      {},
      make('summary', {}, 'Block Kit JSON'),
      make('pre', { tabindex: '0' }, JSON.stringify({ text, blocks }, null, 2)),
    ),
  );
}

const drawers = {
  header: (block) =>
    make('p', { class: 'slack-header', role: 'heading', 'aria-level': '3' }, block.text.text),
  divider: () => make('hr'),
  image: (block) => make('img', { class: 'slack-image', src: block.image_url, alt: block.alt_text }),
  context: (block) => make('p', { class: 'slack-context' }, ...block.elements.flatMap(spaced)),
  section: (block, onPress) =>
    make(
      'div',
      { class: 'slack-section' },
      block.text === undefined ? null : make('p', {}, ...drawText(block.text)),
      block.fields === undefined
        ? null
        : make(
            'div',
            { class: 'slack-fields' },
            ...block.fields.map((field) => make('p', {}, ...drawText(field))),
          ),
      block.accessory === undefined ? null : drawElement(block.accessory, onPress),
    ),
  actions: (block, onPress) =>
    make('div', { class: 'buttons' }, ...block.elements.map((element) => drawElement(element, onPress))),
  rich_text: (block) => make('div', { class: 'slack-rich' }, ...block.elements.map(drawRich)),
  markdown: (block) => make('p', {}, block.text),
  table: (block) =>
    make(
      'div',
      { class: 'slack-table', tabindex: '0', role: 'region', 'aria-label': 'Table' },
      make(
        'table',
        {},
        ...block.rows.map((row, index) => make('tr', {}, ...row.map((cell) => drawCell(cell, index)))),
      ),
    ),
};

function drawBlock(block, onPress) {
  const draw = drawers[block.type];
  if (draw !== undefined) return draw(block, onPress);
  return make('p', { class: 'slack-context' }, `(a ${block.type} block: see the JSON)`);
}

function drawElement(element, onPress) {
  if (element.type !== 'button') return make('p', { class: 'slack-context' }, `(a ${element.type})`);
  const style = element.style ?? 'plain';
  const press = (event) => onPress(element.value, event.currentTarget);
  return make('button', { type: 'button', class: `card-button ${style}`, onclick: press }, element.text.text);
}

const drawText = ({ type, text }) => (type === 'mrkdwn' ? drawMrkdwn(text) : [text]);
const spaced = (element) => [...drawText({ ...element, text: element.text ?? '' }), ' '];

function drawCell(cell, row) {
  const inner = cell.type === 'rich_text' ? cell.elements.map(drawRich) : [cell.text ?? ''];
  return make(row === 0 ? 'th' : 'td', row === 0 ? { scope: 'col' } : {}, ...inner);
}

function drawRich(element) {
  switch (element.type) {
    case 'rich_text_section':
      return make('span', {}, ...element.elements.map(drawRich));
    case 'rich_text_list':
      return make('ul', {}, ...element.elements.map((item) => make('li', {}, drawRich(item))));
    case 'rich_text_quote':
      return make('blockquote', {}, ...element.elements.map(drawRich));
    case 'rich_text_preformatted':
      return make('pre', {}, ...element.elements.map(drawRich));
    case 'text':
      return make(element.style?.bold ? 'strong' : element.style?.italic ? 'em' : 'span', {}, element.text);
    default:
      return make('span', {}, element.text ?? '');
  }
}
