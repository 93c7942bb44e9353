import { drawAdaptive } from './adaptive.mjs';
import { newRequestId, tell } from './api.mjs';
import { make, whileBusy } from './dom.mjs';
import { room } from './room.mjs';
import { drawSlack } from './slackView.mjs';

/** Request ids of presses whose answer never came: the same press again is the same request again. */
const unanswered = new Map();
/** Message id to how its card is shown, where a person chose otherwise than the switch at the top. */
const chosenLooks = new Map();

export const forgetChosenLooks = () => chosenLooks.clear();

/** The card of a message, as Teams or as Slack would show it. `onAnswer(answer, opener)` gets what a press brought. */
export function drawCard(message, onAnswer) {
  const holder = make('div', { class: 'card-holder' });
  const show = (look) => {
    const error = make('p', { class: 'error', role: 'alert' });
    const press = (token) => pressButton({ message, token, holder, error, onAnswer });
    const drawn =
      look === 'slack'
        ? drawSlack(message.card.slack, press)
        : drawAdaptive(message.card.adaptive, (data) => press(data.token)).element;
    const other = look === 'slack' ? 'teams' : 'slack';
    const turn = make(
      'button',
      {
        type: 'button',
        class: 'quiet turn',
        onclick: () => {
          chosenLooks.set(message.id, other);
          show(other);
          holder.querySelector('.turn').focus();
        },
      },
      other === 'slack' ? 'Show as Slack gets it' : 'Show as Teams gets it',
    );
    holder.replaceChildren(drawn, error, turn);
  };
  show(chosenLooks.get(message.id) ?? room.look);
  return holder;
}

async function pressButton({ message, token, holder, error, onAnswer }) {
  if (token === undefined || holder.classList.contains('busy')) return;
  const opener = document.activeElement;
  const key = `${room.me.userId} ${message.id} ${token}`;
  const requestId = unanswered.get(key) ?? newRequestId();
  unanswered.set(key, requestId);
  holder.classList.add('busy');
  error.replaceChildren();
  try {
    const answer = await whileBusy(holder.querySelectorAll('.ac-pushButton, .card-button'), () =>
      tell('press', { as: room.me.userId, messageId: message.id, token, requestId }),
    );
    unanswered.delete(key);
    onAnswer(answer, { opener, messageId: message.id, conversation: message.conversation });
  } catch (failure) {
    error.replaceChildren(failure.message);
  } finally {
    holder.classList.remove('busy');
  }
}
