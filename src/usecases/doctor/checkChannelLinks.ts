import type { Transaction } from '../../data/unitOfWork';
import { type Finding, ok, warning } from './finding';
import { sayFew } from './sayFew';

/** Whether all agencies share a channel, and each has one of its own. Agencies are named by key. */
export async function checkChannelLinks(tx: Transaction): Promise<readonly Finding[]> {
  const shared = await tx.agencyChannel.count({ where: { shared: true } });
  const without = await tx.agency.findMany({
    where: { channels: { none: {} }, staff: { some: { active: true } } },
    select: { key: true },
    orderBy: { key: 'asc' },
  });
  const link = 'npm run admin -- --as … channel link --platform … --tenant … --channel …';
  return [
    shared > 0
      ? ok(shared === 1 ? 'The shared channel is linked.' : `${shared} shared channels are linked.`)
      : warning(
          'No shared channel is linked: what concerns all agencies is posted nowhere.',
          `${link} --shared`,
        ),
    without.length === 0
      ? ok('Every agency with staff has a channel.')
      : warning(
          `${without.length} ${without.length === 1 ? 'agency has' : 'agencies have'} no channel: ${sayFew(without.map(({ key }) => key))}. What concerns only them is posted nowhere.`,
          `${link} --agency …`,
        ),
  ];
}
