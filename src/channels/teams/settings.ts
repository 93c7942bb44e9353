/** What the Teams channel is told by the environment. */
export interface TeamsSettings {
  /** `MicrosoftAppId`: the bot's id in Entra, also the audience of incoming tokens. Empty only where `anonymous`. */
  readonly appId: string;
  /** `MicrosoftAppPassword`: the client secret. Empty for a managed identity. */
  readonly appPassword: string;
  /** `MicrosoftAppType`: SingleTenant, MultiTenant or UserAssignedMSI. */
  readonly appType: string;
  /** `MicrosoftAppTenantId`: where the bot is registered; the only tenant allowed where the list is empty. */
  readonly appTenantId: string;
  /** `TEAMS_ALLOWED_TENANTS`: whose people are listened to. */
  readonly allowedTenants: readonly string[];
  /** `TEAMS_ANONYMOUS=local`: no tokens, this machine only, for Microsoft's local test client. */
  readonly anonymous: boolean;
  /**
   * Another cloud, or a test's stand-in: every parameterised key of botbuilder's ConfigurationBotFrameworkAuthentication
   * (all of them, or none counts).
   */
  readonly authOverrides?: Readonly<Record<string, string>>;
}
