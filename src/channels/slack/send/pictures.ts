import { createHash } from 'node:crypto';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Card, PictureBlock } from '../../../conversation/model/card';
import { errorCode } from '../receive/errorCode';
import { noPictures, type PictureOf } from '../render/picture';
import { uploadPicture } from './uploadPicture';

/** Milliseconds Slack gets to make an uploaded file ready for a message, which is tried again meanwhile. */
const gettingReady = 5_000;
/** Milliseconds without new uploads after one failed, so that not every message waits for the same failure. */
const pause = 60_000;
/** Pictures remembered while we run; the oldest is forgotten first. */
const mostRemembered = 200;

/** A picture's file on Slack. `id` is null where the upload failed; `taken` once a message with it went through. */
interface Upload {
  readonly id: Promise<string | null>;
  readonly since: number;
  readonly taken: boolean;
}

/** Slack refused a message with a picture for now: the file is not ready yet, or has to be uploaded anew. */
export class PictureNotReady extends Error {
  readonly code = 'picture_not_ready';
}

/** The pictures of cards on Slack: each is uploaded once while we run, and no message is lost for want of one. */
export interface Pictures {
  /**
   * Calls Slack with the card's pictures, or without those that can't be had: words then stand in their place.
   * @throws the call's errors, and `PictureNotReady` where it should be tried again in a moment.
   */
  send<T>(card: Card, call: (pictureOf: PictureOf) => Promise<T>): Promise<T>;
}

/** `client` should be an impatient one: a message waits for its picture's upload. */
export function createPictures({
  client,
  log,
  clock,
}: {
  readonly client: WebClient;
  readonly log: Logger;
  readonly clock: () => Date;
}): Pictures {
  const uploads = new Map<string, Upload>();
  let pausedUntil = 0;
  const now = () => clock().getTime();

  const giveUp = (code: string) => {
    pausedUntil = now() + pause;
    log.warn({ platform: 'slack', code }, 'a picture could not be shown: words stand in its place');
  };

  const upload = async (picture: PictureBlock, key: string): Promise<string | null> => {
    try {
      return await uploadPicture(client, picture);
    } catch (error) {
      uploads.delete(key);
      giveUp(errorCode(error));
      return null;
    }
  };

  /** The picture's file, from an upload that is known or under way, or a new one. */
  const fileOf = async (picture: PictureBlock, key: string): Promise<string | null> => {
    const known = uploads.get(key);
    if (known !== undefined) return known.id;
    if (now() < pausedUntil) return null;
    const id = upload(picture, key);
    uploads.set(key, { id, since: now(), taken: false });
    for (const oldest of [...uploads.keys()].slice(0, -mostRemembered)) uploads.delete(oldest);
    return id;
  };

  /** What to do about a message that was refused with these pictures. */
  const afterRefusal = (keys: readonly string[]): 'try again' | 'leave out' => {
    const tried = keys.map((key) => uploads.get(key));
    // A file that worked and now does not was deleted on Slack, as by a retention period. One that is not known here
    // any more was found out by another message at the same moment. Both are uploaded anew.
    const isLost = tried.some((one) => one === undefined || one.taken);
    const isYoung = tried.some((one) => one !== undefined && !one.taken && now() - one.since < gettingReady);
    for (const key of keys) if (!isYoung || uploads.get(key)?.taken) uploads.delete(key);
    return isLost || isYoung ? 'try again' : 'leave out';
  };

  return {
    send: async (card, call) => {
      const wanted = card.blocks.filter((block) => block.kind === 'image');
      const files = new Map<string, { key: string; id: string }>();
      for (const picture of wanted) {
        const key = createHash('sha256').update(picture.png).digest('hex');
        const id = await fileOf(picture, key);
        if (id !== null) files.set(picture.png, { key, id });
      }
      if (files.size === 0) return call(noPictures);
      const keys = [...files.values()].map(({ key }) => key);
      try {
        const answer = await call((png) => {
          const file = files.get(png);
          return file === undefined ? null : { slack_file: { id: file.id } };
        });
        for (const key of keys) {
          const known = uploads.get(key);
          if (known !== undefined) uploads.set(key, { ...known, taken: true });
        }
        return answer;
      } catch (error) {
        if (!isRefusalOfBlocks(error)) throw error;
        if (afterRefusal(keys) === 'try again') throw new PictureNotReady('Slack refused a picture');
        giveUp(errorCode(error));
        return call(noPictures);
      }
    },
  };
}

/** Nothing was sent. Slack says so of a file that it is still looking at, or no longer has, and not by another code. */
function isRefusalOfBlocks(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && error.data.error === 'invalid_blocks';
}
