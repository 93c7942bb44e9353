import { type Command, Option } from 'commander';
import { linkTenant } from '../../usecases/workspaces/linkTenant';
import { listTenants } from '../../usecases/workspaces/listTenants';
import type { AdminRun } from '../session';

interface LinkOptions {
  readonly platform: 'teams';
  readonly tenant: string;
  readonly agency: string;
}

export function addTenantCommands(program: Command, run: AdminRun): void {
  const tenant = program.command('tenant').description('whose people a workspace or tenant has');

  tenant
    .command('link')
    .description('say whose people a tenant has: only they are linked there by e-mail address')
    .addOption(
      new Option('--platform <platform>', 'a Slack workspace is linked by slack approve')
        .choices(['teams'])
        .makeOptionMandatory(),
    )
    .requiredOption('--tenant <id>', 'the tenant’s id in Entra')
    .requiredOption('--agency <key>', 'the agency')
    .action(async ({ platform, tenant: id, agency: agencyKey }: LinkOptions) => {
      const linked = await run.as((work, person) =>
        linkTenant(work, person, { platform, tenant: id, agencyKey }),
      );
      if (linked.kind === 'refused') run.refuse(linked.sentence);
      else run.io.out(linked.changed ? 'The tenant is linked.' : 'It was linked like this already.');
    });

  tenant
    .command('list')
    .description('list the workspaces and tenants that are linked')
    .action(async () => {
      const listed = await run.as((work, person) => listTenants(work, person));
      if (listed.kind === 'refused') {
        run.refuse(listed.sentence);
        return;
      }
      if (listed.tenants.length === 0) run.io.out('No tenant is linked yet. Link one: tenant link.');
      for (const { platform, tenant: id, agencyKey } of listed.tenants)
        run.io.out(`${platform} ${id}: ${agencyKey}`);
    });
}
