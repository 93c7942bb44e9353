const mention = /(^|[\s,;:(])@rollcall\b[:,]?/i;

/** Whether a channel post is meant for the bot. */
export const mentionsBot = (text: string): boolean => mention.test(text);

/** What was said to the bot: the text without its name. */
export const withoutMention = (text: string): string => text.replace(mention, '$1').trim();
