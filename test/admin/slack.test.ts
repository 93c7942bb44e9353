import { openToken, sealToken } from '../../src/domain/sealedToken';
import { readTokenKeys, type TokenKeys } from '../../src/domain/tokenKeys';
import { withTestDatabases } from '../helpers/database';
import { now, seedAdmin, type } from './typing';

const written = {
  old: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
  young: `k2:${Buffer.alloc(32, 2).toString('base64')}`,
};

function keysOf(text: string): TokenKeys {
  const read = readTokenKeys(text);
  if (read.kind === 'wrong') throw new Error(read.sentence);
  return read.keys;
}

withTestDatabases('slack', (db) => {
  beforeEach(() => seedAdmin(db));

  const installed = (team: string, token = `xoxb-${team}`) =>
    db.prisma.slackInstallation.create({
      data: {
        team,
        teamName: 'Made-up people',
        botUserId: 'U0BOT',
        sealedToken: sealToken(token, { team, keys: keysOf(written.old) }),
        installedAt: now,
      },
    });
  const slack = (...argv: string[]) => type(db, ['--as', 'S-2', 'slack', ...argv]);
  const stateOf = async (team: string) =>
    (await db.prisma.slackInstallation.findUnique({ where: { team } }))?.state;

  test('list shows which workspaces wait, which count and for whom, and says how one comes to be there', async () => {
    expect((await slack('list')).lines.join()).toContain('/slack/install');
    await installed('T0POLICE');
    await installed('T0COUNCIL');
    expect((await slack('approve', 'T0COUNCIL', '--agency', 'COUNCIL')).code).toBe(0);
    expect((await slack('list')).lines).toEqual([
      'T0POLICE “Made-up people”: installed 2026-11-23T10:00:00.000Z, waits for approval (key k1)',
      'T0COUNCIL “Made-up people”: of council, approved 2026-11-23T10:00:00.000Z (key k1)',
    ]);
    const audit = await db.pg(`SELECT action, "subjectId", "actorKind" FROM "AuditEvent" ORDER BY id`);
    expect(audit).toEqual([
      { action: 'workspace.approved', subjectId: 'T0COUNCIL', actorKind: 'command_line' },
      { action: 'tenant.linked', subjectId: 'slack:T0COUNCIL', actorKind: 'command_line' },
    ]);
  });

  test.each([
    [
      'a workspace that never installed the app',
      ['approve', 'T0NONE', '--agency', 'police'],
      '/slack/install',
    ],
    ['an agency nobody knows', ['approve', 'T0POLICE', '--agency', 'navy'], 'council, police'],
  ])('%s is not approved, and it is said what to do', async (_what, argv, sentence) => {
    await installed('T0POLICE');
    const { code, lines } = await slack(...argv);
    expect([code, lines.join()]).toEqual([1, expect.stringContaining(sentence)]);
    expect(await stateOf('T0POLICE')).toBe('pending');
  });

  test('one that removed the app is not approved before it has installed it again', async () => {
    await installed('T0POLICE');
    await db.prisma.slackInstallation.updateMany({ data: { state: 'revoked', sealedToken: null } });
    expect((await slack('approve', 'T0POLICE', '--agency', 'police')).lines.join()).toContain(
      'install it again',
    );
    expect(await stateOf('T0POLICE')).toBe('revoked');
  });

  test('an officer may neither list nor approve, withdraw or re-encrypt', async () => {
    await installed('T0POLICE');
    for (const argv of [
      ['list'],
      ['approve', 'T0POLICE', '--agency', 'police'],
      ['withdraw', 'T0POLICE'],
      ['reencrypt'],
    ])
      expect(await type(db, ['--as', 'S-3', 'slack', ...argv], {}, written.old)).toMatchObject({
        code: 1,
        lines: [expect.stringContaining('Your role does not allow this')],
      });
    expect(await stateOf('T0POLICE')).toBe('pending');
  });

  test('reencrypt moves every token to the newest key: afterwards the old one is not needed', async () => {
    await installed('T0POLICE');
    await installed('T0COUNCIL');
    const both = `${written.young},${written.old}`;
    const reencrypt = () => type(db, ['--as', 'S-2', 'slack', 'reencrypt'], {}, both);
    expect(await reencrypt()).toMatchObject({
      code: 0,
      lines: ['Moved to the key k2: 2. There already: 0.', 'No older key is needed any more.'],
    });
    for (const { team, sealedToken } of await db.prisma.slackInstallation.findMany())
      expect(openToken(sealedToken ?? '', { team, keys: keysOf(written.young) })).toBe(`xoxb-${team}`);
    expect((await reencrypt()).lines[0]).toBe('Moved to the key k2: 0. There already: 2.');
    expect(
      await db.pg(`SELECT 1 FROM "AuditEvent" WHERE action = 'workspace.token_reencrypted'`),
    ).toHaveLength(2);
  });

  test('reencrypt names the workspace whose key is missing, and shows neither tokens nor keys', async () => {
    await installed('T0POLICE');
    const { code, lines } = await type(db, ['--as', 'S-2', 'slack', 'reencrypt'], {}, written.young);
    expect([code, lines.join(' ')]).toEqual([1, expect.stringContaining('the token of T0POLICE')]);
    expect(lines.join(' ')).not.toMatch(/xoxb|AgIC|AQEB/);
    expect((await slack('list')).lines.join()).toContain('(key k1)');
  });

  test('reencrypt without keys says where they come from', async () => {
    expect(await slack('reencrypt')).toMatchObject({
      code: 1,
      lines: [expect.stringContaining('SLACK_TOKEN_KEYS: Key 1 can')],
    });
  });
});
