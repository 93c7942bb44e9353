import type { PresentedForm } from '../../src/channels/practice/actionRoutes';
import type { PracticeRoom } from '../../src/channels/practice/practiceStore';
import type { PresentedMessage } from '../../src/channels/practice/presentMessage';

/** All that an answer of the practice room may hold. */
interface PracticeBody {
  readonly error: string;
  readonly message: PresentedMessage;
  readonly messages: readonly PresentedMessage[];
  readonly channels: readonly PracticeRoom[];
  readonly openForm: PresentedForm;
  readonly formErrors: PresentedForm;
}

/** What an answer of the practice room says. */
export async function bodyOf(response: Response): Promise<PracticeBody> {
  return (await response.json()) as PracticeBody;
}
