import type { TeamsSettings } from '../settings';

/**
 * Whether people of all these tenants are listened to. The token does not name the tenant, so the bot has to look
 * itself; an activity without one is refused. An empty list allows the bot's own tenant only, and anybody where only
 * this machine can ask.
 */
export function tenantAllowed(tenants: readonly string[], settings: TeamsSettings): boolean {
  const listed = settings.allowedTenants.length > 0 ? settings.allowedTenants : [settings.appTenantId];
  const allowed = new Set(listed.filter((tenant) => tenant !== '').map((tenant) => tenant.toLowerCase()));
  if (settings.anonymous && settings.allowedTenants.length === 0) return true;
  return tenants.length > 0 && tenants.every((tenant) => allowed.has(tenant));
}
