/** Messages to the bot as Teams posts them: activities under one token, which Microsoft too uses for an hour. */
export function teamsRequests({ authorization, appId, serviceUrl, tenant, run, messages, count }) {
  const start = Date.now();
  return Array.from({ length: count }, (_, index) => {
    const { user, text } = messages[index % messages.length];
    const body = Buffer.from(
      JSON.stringify({
        type: 'message',
        textFormat: 'plain',
        text,
        id: `${start}${run}${index}`,
        timestamp: new Date(start + index).toISOString(),
        channelId: 'msteams',
        serviceUrl,
        from: { id: `29:${user}`, name: 'An officer', aadObjectId: user },
        recipient: { id: `28:${appId}`, name: 'Rollcall' },
        conversation: { id: `a:private-${user}`, conversationType: 'personal', tenantId: tenant },
        channelData: { tenant: { id: tenant } },
        locale: 'en-GB',
      }),
    );
    const headers = { 'content-type': 'application/json', 'content-length': body.length, authorization };
    return { body, headers };
  });
}
