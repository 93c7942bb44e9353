import { z } from 'zod';
import type { VerifiedEmailOf } from '../../conversation/model/conversationPort';
import type { People } from './people';
import type { Connector } from './send/connector';

const memberSchema = z.looseObject({
  aadObjectId: z.string().optional(),
  objectId: z.string().optional(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

/**
 * The e-mail address the tenant's directory has for somebody met since the start, else their sign-in name. Null for
 * guests: their address is another organisation's to vouch for. Null too while Teams can't be asked.
 */
export function createVerifiedEmail(input: { connector: Connector; people: People }): VerifiedEmailOf {
  return async (account) => {
    const met = input.people.metOf(account);
    if (!met) return null;
    const { serviceUrl, userId } = met.reference;
    const path = ['conversations', met.conversation, 'members', userId];
    const answer = await input.connector.call({ serviceUrl, method: 'GET', path });
    if (!answer.ok) return null;
    const member = memberSchema.safeParse(answer.body).data;
    if (!member || member.userPrincipalName?.toUpperCase().includes('#EXT#')) return null;
    const named = member.aadObjectId ?? member.objectId;
    if (named && named !== account.userId) return null;
    const email = member.email || member.userPrincipalName || '';
    return z.email().safeParse(email).data ?? null;
  };
}
