import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { Failure, notSavedSentence } from '../../conversation/model/failure';
import { newReference } from '../../conversation/reference';
import { Refusal } from './refusal';

/**
 * A handler whose result is the JSON answer. A refusal becomes its sentence; a failure of ours becomes a sentence
 * with a reference, which is also in the log (with the error's code, never its words: they may hold a name).
 */
export function answered(log: Logger, work: (request: Request) => Promise<object>): RequestHandler {
  return async (request, response) => {
    try {
      response.json(await work(request));
    } catch (error) {
      fail({ error, log, response });
    }
  };
}

/** Sends what went wrong as `{ error: sentence }`. */
export function fail({ error, log, response }: { error: unknown; log: Logger; response: Response }): void {
  if (error instanceof Refusal) {
    response.status(error.status).json({ error: error.message });
    return;
  }
  if (error instanceof z.ZodError) {
    response.status(400).json({ error: sentenceOf(error) });
    return;
  }
  const failure = error instanceof Failure ? error : new Failure(newReference(), codeOf(error), true);
  log.error({ reference: failure.reference, code: failure.code }, 'practice_failed');
  response.status(503).json({ error: notSavedSentence(failure, 'Try again in a minute.') });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error ? `${error.name} ${error.code}` : error.name;
}

function sentenceOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue?.path[0] !== 'text') return 'The practice room did not understand that request. Reload the page.';
  return issue.code === 'too_big'
    ? 'That is too long: write 12,000 characters at most.'
    : 'Write a message first.';
}
