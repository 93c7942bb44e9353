// The package's main file is an ES module jest can't load; its bundle is the same code.
const adaptive: typeof import('adaptivecards') = require('adaptivecards/dist/adaptivecards.js');

/**
 * What Microsoft's own renderer objects to in a card: unknown elements and properties while it parses, wrong values
 * after that. Empty for a card Teams would draw whole.
 */
export function objectionsTo(card: object): string[] {
  const context = new adaptive.SerializationContext();
  const parsed = new adaptive.AdaptiveCard();
  parsed.parse(JSON.parse(JSON.stringify(card)), context);
  const whileParsing = Array.from(
    { length: context.eventCount },
    (_, index) => context.getEventAt(index).message,
  );
  const afterwards = parsed.validateProperties().validationEvents.map((event) => event.message);
  return [...whileParsing, ...afterwards];
}
