import { actionSchema, formActions } from '../../../src/conversation/model/action';
import type { FormView, View } from '../../../src/conversation/model/outcome';
import { type Minting, mintTokens } from '../../../src/conversation/outgoing/mintTokens';
import { noWrites } from '../../../src/data/lastWrites';
import { inOneTransaction, type Work } from '../../../src/data/unitOfWork';
import { withTestDatabases } from '../../helpers/database';

const me = '00000000-0000-4000-8000-000000000001';
const encounterId = '00000000-0000-4000-8000-000000000009';
const now = new Date('2026-11-24T11:00:00Z');
const view: View = {
  title: 'A title',
  summary: 'A summary',
  blocks: [
    { kind: 'text', text: 'Words' },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Open', style: 'primary', action: { name: 'encounter.open', encounterId } },
        { label: 'Change', style: 'plain', action: { name: 'encounter.change', encounterId } },
      ],
    },
    { kind: 'buttons', buttons: [] },
    { kind: 'divider' },
  ],
};
const form: FormView = {
  purpose: { name: 'encounter.handOver', encounterId },
  title: 'Handed over',
  submitLabel: 'Save',
  fields: [{ id: 'to', kind: 'text', label: 'To whom', optional: false }],
  values: { to: 'his nan' },
  filled: { to: null, time: '10:52' },
  errors: { to: 'Write more.' },
};

withTestDatabases('buttons and forms', (db) => {
  afterEach(() => db.truncate());

  const mint = <T>(use: (minting: Minting) => T): Promise<T> =>
    inOneTransaction({ prisma: db.prisma, now, actor: { kind: 'service' } }, async (work) =>
      use(mintTokens(work)),
    );

  test('a button gets a name that says nothing; what it does, for whom and until when is stored', async () => {
    const { blocks, ...rest } = await mint((minting) => minting.card(view, me));
    expect(rest).toEqual({ title: 'A title', summary: 'A summary' });
    expect(blocks).toEqual([
      { kind: 'text', text: 'Words' },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Open', style: 'primary', token: expect.stringMatching(/^[\w-]{22}$/) },
          { label: 'Change', style: 'plain', token: expect.stringMatching(/^[\w-]{22}$/), opensForm: true },
        ],
      },
      { kind: 'divider' },
    ]);
    const tokens = blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
    const rows = await db.prisma.buttonToken.findMany({ orderBy: { action: 'desc' } });
    expect(rows).toEqual(
      (['encounter.open', 'encounter.change'] as const).map((name, index) => ({
        token: tokens[index]?.token,
        action: name,
        subject: { name, encounterId },
        staffId: me,
        expiresAt: new Date('2026-12-08T11:00:00Z'),
        createdAt: now,
      })),
    );
    expect(rows.map((row) => actionSchema.safeParse(row.subject).success)).toEqual([true, true]);
  });

  test('whom nobody knows gets no buttons', async () => {
    const card = await mint((minting) => minting.card(view, null));
    expect(card.blocks.map(({ kind }) => kind)).toEqual(['text', 'divider']);
    expect(await db.prisma.buttonToken.count()).toBe(0);
  });

  test('a form gets a name that says nothing; what it is for and what stands in it is stored for twelve hours', async () => {
    const { purpose, filled, ...shown } = form;
    const opened = await mint((minting) => minting.form(form, me));
    expect(opened).toEqual({ ...shown, session: expect.stringMatching(/^[\w-]{22}$/) });
    expect(await db.prisma.formSession.findMany()).toEqual([
      {
        id: opened.session,
        staffId: me,
        form: 'encounter.handOver',
        subject: purpose,
        filled,
        usedAt: null,
        expiresAt: new Date('2026-11-24T23:00:00Z'),
        createdAt: now,
      },
    ]);
  });

  test('no name is given twice', async () => {
    const names = await mint((minting) => [
      ...Array.from({ length: 50 }, () => minting.form(form, me).session),
      ...Array.from({ length: 50 }, () => JSON.stringify(minting.card(view, me))),
    ]);
    expect(new Set(names).size).toBe(100);
    expect(await db.prisma.buttonToken.count()).toBe(100);
    expect(await db.prisma.formSession.count()).toBe(50);
  });
});

test('Teams is told of exactly those buttons that open a form', () => {
  const minting = mintTokens({ now, last: noWrites() } as unknown as Work);
  const blocks = minting.card(view, me).blocks;
  const opening = blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
  expect(opening.map((one) => 'opensForm' in one)).toEqual([false, true]);
  expect(formActions).toContain('encounter.change');
});
