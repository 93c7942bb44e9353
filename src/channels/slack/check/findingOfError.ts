import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { type Finding, failed, warning } from '../../../usecases/doctor/finding';
import { whyNotReached } from '../../../usecases/doctor/whyNotReached';
import { causeOf, errorCode, isSlackCode } from '../receive/errorCode';

const mendToken = {
  SLACK_BOT_TOKEN:
    'On the app’s page at api.slack.com press Install App (or Reinstall), and copy the Bot User OAuth Token into SLACK_BOT_TOKEN.',
  SLACK_APP_TOKEN:
    'On the app’s page under Basic Information, App-Level Tokens, make one with connections:write, and copy it into SLACK_APP_TOKEN.',
} as const;

const tokenRefused =
  /^(invalid_auth|not_authed|account_inactive|token_revoked|token_expired|not_allowed_token_type|no_permission|missing_scope)$/;

/** What went wrong with asking Slack, in plain words and by code: never a token, never what Slack said in full. */
export function findingOfError(
  error: unknown,
  about: { readonly host: string; readonly token: keyof typeof mendToken },
): Finding {
  const { host, token } = about;
  const code = errorCode(error);
  if (error instanceof WebAPIRateLimitedError)
    return warning(`Slack (${host}) is asked too often just now.`, 'Wait a minute and run doctor again.');
  if (error instanceof WebAPIPlatformError) {
    if (tokenRefused.test(code)) return failed(`Slack refuses ${token} (${code}).`, mendToken[token]);
    if (!isSlackCode(code)) return notSlack(host);
    return failed(
      `Slack (${host}) answers with an error of its own (${code}).`,
      'Look it up in Slack’s API reference, and at status.slack.com. Then run doctor again.',
    );
  }
  if (error instanceof WebAPIHTTPError)
    return failed(
      `Slack (${host}) answers with status ${error.statusCode}.`,
      error.statusCode >= 500
        ? 'Look at status.slack.com. If Slack is well, a proxy between answers so: ask whoever runs it.'
        : 'Check SLACK_API_URL, and proxies between: Slack itself does not answer so.',
    );
  if (error instanceof WebAPIRequestError) {
    const { why, toDo } = whyNotReached(causeOf(error));
    return failed(`Slack (${host}) can’t be reached: ${why}.`, toDo);
  }
  return notSlack(host);
}

function notSlack(host: string): Finding {
  return failed(
    `What answers at ${host} is not Slack.`,
    'Check SLACK_API_URL, and proxies between that answer with a page of their own.',
  );
}
