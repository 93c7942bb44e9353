import type { Command } from 'commander';
import { approveInstallation, withdrawApproval } from '../../usecases/workspaces/approveInstallation';
import { type InstallationListed, listInstallations } from '../../usecases/workspaces/listInstallations';
import { reencryptTokens } from '../../usecases/workspaces/reencryptTokens';
import type { AdminRun } from '../session';

export function addSlackCommands(program: Command, run: AdminRun): void {
  const slack = program.command('slack').description('the Slack workspaces that have installed the app');
  addList(slack, run);
  addApproval(slack, run);
  slack
    .command('reencrypt')
    .description('move every stored token to the newest key of SLACK_TOKEN_KEYS')
    .action(async () => {
      const read = run.io.tokenKeys();
      if (read.kind === 'wrong') {
        run.refuse(`SLACK_TOKEN_KEYS: ${read.sentence}`);
        return;
      }
      const done = await run.as((work, person) => reencryptTokens(work, person, read.keys));
      if (done.kind === 'refused') {
        run.refuse(done.sentence);
        return;
      }
      run.io.out(`Moved to the key ${read.keys[0].id}: ${done.moved}. There already: ${done.already}.`);
      if (done.left.length === 0) run.io.out('No older key is needed any more.');
      else
        run.refuse(
          `None of the keys opens the token of ${done.left.join(', ')}. Add the key that slack list names, or let that workspace install again.`,
        );
    });
}

function addList(slack: Command, run: AdminRun): void {
  slack
    .command('list')
    .description('list them: those that wait for approval first')
    .action(async () => {
      const listed = await run.as((work, person) => listInstallations(work, person));
      if (listed.kind === 'refused') {
        run.refuse(listed.sentence);
        return;
      }
      if (listed.installations.length === 0)
        run.io.out('No workspace has installed the app yet. Its people do that from /slack/install.');
      for (const installation of listed.installations) run.io.out(sayInstallation(installation));
    });
}

function addApproval(slack: Command, run: AdminRun): void {
  slack
    .command('approve')
    .description('let a workspace count, as the one of an agency')
    .argument('<team>', 'its id: T and letters')
    .requiredOption('--agency <key>', 'whose people it has')
    .action(async (team: string, { agency }: { agency: string }) => {
      const approved = await run.as((work, person) =>
        approveInstallation(work, person, { team, agencyKey: agency }),
      );
      if (approved.kind === 'refused') run.refuse(approved.sentence);
      else run.io.out('The workspace is approved. Rollcall answers there from now on.');
    });
  slack
    .command('withdraw')
    .description('take an approval back: nothing is answered or sent there any more')
    .argument('<team>', 'its id')
    .action(async (team: string) => {
      const withdrawn = await run.as((work, person) => withdrawApproval(work, person, { team }));
      if (withdrawn.kind === 'refused') run.refuse(withdrawn.sentence);
      else run.io.out('The approval is taken back. Rollcall does not answer there any more.');
    });
}

function sayInstallation({ team, teamName, state, since, agencyKey, keyId }: InstallationListed): string {
  const at = since.toISOString();
  const name = `${team} “${teamName}”`;
  switch (state) {
    case 'pending':
      return `${name}: installed ${at}, waits for approval (key ${keyId})`;
    case 'approved':
      return `${name}: of ${agencyKey ?? 'no agency'}, approved ${at} (key ${keyId})`;
    case 'revoked':
      return `${name}: removed by its people ${at}; nothing is sent there`;
  }
}
