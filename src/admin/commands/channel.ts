import { type Command, Option } from 'commander';
import { linkChannel } from '../../usecases/channels/linkChannel';
import { listChannels } from '../../usecases/channels/listChannels';
import { type AdminRun, UsageError } from '../session';

const platforms = ['slack', 'teams', 'practice'] as const;

interface LinkOptions {
  readonly platform: (typeof platforms)[number];
  readonly tenant: string;
  readonly channel: string;
  readonly agency?: string;
  readonly shared?: true;
}

export function addChannelCommands(program: Command, run: AdminRun): void {
  const channel = program.command('channel').description('which channel belongs to which agency');

  channel
    .command('link')
    .description('say whose a channel is')
    .addOption(new Option('--platform <platform>').choices(platforms).makeOptionMandatory())
    .requiredOption('--tenant <id>', 'Slack’s team, Teams’ tenant')
    .requiredOption('--channel <id>', 'the platform’s id of the channel')
    .option('--agency <key>', 'the agency’s own channel')
    .option('--shared', 'the channel that all agencies share')
    .action(async (options: LinkOptions) => {
      if ((options.agency === undefined) === (options.shared === undefined))
        throw new UsageError('Say whose it is: --agency with its key, or --shared.');
      const { platform, tenant, channel: channelId, agency } = options;
      const linked = await run.as((work, person) =>
        linkChannel(work, person, { platform, tenant, channelId, agencyKey: agency ?? null }),
      );
      if (linked.kind === 'refused') run.refuse(linked.sentence);
      else
        run.io.out(
          linked.change === 'unchanged' ? 'It was linked like this already.' : 'The channel is linked.',
        );
    });

  channel
    .command('list')
    .description('list the channels that are linked')
    .action(async () => {
      const listed = await run.as((work, person) => listChannels(work, person));
      if (listed.kind === 'refused') {
        run.refuse(listed.sentence);
        return;
      }
      if (listed.channels.length === 0) run.io.out('No channel is linked yet. Link one: channel link.');
      for (const { platform, tenant, channelId, agencyKey } of listed.channels)
        run.io.out(`${platform} ${tenant} ${channelId}: ${agencyKey ?? 'shared'}`);
    });
}
