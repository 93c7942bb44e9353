import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import type { Person } from '../../domain/person';
import { keyIdOf, openToken, SealedTokenError, sealToken } from '../../domain/sealedToken';
import type { TokenKeys } from '../../domain/tokenKeys';
import { type Refused, refused } from '../refusal';

/**
 * Moves every stored token to the newest key, so that the older keys can be taken away. `left` names the workspaces
 * whose token none of the keys opens: they must install again.
 */
export async function reencryptTokens(
  work: Work,
  person: Person,
  keys: TokenKeys,
): Promise<{ kind: 'done'; moved: number; already: number; left: readonly string[] } | Refused> {
  const decision = authorise(person, 'workspace.manage');
  if (!decision.allowed) return refused(decision.sentence);
  const rows = await work.tx.slackInstallation.findMany({
    where: { sealedToken: { not: null } },
    orderBy: { team: 'asc' },
  });
  const left: string[] = [];
  let moved = 0;
  let already = 0;
  for (const { team, sealedToken } of rows) {
    const token = sealedToken === null ? null : openedOrNull(sealedToken, { team, keys });
    if (sealedToken === null || token === null) {
      left.push(team);
      continue;
    }
    if (keyIdOf(sealedToken) === keys[0].id) {
      already += 1;
      continue;
    }
    // One that was installed again meanwhile has its new token under the newest key: it is left alone.
    const { count } = await work.tx.slackInstallation.updateMany({
      where: { team, sealedToken },
      data: { sealedToken: sealToken(token, { team, keys }) },
    });
    if (count === 0) continue;
    moved += 1;
    work.audit({
      action: 'workspace.token_reencrypted',
      subjectType: 'SlackInstallation',
      subjectId: team,
      fields: ['sealedToken'],
    });
  }
  return { kind: 'done', moved, already, left };
}

function openedOrNull(sealed: string, input: { team: string; keys: TokenKeys }): string | null {
  try {
    return openToken(sealed, input);
  } catch (error) {
    if (error instanceof SealedTokenError) return null;
    throw error;
  }
}
