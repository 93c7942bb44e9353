import { mentionsBot, withoutMention } from '../../../src/channels/practice/mention';

test.each(['@Rollcall help', 'hello @rollcall', '(@Rollcall: help)', '@ROLLCALL'])(
  '%s is for the bot',
  (text) => {
    expect(mentionsBot(text)).toBe(true);
  },
);

test.each(['rollcall help', 'dana@rollcall.example', '@rollcalls'])('%s is not', (text) => {
  expect(mentionsBot(text)).toBe(false);
});

test('what the bot reads does not have its name in it', () => {
  expect(withoutMention('@Rollcall: help me')).toBe('help me');
  expect(withoutMention('help @Rollcall please')).toBe('help  please');
});
