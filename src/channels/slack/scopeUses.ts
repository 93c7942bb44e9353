/** What stops working without a right, and whether an authority may leave it out on purpose (the manifest's README). */
export interface ScopeUse {
  readonly without: string;
  readonly optional: boolean;
}

/** Every right that the manifest asks for. */
export const scopeUses: Readonly<Record<string, ScopeUse>> = {
  'app_mentions:read': { without: 'it does not hear @rollcall in channels', optional: false },
  'channels:history': {
    without:
      'in public channels it does not notice a child’s details, edits and deletions, or whether a message arrived',
    optional: true,
  },
  'chat:write': { without: 'it can’t answer anybody', optional: false },
  commands: { without: '/rollcall and the shortcut do not work', optional: false },
  'files:write': { without: 'it shows no pictures, as of a QR code, and says them in words', optional: true },
  'groups:history': {
    without:
      'in private channels it does not notice a child’s details, edits and deletions, or whether a message arrived',
    optional: true,
  },
  'im:history': { without: 'it does not hear what people write to it', optional: false },
  'im:write': { without: 'it can’t write first to somebody who never wrote to it', optional: false },
  'users:read': { without: 'it can’t look up who writes for the first time', optional: true },
  'users:read.email': { without: 'accounts are not linked by their verified e-mail address', optional: true },
};

/** The rights that an installation asks for. */
export const botScopes: readonly string[] = Object.keys(scopeUses);
