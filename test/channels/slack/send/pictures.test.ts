import { pino } from 'pino';
import { createSender } from '../../../../src/channels/slack/send/createSender';
import { createPictures } from '../../../../src/channels/slack/send/pictures';
import { slackClient } from '../../../../src/channels/slack/slackClient';
import type { Card } from '../../../../src/conversation/model/card';
import type { Delivery, Sender } from '../../../../src/conversation/model/delivery';
import { drawQrCode } from '../../../../src/conversation/views/qrCode';
import { scanQrCode } from '../../../helpers/scanQrCode';
import { type SlackServer, startSlackServer } from '../../../helpers/slackServer';
import type { SlackFailure } from '../../../helpers/slackWire';

const address = 'https://www.example.org/attendance-days-privacy';
const alt = `QR code that opens the privacy notice: ${address}`;

describe('a picture on Slack', () => {
  let server: SlackServer;
  let sender: Sender;
  let logged: string[];
  let now: Date;
  beforeAll(async () => {
    server = await startSlackServer();
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    server.reset();
    logged = [];
    now = new Date('2026-11-24T10:00:00Z');
    const parts = {
      client: slackClient({ botToken: 'xoxb-made-up', apiUrl: server.apiUrl }, 1_000),
      log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
      clock: () => now,
    };
    sender = createSender({ ...parts, pictures: createPictures(parts) });
  });

  const later = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000);
  };
  const cardOf = (of: string): Card => ({
    title: 'Tell the child: E-1042',
    summary: 'Tell the child: E-1042',
    blocks: [
      { kind: 'text', text: `Where to read more: ${of}` },
      { kind: 'image', png: drawQrCode(of)?.toString('base64') ?? '', alt },
      { kind: 'buttons', buttons: [{ label: 'Told the child', style: 'primary', token: 'tok' }] },
    ],
  });
  const post = (id: string, of = address): Delivery => ({
    id,
    tenant: 'T0ROLLCALL',
    to: { kind: 'conversation', conversation: 'C1' },
    operation: 'post',
    card: cardOf(of),
  });
  const deliver = (delivery: Delivery) => sender.deliver(delivery);
  const newest = () => server.messagesIn('C1').at(-1);
  const uploads = () => server.callsOf('upload').length;
  const readyPicture = { words: expect.not.stringContaining('Picture not shown'), pictures: [{ alt }] };
  const inWords = { words: expect.stringContaining(`Picture not shown here: ${alt}`), pictures: [] };

  it('is uploaded, belongs to no conversation, and is shown in the message with its words', async () => {
    expect(await deliver(post('d-1'))).toMatchObject({ kind: 'sent' });
    expect(newest()).toMatchObject(readyPicture);
    expect(newest()?.pictures.map(({ png }) => scanQrCode(png))).toEqual([address]);
    const [completed] = server.callsOf('files.completeUploadExternal');
    expect(completed?.args).not.toHaveProperty('channel_id');
    expect(completed?.args).not.toHaveProperty('channels');
  });

  it('is uploaded once, however many messages show it, are tried again or changed', async () => {
    server.failNext({ status: 429, retryAfter: 1 }, 'chat.postMessage');
    expect(await deliver(post('d-1'))).toMatchObject({ kind: 'retry' });
    const sent = await deliver(post('d-1'));
    const messageRef = sent.kind === 'sent' ? (sent.messageRef ?? '') : '';
    await Promise.all([deliver(post('d-2')), deliver(post('d-3'))]);
    const update: Delivery = { ...post('d-4'), operation: 'update', messageRef, card: cardOf(address) };
    expect(await deliver(update)).toMatchObject({ kind: 'sent' });
    expect(server.messagesIn('C1').map(({ pictures }) => pictures.length)).toEqual([1, 1, 1]);
    expect(uploads()).toBe(1);
  });

  it('is uploaded once for messages that leave at the same moment', async () => {
    await Promise.all(['d-1', 'd-2', 'd-3'].map((id) => deliver(post(id))));
    expect(server.messagesIn('C1').map(({ pictures }) => pictures.length)).toEqual([1, 1, 1]);
    expect(uploads()).toBe(1);
  });

  it('is another file where it shows something else', async () => {
    await deliver(post('d-1'));
    await deliver(post('d-2', `${address}/parents`));
    expect(newest()?.pictures.map(({ png }) => scanQrCode(png))).toEqual([`${address}/parents`]);
  });

  it.each<[string, SlackFailure, string]>([
    ['the right to upload is missing', { error: 'missing_scope' }, 'files.getUploadURLExternal'],
    ['Slack is asked too often', { status: 429, retryAfter: 30 }, 'files.getUploadURLExternal'],
    ['the upload is cut off', { hangUp: true }, 'upload'],
    ['the upload is refused', { status: 500 }, 'upload'],
    ['the upload can’t be completed', { error: 'internal_error' }, 'files.completeUploadExternal'],
    ['Slack does not answer', { hang: true }, 'files.completeUploadExternal'],
  ])(
    'gives way to its words where %s: the message goes out at once, its buttons with it',
    async (_, failure, method) => {
      server.failNext(failure, method);
      expect(await deliver(post('d-1'))).toMatchObject({ kind: 'sent' });
      expect(newest()).toMatchObject(inWords);
      expect(newest()?.words).toContain(`Where to read more: ${address}`);
      expect(newest()?.buttons).toEqual([{ label: 'Told the child', token: 'tok' }]);
      expect(logged.join('')).toMatch(/a picture could not be shown/);
      expect(logged.join('')).not.toMatch(/example\.org|xoxb/);
    },
  );

  it('is tried again a minute after an upload failed, and not with every message before', async () => {
    server.failNext({ error: 'missing_scope' }, 'files.getUploadURLExternal');
    await deliver(post('d-1'));
    later(59);
    await deliver(post('d-2'));
    expect(newest()).toMatchObject(inWords);
    expect(server.callsOf('files.getUploadURLExternal')).toHaveLength(1);
    later(2);
    await deliver(post('d-3'));
    expect(newest()).toMatchObject(readyPicture);
  });

  it('that Slack is still looking at is waited for: the same message a second later, with no new upload', async () => {
    server.failNext({ error: 'invalid_blocks' }, 'chat.postMessage');
    expect(await deliver(post('d-1'))).toEqual({ kind: 'retry', afterMs: 1000, error: 'picture_not_ready' });
    later(1);
    expect(await deliver(post('d-1'))).toMatchObject({ kind: 'sent' });
    expect(newest()).toMatchObject(readyPicture);
    expect(uploads()).toBe(1);
  });

  it('that Slack does not take in the end holds no message back: it goes out with the words', async () => {
    server.failNext({ error: 'invalid_blocks' }, 'chat.postMessage');
    await deliver(post('d-1'));
    later(6);
    server.failNext({ error: 'invalid_blocks' }, 'chat.postMessage');
    expect(await deliver(post('d-1'))).toMatchObject({ kind: 'sent' });
    expect(server.messagesIn('C1')).toHaveLength(1);
    expect(newest()).toMatchObject(inWords);
  });

  it('whose file was deleted on Slack is uploaded anew', async () => {
    await deliver(post('d-1'));
    later(3600);
    server.deleteFiles();
    expect(await deliver(post('d-2'))).toMatchObject({ kind: 'retry' });
    expect(await deliver(post('d-2'))).toMatchObject({ kind: 'sent' });
    expect(newest()).toMatchObject(readyPicture);
    expect(uploads()).toBe(2);
  });

  it('whose file was deleted is uploaded anew once for all the messages that show it', async () => {
    await deliver(post('d-1'));
    server.deleteFiles();
    const ids = ['d-2', 'd-3', 'd-4'];
    const results = await Promise.all(ids.map((id) => deliver(post(id))));
    expect(results.map(({ kind }) => kind)).toEqual(['retry', 'retry', 'retry']);
    await Promise.all(ids.map((id) => deliver(post(id))));
    expect(server.messagesIn('C1').at(-1)).toMatchObject(readyPicture);
    expect(server.messagesIn('C1')).toHaveLength(4);
    expect(uploads()).toBe(2);
  });

  it('on a card that Slack refuses for another reason changes nothing about the refusal', async () => {
    server.archive('C1');
    expect(await deliver(post('d-1'))).toEqual({ kind: 'never', error: 'is_archived', unreachable: true });
  });
});
