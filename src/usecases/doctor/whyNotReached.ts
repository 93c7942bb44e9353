/** Why something on the network can't be reached, and what to look at. */
export interface NotReached {
  /** Goes on from "It can't be reached:". */
  readonly why: string;
  readonly toDo: string;
}

const byCode: readonly { readonly codes: RegExp; readonly reason: NotReached }[] = [
  {
    codes: /^(ENOTFOUND|EAI_\w+)$/,
    reason: {
      why: 'its name can’t be looked up (DNS)',
      toDo: 'Check that the name is spelled right, and that this machine can look names up.',
    },
  },
  {
    codes: /^ECONNREFUSED$/,
    reason: {
      why: 'nothing accepts connections there',
      toDo: 'Check address and port, that it is running, and the firewalls between.',
    },
  },
  {
    codes: /^(ETIMEDOUT|TimeoutError|AbortError|UND_ERR_\w*TIMEOUT)$/,
    reason: {
      why: 'it does not answer in time',
      toDo: 'Try again in a few minutes. If it stays so, a firewall or proxy probably swallows the connection: ask for this address to be allowed.',
    },
  },
  {
    codes: /^(EHOSTUNREACH|ENETUNREACH)$/,
    reason: {
      why: 'there is no way to it from this machine',
      toDo: 'Check this machine’s network, and that its routes and firewall let it out.',
    },
  },
  {
    codes: /^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/,
    reason: {
      why: 'it cuts the connection off',
      toDo: 'Try again in a few minutes. If it stays so, look for a firewall or proxy between that ends connections.',
    },
  },
  {
    codes: /CERT|TLS|SSL|UNABLE_TO_(VERIFY|GET)|EPROTO/,
    reason: {
      why: 'its certificate is not trusted, or no encrypted connection comes about (TLS)',
      toDo: 'Check this machine’s clock and the address. If your network’s proxy opens connections, or the server has a certificate of your own, name the issuer’s certificate in NODE_EXTRA_CA_CERTS.',
    },
  },
];

/** The reason in plain words for a code of the system, of fetch or of TLS. An unknown code is shown as it is. */
export function whyNotReached(code: string): NotReached {
  return (
    byCode.find(({ codes }) => codes.test(code))?.reason ?? {
      why: `the connection failed (${code.replaceAll(/[^\w.-]/g, '').slice(0, 60)})`,
      toDo: 'Look this code up with whoever runs your network.',
    }
  );
}
