/**
 * A message's text as the person saw it: the bot's own mention left out, people, channels and links as plain words,
 * and `&amp;` `&lt;` `&gt;` turned back. Slack escapes what people type, so every `<…>` is Slack's own.
 */
export function readText(text: string, botUserId: string | null): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inside: string) => readMarkup(inside, botUserId))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/^[ \t]+|[ \t]+$/g, '');
}

/** Whether a text mentions this user. */
export function mentions(text: string, userId: string): boolean {
  return text.includes(`<@${userId}>`) || text.includes(`<@${userId}|`);
}

function readMarkup(inside: string, botUserId: string | null): string {
  const bar = inside.indexOf('|');
  const target = bar === -1 ? inside : inside.slice(0, bar);
  const label = bar === -1 ? '' : inside.slice(bar + 1);
  if (target.startsWith('@')) {
    const userId = target.slice(1);
    return userId === botUserId ? '' : `@${label || userId}`;
  }
  if (target.startsWith('#')) return `#${label || target.slice(1)}`;
  if (target.startsWith('!')) return readCall(target.slice(1), label);
  return readLink(target, label);
}

/** `<!here>`, `<!subteam^S1|@team>`, `<!date^…|2 May>`. */
function readCall(name: string, label: string): string {
  if (label !== '') return label;
  return `@${name.split('^')[0] ?? name}`;
}

/** Slack makes links of addresses, e-mails and phone numbers as typed; the label is what was typed. */
function readLink(target: string, label: string): string {
  const address = target.replace(/^(mailto|tel):/, '');
  if (label === '') return address;
  const bare = address.replace(/^https?:\/\//, '');
  const typed = label === address || label === bare || address !== target;
  return typed ? label : `${label} (${address})`;
}
