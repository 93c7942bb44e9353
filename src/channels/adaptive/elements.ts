/** A piece of an Adaptive Card as JSON: the renderers build it, nothing reads it back. */
export type Element = { readonly type: string; readonly [property: string]: unknown };

/** An Adaptive Card, ready to be sent. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly fallbackText: string;
  readonly body: readonly Element[];
  readonly actions?: readonly Element[];
}

export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

/** The card around its elements. */
export function adaptiveCard(input: {
  fallbackText: string;
  body: readonly Element[];
  actions?: readonly Element[];
}): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: input.fallbackText,
    body: input.body,
    ...(input.actions && input.actions.length > 0 ? { actions: input.actions } : {}),
  };
}

/** Whether the card is as small as Teams wants it. */
export function unitsOf(card: AdaptiveCard): number {
  return JSON.stringify(card).length;
}
