import type { Answer } from '../../../conversation/model/conversationPort';
import type { Form } from '../../../conversation/model/form';
import type { Inbound } from '../../../conversation/model/inbound';
import { adaptiveCardType } from '../../adaptive/elements';
import { renderCard } from '../../adaptive/renderCard';
import { formTitle, renderForm } from '../../adaptive/renderForm';
import type { InvokeName } from './invoke';

/** What to do where nothing could be saved. Of a submitted form, a sentence takes the place, and what was typed goes. */
export function whatToDo(inbound: Inbound): string {
  return inbound.kind === 'submit'
    ? 'Teams has not kept what you typed: open the form again in a minute and fill it in once more.'
    : 'Press again in a minute.';
}

const nothingToOpen = 'There is no form behind that button any more. Write “help” to see what you can do.';

/**
 * The body of the answer to an invoke, in the shape each one wants. Never empty where Teams would show an error and
 * let the person press again.
 */
export function answerInvoke(name: InvokeName, answer: Answer): object {
  const form = answer.formErrors ?? answer.openForm;
  switch (name) {
    case 'adaptiveCard/action':
      return answer.card ? cardAnswer(answer) : messageAnswer(answer.message || 'Done.');
    case 'task/fetch':
      return form ? taskForm(form) : taskMessage(answer.message || nothingToOpen);
    case 'task/submit':
      return form ? taskForm(form) : taskMessage(answer.message || 'Saved.');
  }
}

/** The same with a sentence only. */
export function answerWithSentence(name: InvokeName, sentence: string): object {
  return name === 'adaptiveCard/action' ? messageAnswer(sentence) : taskMessage(sentence);
}

function cardAnswer(answer: Answer): object {
  const value = answer.card ? renderCard(answer.card) : null;
  return { statusCode: 200, type: adaptiveCardType, value };
}

function messageAnswer(sentence: string): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: sentence };
}

function taskMessage(sentence: string): object {
  return { task: { type: 'message', value: sentence } };
}

function taskForm(form: Form): object {
  const card = { contentType: adaptiveCardType, content: renderForm(form) };
  return {
    task: { type: 'continue', value: { title: formTitle(form), height: 'large', width: 'medium', card } },
  };
}
