import { join } from 'node:path';
import pino from 'pino';
import type { Browser, Page } from 'playwright-core';
import { readConfig } from '../../src/config';
import { type Service, startService } from '../../src/service/startService';
import { describeWithBrowser, openBrowser } from '../helpers/browser';
import { withTestServer } from '../helpers/database';

jest.setTimeout(60_000);

/** With PICTURES=1 the README's picture is taken anew. */
const picture = join(__dirname, 'practice-room.png');

withTestServer('the practice room as a newcomer finds it', (db) => {
  describeWithBrowser('in a browser', (executablePath) => {
    let browser: Browser;
    let service: Service;
    let page: Page;

    beforeAll(async () => {
      browser = await openBrowser(executablePath);
      service = await startService({
        config: readConfig({ PORT: '0', DATABASE_URL: db.url }),
        clock: () => new Date(),
        log: pino({ level: 'silent' }),
      });
      page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      page.setDefaultTimeout(15_000);
    });
    afterAll(async () => {
      await browser.close();
      await service.stop();
    });

    const say = async (text: string) => {
      await page.getByRole('textbox', { name: 'Message to' }).fill(text);
      await page.keyboard.press('Enter');
    };
    const press = (name: string) => page.getByRole('button', { name, exact: true }).last().click();
    const see = (text: string | RegExp) => page.getByText(text).last().waitFor();

    test('there are made-up colleagues of every agency, pupils, and an Attendance Day today', async () => {
      await page.goto(`${service.url}/#as=ama.osei`);
      await see('everyone here is made up. Nothing leaves this machine.');
      for (const agency of [
        'Hampshire County Council',
        'Hampshire Constabulary',
        'Basingstoke Community Safety',
      ])
        await see(agency);
      expect(await db.prisma.child.count()).toBeGreaterThan(50);
      expect(await db.prisma.attendanceDay.count()).toBe(1);
    });

    test('an officer writes one message, amends it, saves it, changes it and undoes it', async () => {
      await say('kai brown 14 costello, festival place just now w 2 mates, says dentist, walked him back');
      await see(/Likely: Kai Brown, 14/);
      if (process.env.PICTURES === '1') await page.screenshot({ path: picture });
      await say('with his nan');
      await see('Changed: with another adult.');
      await press('Save');
      await see(/Saved as E-1001 at/);
      await press('Change');
      await page.getByLabel('What happened').selectOption({ label: 'Taken home' });
      await press('Save changes');
      await see('Changed and saved. What it said before is kept.');
      await press('Undo');
      await see(/Undone: E-1001/);
      const encounter = await db.prisma.encounter.findFirstOrThrow({
        include: { revisions: { orderBy: { number: 'asc' } } },
      });
      expect(encounter.revisions.map((revision) => revision.kind)).toEqual(['saved', 'changed', 'undone']);
    });

    test('somebody nobody has registered is told how to ask for access', async () => {
      await page.goto(`${service.url}/#as=new-colleague`);
      await page.reload();
      await page.locator('[data-person]').first().waitFor();
      await see('Visitor (new-colleague)');
      await say('anything known on kai brown?');
      await see('Your account is not registered');
    });
  });
});
