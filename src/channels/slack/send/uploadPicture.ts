import type { WebClient } from '@slack/web-api';
import type { PictureBlock } from '../../../conversation/model/card';
import { answerTimeout } from '../slackClient';
import { wording } from '../wording';
import { fetchSlack } from './fetchSlack';

/**
 * Uploads a picture that belongs to no conversation, for the bot's own messages to show, and returns its file id. The
 * words for it stand in each message. Slack may need some seconds more before it takes the file in one.
 * @throws the Web API's errors, and where the upload itself is refused.
 */
export async function uploadPicture(client: WebClient, { png }: Pick<PictureBlock, 'png'>): Promise<string> {
  const bytes = Buffer.from(png, 'base64');
  const { upload_url: address, file_id: id } = await client.files.getUploadURLExternal({
    filename: 'picture.png',
    length: bytes.length,
  });
  if (address === undefined || id === undefined) throw refused('no address');
  const response = await fetchSlack(address, {
    method: 'POST',
    body: bytes,
    headers: { 'content-type': 'application/octet-stream' },
    signal: AbortSignal.timeout(answerTimeout),
  });
  if (!response.ok) throw refused(`http ${response.status}`);
  await client.files.completeUploadExternal({ files: [{ id, title: wording.picture }] });
  return id;
}

function refused(code: string): Error {
  return Object.assign(new Error('Slack did not take the picture'), { code });
}
