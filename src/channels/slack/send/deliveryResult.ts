import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import type { DeliveryResult } from '../../../conversation/model/delivery';
import { causeOf, errorCode, isSlackCode } from '../receive/errorCode';
import { PictureNotReady } from './pictures';

/** Slack refused for now: nothing was done. */
const passing = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded', 'team_added_to_org']);
/** Slack itself does not know how far it came ("some aspect of the operation may have succeeded"). */
const undecided = new Set(['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout']);
/** There is no such message any more, or it can't be changed: a new one is needed. */
const missing = new Set([
  'message_not_found',
  'edit_window_closed',
  'cant_update_message',
  'no_item_specified',
]);
/** It is the addressee who can't be reached: an administrator has to look. */
const unreachable = new Set([
  'account_inactive',
  'cannot_dm_bot',
  'channel_is_limited_access',
  'channel_not_found',
  'is_archived',
  'messages_tab_disabled',
  'not_in_channel',
  'restricted_action',
  'team_access_not_granted',
  'token_revoked',
  'user_disabled',
  'user_is_restricted',
  'user_not_found',
  'user_not_in_channel',
  'user_not_visible',
]);
/** The connection was never made, so nothing was sent. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What an error of a call means for the delivery. Errors are named by code, never by content. */
export function resultOfError(error: unknown): Exclude<DeliveryResult, { kind: 'sent' }> {
  if (error instanceof PictureNotReady) return { kind: 'retry', afterMs: 1000, error: error.code };
  const code = errorCode(error);
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'retry', afterMs: error.retryAfter * 1000, error: 'ratelimited' };
  }
  if (error instanceof WebAPIPlatformError) return resultOfRefusal(error, code);
  if (error instanceof WebAPIHTTPError) {
    const status = `http ${error.statusCode}`;
    if (error.statusCode === 429) return { kind: 'retry', afterMs: null, error: status };
    if (error.statusCode >= 500 || error.statusCode === 408) return { kind: 'unknown', error: status };
    return { kind: 'never', error: status, unreachable: false };
  }
  if (error instanceof WebAPIRequestError) {
    const cause = causeOf(error);
    return neverConnected.has(cause)
      ? { kind: 'retry', afterMs: null, error: cause }
      : { kind: 'unknown', error: cause };
  }
  // The client's own words for a 429 without a usable Retry-After.
  if (error instanceof Error && error.message.startsWith('Retry header')) {
    return { kind: 'retry', afterMs: null, error: 'ratelimited' };
  }
  return { kind: 'unknown', error: code };
}

function resultOfRefusal(
  error: WebAPIPlatformError,
  code: string,
): Exclude<DeliveryResult, { kind: 'sent' }> {
  if (passing.has(code)) {
    const seconds = error.data.response_metadata?.retryAfter;
    return { kind: 'retry', afterMs: seconds === undefined ? null : seconds * 1000, error: code };
  }
  if (undecided.has(code)) return { kind: 'unknown', error: code };
  if (missing.has(code)) return { kind: 'gone' };
  // What Slack did is not known.
  if (!isSlackCode(code)) return { kind: 'unknown', error: 'not an answer of Slack' };
  return { kind: 'never', error: code, unreachable: unreachable.has(code) };
}
