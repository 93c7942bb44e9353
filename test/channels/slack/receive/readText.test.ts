import { mentions, readText } from '../../../../src/channels/slack/receive/readText';

describe('a message reads as the person saw it', () => {
  it.each([
    ['<@U0BOT> kai brown', 'kai brown'],
    ['kai brown <@U0BOT>', 'kai brown'],
    ['with <@U2|sam> and <@U3>', 'with @sam and @U3'],
    ['see <#C1|popley>', 'see #popley'],
    ['<!here> <!subteam^S1|@patrols>', '@here @patrols'],
    ['<http://costello.org|costello.org>', 'costello.org'],
    ['<https://x.org/a>', 'https://x.org/a'],
    ['<https://x.org|the page>', 'the page (https://x.org)'],
    ['<mailto:a@x.org|a@x.org> <tel:+441256000000|01256 000000>', 'a@x.org 01256 000000'],
    ['fish &amp; chips &lt;14&gt;', 'fish & chips <14>'],
    ['&amp;lt; stays', '&lt; stays'],
    ['kai\nbrown', 'kai\nbrown'],
  ])('%j is %j', (text, read) => {
    expect(readText(text, 'U0BOT')).toBe(read);
  });

  it('a mention is found with and without a name', () => {
    expect(mentions('hi <@U1>', 'U1')).toBe(true);
    expect(mentions('hi <@U1|rollcall>', 'U1')).toBe(true);
    expect(mentions('hi <@U12>', 'U1')).toBe(false);
  });
});
