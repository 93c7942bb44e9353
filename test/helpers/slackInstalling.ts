/** A browser in which somebody installs the app: it keeps the cookies it is given, as one does. */
export interface InstallingBrowser {
  /** Opens the page; the address of Slack's own question that it leads to. */
  begins(): Promise<URL>;
  /** Slack sends the browser back. */
  returns(query: Readonly<Record<string, string>>): Promise<{ status: number; page: string }>;
  /** All of it: opens the page, says yes at Slack, comes back with this code. */
  installs(code: string): Promise<{ status: number; page: string }>;
  /** What it was told to keep, as it was written. */
  readonly cookies: readonly string[];
}

export function installingBrowser(baseUrl: string): InstallingBrowser {
  const jar = new Map<string, string>();
  const cookies: string[] = [];
  const open = async (path: string) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, baseUrl), {
      redirect: 'manual',
      headers: cookie === '' ? {} : { cookie },
    });
    for (const set of response.headers.getSetCookie()) {
      cookies.push(set);
      const [pair = ''] = set.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (/Expires=Thu, 01 Jan 1970/.test(set)) jar.delete(name);
      else jar.set(name, value);
    }
    return { status: response.status, page: await response.text() };
  };
  const browser: InstallingBrowser = {
    cookies,
    begins: async () => {
      const { page } = await open('/slack/install');
      const href = /href="([^"]+)"/.exec(page)?.[1] ?? '';
      return new URL(href.replaceAll('&amp;', '&'));
    },
    returns: (query) => open(`/slack/oauth_redirect?${new URLSearchParams(query)}`),
    installs: async (code) => {
      const state = (await browser.begins()).searchParams.get('state') ?? '';
      return browser.returns({ code, state });
    },
  };
  return browser;
}
