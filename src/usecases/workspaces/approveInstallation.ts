import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import type { Person } from '../../domain/person';
import { findAgency } from '../agencies/findAgency';
import { type Refused, refused } from '../refusal';
import { storeTenantAgency } from './linkTenant';
import { markReachable } from './reachability';

/** Lets a workspace that has installed the app count, as the one of an agency. Until then it is answered nothing. */
export async function approveInstallation(
  work: Work,
  person: Person,
  input: { team: string; agencyKey: string },
): Promise<{ kind: 'approved' } | Refused> {
  const decision = authorise(person, 'workspace.manage');
  if (!decision.allowed) return refused(decision.sentence);
  const team = input.team.trim();
  const installation = await work.tx.slackInstallation.findUnique({ where: { team } });
  if (installation === null)
    return refused(
      'No workspace with this id has installed the app. See slack list; its people install it from /slack/install.',
    );
  if (installation.state === 'revoked')
    return refused(
      'This workspace removed the app. Its people must install it again from /slack/install; then approve it.',
    );
  const agency = await findAgency(work.tx, input.agencyKey.trim());
  if ('sentence' in agency) return agency;
  const approved = await work.tx.slackInstallation.updateMany({
    where: { team, state: 'pending' },
    data: { state: 'approved', approvedAt: work.now },
  });
  if (approved.count === 1) {
    await markReachable(work, { platform: 'slack', tenant: team });
    work.audit({
      action: 'workspace.approved',
      subjectType: 'SlackInstallation',
      subjectId: team,
      fields: ['state'],
    });
  }
  await storeTenantAgency(work, { platform: 'slack', tenant: team, agency });
  return { kind: 'approved' };
}

/** Takes an approval back: the workspace waits again, is answered nothing and sent nothing. */
export async function withdrawApproval(
  work: Work,
  person: Person,
  input: { team: string },
): Promise<{ kind: 'withdrawn' } | Refused> {
  const decision = authorise(person, 'workspace.manage');
  if (!decision.allowed) return refused(decision.sentence);
  const team = input.team.trim();
  const withdrawn = await work.tx.slackInstallation.updateMany({
    where: { team, state: 'approved' },
    data: { state: 'pending', approvedAt: null },
  });
  if (withdrawn.count === 0)
    return refused('No workspace with this id is approved. See slack list for those there are.');
  work.audit({
    action: 'workspace.approval_withdrawn',
    subjectType: 'SlackInstallation',
    subjectId: team,
    fields: ['state'],
  });
  return { kind: 'withdrawn' };
}
