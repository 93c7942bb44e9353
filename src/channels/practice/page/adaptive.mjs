import { hostConfig } from './hostConfig.mjs';

const { AdaptiveCard, GlobalSettings, HostConfig, TextColor } = globalThis.AdaptiveCards;
GlobalSettings.setTabIndexAtCardRoot = false;
const config = new HostConfig(hostConfig);
// The renderer reads these two and then sets its own red asterisk over them.
config.inputs.label.requiredInputs.suffix = ' (needed)';
config.inputs.label.requiredInputs.suffixColor = TextColor.Default;

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// Cards carry people's words with every formatting sign escaped: only the escapes are read, and no HTML comes out.
AdaptiveCard.onProcessMarkdown = (text, result) => {
  const plain = text.replace(/\\([\\`*_{}[\]()#+\-.!~|<>&])/g, '$1');
  result.outputHtml = plain.replace(/[&<>"]/g, (sign) => entities[sign]);
  result.didProcess = true;
};

/** Draws an Adaptive Card with Microsoft's renderer. `onAction(data, card)` gets what a button carries. */
export function drawAdaptive(json, onAction) {
  const card = new AdaptiveCard();
  card.hostConfig = config;
  card.parse(json);
  card.onExecuteAction = (action) => onAction(action.data ?? {}, card);
  const element = card.render();
  if (element === undefined || element === null) throw new Error('The card could not be drawn');
  return { element, card };
}
