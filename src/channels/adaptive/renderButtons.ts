import type { TokenButton } from '../../conversation/model/card';
import type { Element } from './elements';
import { limits } from './limits';
import { safeText } from './safeText';

const styles = { primary: 'positive', danger: 'destructive', plain: 'default' } as const;

/** Buttons in sets of five, since a seventh would be hidden (see limits). */
export function renderButtons(buttons: readonly TokenButton[]): Element[] {
  const sets: Element[] = [];
  for (let start = 0; start < buttons.length; start += limits.buttonsInASet) {
    const actions = buttons.slice(start, start + limits.buttonsInASet).map(renderButton);
    sets.push({ type: 'ActionSet', actions });
  }
  return sets;
}

/**
 * An ordinary button is an Action.Execute, whose answer may replace the card; older clients take the Action.Submit,
 * which comes as a message. One that opens a form must be an Action.Submit with `task/fetch`.
 */
function renderButton(button: TokenButton): Element {
  const title = safeText(button.label, limits.buttonLabel) || ' ';
  const style = styles[button.style];
  if (button.opensForm) {
    const data = { msteams: { type: 'task/fetch' }, token: button.token };
    return { type: 'Action.Submit', title, style, data };
  }
  const data = { token: button.token };
  return {
    type: 'Action.Execute',
    verb: 'press',
    title,
    style,
    data,
    fallback: { type: 'Action.Submit', title, style, data },
  };
}
