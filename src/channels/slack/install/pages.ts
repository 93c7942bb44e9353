/** Where somebody begins an installation, and where Slack sends them back to. */
export const installPath = '/slack/install';
export const redirectPath = '/slack/oauth_redirect';

/** The page that leads to Slack's own question whether to install. */
export function installPage(slackUrl: string): string {
  return page('Install Rollcall in your Slack workspace', [
    'Slack shows you what Rollcall asks for, and asks whether to install it.',
    'Afterwards an administrator of the Attendance Days scheme has to approve your workspace. Until then Rollcall does not answer there.',
    link(slackUrl, 'Continue to Slack'),
  ]);
}

/** It waits for approval, or goes on where it had been approved before. */
export function installedPage(team: string, state: 'pending' | 'approved'): string {
  return state === 'approved'
    ? page('Installed again', ['Rollcall goes on working in this workspace. You can close this page.'])
    : page('Installed, not approved yet', [
        `Rollcall is in your workspace, and does not answer yet. Tell your contact at the Attendance Days scheme this workspace’s id, so that an administrator can approve it: ${escapeHtml(team)}.`,
        'You can close this page.',
      ]);
}

/** Nothing came of it: why, and what to do. */
export function notInstalledPage(sentence: string): string {
  return page('Not installed', [escapeHtml(sentence), link(installPath, 'Begin again')]);
}

function link(href: string, label: string): string {
  return `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`;
}

/** The paragraphs are HTML. */
function page(title: string, paragraphs: readonly string[]): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Rollcall</title>
<style>
body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
a { color: #0b3c49; display: inline-block; padding: .7rem 0; }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
