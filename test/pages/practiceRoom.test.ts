import type { Browser, Page } from 'playwright-core';
import { drawQrCode } from '../../src/conversation/views/qrCode';
import { describeWithBrowser, openBrowser } from '../helpers/browser';
import { answerLikeRollcall } from '../helpers/practiceDemo';
import { type PracticeServer, startPracticeServer } from '../helpers/practiceServer';
import { scanBitmap } from '../helpers/scanQrCode';

jest.setTimeout(30_000);

const example = 'Kai Brown 14 costello, festival place just now w 2 mates, says dentist, walked him back';

describeWithBrowser('the practice room’s page', (executablePath) => {
  let browser: Browser;
  let server: PracticeServer;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    browser = await openBrowser(executablePath);
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    server = await startPracticeServer();
    answerLikeRollcall(server);
    complaints = [];
    page = await open('dana');
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server.close();
    expect(complaints).toEqual([]);
  });

  /** A window of its own, being one person. */
  async function open(userId: string, viewport = { width: 1280, height: 800 }): Promise<Page> {
    const opened = await browser.newPage({ viewport });
    opened.setDefaultTimeout(5_000);
    opened.on('pageerror', (error) => complaints.push(error.message));
    opened.on('console', (line) => {
      if (/Content Security|violates/.test(line.text())) complaints.push(line.text());
    });
    await opened.goto(`${server.origin}/#as=${userId}`);
    await opened.locator('[data-person]').first().waitFor();
    return opened;
  }

  const box = () => page.getByRole('textbox', { name: 'Message to' });
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  async function receiveCard(): Promise<void> {
    await box().fill(example);
    await box().press('Enter');
    await button('Save').waitFor();
  }

  test('says that everyone is made up and nothing leaves this machine', async () => {
    await page.getByText('everyone here is made up. Nothing leaves this machine.').waitFor();
  });

  test('an example fills the message box and is sent only when one says so', async () => {
    await page.getByRole('button', { name: example }).first().click();
    expect(await box().inputValue()).toBe(example);
    expect(server.conversation.received).toEqual([]);
    await button('Send').click();
    await page.getByRole('heading', { name: 'Check and save: 1 child' }).waitFor();
    expect(await box().inputValue()).toBe('');
  });

  test('with the keyboard alone: write, Enter, Tab to Save, Enter, and the focus stays with the receipt', async () => {
    for (let steps = 0; !(await isFocused(page, '#message-box')) && steps < 60; steps += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type(example);
    await page.keyboard.press('Enter');
    await button('Save').waitFor();
    for (
      let steps = 0;
      !(await isFocused(page, 'button[title="Save"], .ac-pushButton.style-positive')) && steps < 60;
      steps += 1
    ) {
      await page.keyboard.press('Shift+Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Saved as E-1042 at 10:53' }).waitFor();
    expect(await isFocused(page, '[data-message]')).toBe(true);
  });

  test('a form keeps what was typed when there is an error, and gives the focus back when closed', async () => {
    await receiveCard();
    await button('Change').click();
    const age = page.getByRole('spinbutton', { name: 'Age' });
    await age.fill('15');
    await page.getByRole('textbox', { name: 'Note' }).fill('waiting for his nan');
    await button('Save changes').click();
    await page.getByText('1 thing to put right').waitFor();
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('waiting for his nan');
    expect(await age.getAttribute('aria-invalid')).toBe('true');
    expect(await isFocused(page, '[aria-invalid]')).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Change');
  });

  test('an accepted form closes', async () => {
    await button('Use a form').click();
    await page.getByRole('dialog', { name: 'Change the encounter' }).waitFor();
    await button('Save changes').click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(server.conversation.responded.at(-1)).toMatchObject({
      kind: 'submit',
      session: 'form-1',
      values: { givenName: 'Kai', age: 14, time: '10:40', companion: 'friends', schoolContacted: false },
    });
  });

  test('a message that was not taken says so and stays in the box; sent again it arrives once', async () => {
    server.conversation.onReceive = async () => {
      throw new Error('away');
    };
    await box().fill(example);
    await box().press('Enter');
    await page.getByRole('alert').getByText('Not saved yet').waitFor();
    expect(await box().inputValue()).toBe(example);
    answerLikeRollcall(server);
    await button('Send').click();
    await button('Save').waitFor();
    expect(await page.getByText('walked him back', { exact: false }).locator('visible=true').count()).toBe(1);
  });

  test('a doubled click is one press', async () => {
    await receiveCard();
    await button('Someone else').dblclick();
    await page.getByText('That is with Marcus Hale').waitFor();
    expect(server.conversation.responded.filter(({ kind }) => kind === 'press')).toHaveLength(1);
  });

  test('a channel post appears for a colleague without reloading, and is counted as new', async () => {
    const other = await open('marcus');
    await page.getByRole('button', { name: 'Hampshire Police' }).click();
    await box().fill('anyone near Popley?');
    await box().press('Enter');
    await other.getByRole('button', { name: 'Hampshire Police 1 new' }).click();
    await other.locator('.bubble', { hasText: 'anyone near Popley?' }).waitFor();
  });

  test('one can be anyone, and sees what they see', async () => {
    await receiveCard();
    await page.getByRole('button', { name: 'Ines Ferreira' }).click();
    await page.getByText('only Ines Ferreira and Rollcall see this').waitFor();
    expect(await page.locator('[data-message]').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Hampshire Police' }).count()).toBe(0);
  });

  test('one’s own message can be edited and deleted', async () => {
    await receiveCard();
    await page.getByRole('button', { name: /^More for your message/ }).click();
    await button('Edit').click();
    await page.getByRole('textbox', { name: 'Change your message' }).fill('Kai Brown 13 costello');
    await button('Save change').click();
    await page.locator('.bubble', { hasText: 'Kai Brown 13 costello' }).waitFor();
    await page.getByText('· edited').waitFor();
    await page.getByRole('button', { name: /^More for your message/ }).click();
    await button('Delete').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('This message was deleted.').waitFor();
    expect(server.conversation.received.map(({ kind }) => kind)).toEqual(['message', 'edited', 'deleted']);
  });

  test('a switch shows every card as Slack gets it, with its JSON, and its buttons work', async () => {
    await receiveCard();
    await page.getByRole('radio', { name: 'Slack' }).check();
    await page.getByText('Block Kit JSON').click();
    await page.locator('pre', { hasText: '"blocks"' }).waitFor();
    await button('Save').click();
    await page.getByRole('heading', { name: 'Saved as E-1042 at 10:53' }).waitFor();
  });

  test.each(['Teams', 'Slack'])(
    'a code on a card can be scanned from the screen, as %s draws it',
    async (look) => {
      const address = 'https://www.example.org/attendance-days-privacy';
      const account = { platform: 'practice', tenant: 'practice', userId: 'dana' } as const;
      await server.channel.sender.deliver({
        id: 'code',
        tenant: 'practice',
        to: { kind: 'person', account, reference: null },
        operation: 'post',
        card: {
          title: 'Tell the child',
          summary: 'Tell the child',
          blocks: [
            {
              kind: 'image',
              png: drawQrCode(address)?.toString('base64') ?? '',
              alt: 'QR code of the notice',
            },
          ],
        },
      });
      await page.getByRole('radio', { name: look }).check();
      const picture = page.getByRole('img', { name: 'QR code of the notice' });
      await picture.waitFor();
      const lines = String(await page.evaluate(blackOf('QR code of the notice'))).split('\n');
      const rows = lines.map((line) => [...line].map((pixel) => pixel === '1'));
      expect(scanBitmap({ width: lines[0]?.length ?? 0, height: lines.length, rows })).toBe(address);
      const shown = await picture.boundingBox();
      expect(shown?.width).toBeGreaterThanOrEqual(200);
      expect(shown?.width).toBe(shown?.height);
    },
  );

  test('a child whose name is formatting stays a name', async () => {
    const name = '<img src=x onerror=alert(1)> *Jo* _x_ [a](https://example.org)';
    await box().fill(name);
    await box().press('Enter');
    await page.locator('.bubble').getByText(name, { exact: true }).waitFor();
    const account = { platform: 'practice', tenant: 'practice', userId: 'dana' } as const;
    await server.channel.sender.deliver({
      id: 'formatted',
      tenant: 'practice',
      to: { kind: 'person', account, reference: null },
      operation: 'post',
      card: { title: name, summary: 'Check', blocks: [{ kind: 'text', text: name }] },
    });
    await page.getByRole('heading', { name, exact: true }).waitFor();
    expect(await page.locator('main img, main a').count()).toBe(0);
  });

  test('new messages are said to a screen reader', async () => {
    await receiveCard();
    expect(await page.locator('[aria-live=polite]#announcer').textContent()).toBe(
      'Rollcall: Check and save: 1 child. Check 1 encounter, Festival Place 10:40',
    );
  });

  test.each([
    ['a wide page', { width: 1280, height: 800 }],
    ['a phone', { width: 360, height: 740 }],
  ])(
    'on %s everything has a name, is large enough to press, and nothing scrolls sideways',
    async (_name, viewport) => {
      await page.setViewportSize(viewport);
      await receiveCard();
      expect(await page.evaluate(unnamed)).toEqual([]);
      expect(await page.evaluate(tooSmall)).toEqual([]);
      expect(await page.evaluate(skippedHeadings)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await button('Change').click();
      await page.getByRole('dialog').waitFor();
      expect(await page.evaluate(unnamed)).toEqual([]);
      expect(await page.evaluate(tooSmall)).toEqual([]);
    },
  );

  test('on a phone people and conversations are behind a menu', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.getByRole('button', { name: 'Ines Ferreira' }).isVisible()).toBe(false);
    await button('Menu').click();
    await page.getByRole('button', { name: 'Ines Ferreira' }).click();
    await page.getByText('only Ines Ferreira and Rollcall see this').waitFor();
    expect(await page.getByRole('button', { name: 'Marcus Hale' }).isVisible()).toBe(false);
  });

  test('all text stands out from its ground at least 4.5 to 1', async () => {
    await receiveCard();
    expect(await page.evaluate(paleText)).toEqual([]);
    await page.getByRole('radio', { name: 'Slack' }).check();
    expect(await page.evaluate(paleText)).toEqual([]);
    await button('Change').click();
    await button('Save changes').waitFor();
    expect(await page.evaluate(paleText)).toEqual([]);
  });
});

async function isFocused(page: Page, selector: string): Promise<boolean> {
  return (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) === true;
}

// These run in the page, so they are written as text: the tests themselves know no document.
const shown = `[...document.querySelectorAll('button, input, textarea, select, summary, a[href]')]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))`;

/** Controls that a screen reader could not name. */
const unnamed = `${shown}
  .filter((one) => !(one.textContent.trim() || one.getAttribute('aria-label') || one.labels?.length ||
    (one.getAttribute('aria-labelledby') ?? '').split(' ').some((id) => document.getElementById(id)?.textContent)))
  .map((one) => one.outerHTML.slice(0, 120))`;

/** Controls under 44 by 44 pixels, where the label around or beside a small one counts with it. */
const tooSmall = `${shown}
  .filter((one) => !['checkbox', 'radio'].includes(one.type) && !one.closest('.skip') && !one.matches('.skip'))
  .filter((one) => { const { width, height } = one.getBoundingClientRect(); return width < 43.5 || height < 43.5; })
  .map((one) => one.outerHTML.slice(0, 120))`;

/** Headings more than one level under the one before. */
const skippedHeadings = `[...document.querySelectorAll('h1, h2, h3, h4, [role=heading]')]
  .filter((one) => one.checkVisibility())
  .map((one) => ({ level: Number(one.getAttribute('aria-level') ?? one.tagName[1]), text: one.textContent }))
  .filter(({ level }, index, all) => level > (all[index - 1]?.level ?? 0) + 1)`;

/** Visible text whose contrast with the nearest painted ground is under 4.5 to 1. */
const paleText = `(() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const [r, g, b, a = 1] = parts(getComputedStyle(at).backgroundColor);
      if (a > 0.99) return [r, g, b];
    }
    return [255, 255, 255];
  };
  return [...document.querySelectorAll('body *')]
    .filter((one) => one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((one) => !one.closest('.for-screen-readers'))
    .map((one) => {
      const [low, high] = [light(parts(getComputedStyle(one).color)), light(ground(one))].sort((x, y) => x - y);
      return { text: one.textContent.slice(0, 40), ratio: (high + 0.05) / (low + 0.05) };
    })
    .filter(({ ratio }) => ratio < 4.5);
})()`;

/** The picture with these words as the browser decoded it: a line for each row of pixels, 1 where it is black. */
const blackOf = (alt: string) => `(async () => {
  const picture = document.querySelector('img[alt="${alt}"]');
  await picture.decode();
  const canvas = document.createElement('canvas');
  const [width, height] = [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
  const ink = canvas.getContext('2d');
  ink.drawImage(picture, 0, 0);
  const { data } = ink.getImageData(0, 0, width, height);
  const isBlack = (x, y) => data[(y * width + x) * 4] < 128 && data[(y * width + x) * 4 + 3] === 255;
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) => (isBlack(x, y) ? '1' : '0')).join('')).join('\\n');
})()`;
