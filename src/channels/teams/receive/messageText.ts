import type { Activity } from './activity';

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * What the person wrote, as plain text. Teams sends `<at>` around mentions and HTML entities for `& < >`; the
 * mention of the bot itself is taken out, other people's stay as their names.
 */
export function messageText(activity: Pick<Activity, 'text' | 'entities' | 'recipient'>): string {
  const without = ownMentions(activity).reduce(
    (text, mention) => text.replaceAll(mention, ' '),
    activity.text ?? '',
  );
  return without
    .replace(/<br\s*\/?>|<\/p>|<\/div>/gi, '\n')
    .replace(/<\/?(?:at|p|div)(?:\s[^<>]*)?>/gi, '')
    .replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/gi, decodeEntity)
    .replaceAll('\u00a0', ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]{2,}/g, ' ')
    .trim();
}

/** Whether somebody speaks to the bot by name. In channels whose posts it may read, not everybody does. */
export function mentionsBot(activity: Pick<Activity, 'entities' | 'recipient'>): boolean {
  return ownMentions(activity).length > 0;
}

function ownMentions({ entities = [], recipient }: Pick<Activity, 'entities' | 'recipient'>): string[] {
  return entities.flatMap(({ type, text, mentioned }) => {
    if (type !== 'mention' || typeof text !== 'string' || text === '') return [];
    return isBot(mentioned, recipient.id) ? [text] : [];
  });
}

function isBot(mentioned: unknown, botId: string): boolean {
  return typeof mentioned === 'object' && mentioned !== null && 'id' in mentioned && mentioned.id === botId;
}

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
  const hex = name[1]?.toLowerCase() === 'x';
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  return code > 0x10ffff ? whole : String.fromCodePoint(code);
}
