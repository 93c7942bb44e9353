import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { renderCard as renderAdaptive } from '../../../src/channels/adaptive/renderCard';
import { renderForm as renderAdaptiveForm } from '../../../src/channels/adaptive/renderForm';
import { renderCard as renderSlack } from '../../../src/channels/slack/render/renderCard';
import { renderForm as renderSlackForm } from '../../../src/channels/slack/render/renderForm';
import { renderHome } from '../../../src/channels/slack/render/renderHome';
import type { FormView, View } from '../../../src/conversation/model/outcome';
import { mintTokens } from '../../../src/conversation/outgoing/mintTokens';
import { noWrites } from '../../../src/data/lastWrites';
import type { Work } from '../../../src/data/unitOfWork';
import { objectionsToCard } from '../../helpers/adaptiveLimits';
import { breachesOfMessage, breachesOfView } from '../../helpers/slackLimits';
import { buttonsOf as slackButtonsOf } from '../../helpers/slackView';
import { buttonsOf } from '../../helpers/teamsCards';
import { everyForm, everyView } from './everyView';

const minting = mintTokens({
  now: new Date('2026-11-24T10:52:00Z'),
  last: noWrites(),
} as unknown as Work);
const numRuns = 40;

const folder = join(__dirname, '../../../src/conversation/views');

/** What the views' files export that is, or makes, a view or a form. */
function makersOf(type: 'View' | 'FormView'): string[] {
  const sources = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const exported = sources.flatMap((source) => source.split(/^export /m).slice(1));
  return exported
    .filter((part) => new RegExp(`^(?:.*\\)|const \\w+): ${type} (?:\\{|=)`, 'm').test(part))
    .map((part) => /^(?:function|const) (\w+)/.exec(part)?.[1] ?? part);
}

describe('every card, whatever people wrote', () => {
  test('is looked at here', () => {
    expect(Object.keys(everyView).sort()).toEqual(makersOf('View').sort());
  });

  test.each(Object.entries<fc.Arbitrary<View>>(everyView))(
    '%s is one that Slack takes, as a message and as Home',
    (_name, views) => {
      fc.assert(
        fc.property(views, (view) => {
          const card = minting.card(view, 'staff');
          const tokens = tokensOf(card.blocks);
          const message = renderSlack(card);
          expect(breachesOfMessage(message)).toEqual([]);
          expect(message.text).not.toMatch(/[<>]/);
          expect(breachesOfView(renderHome(card))).toEqual([]);
          expect(slackButtonsOf(message.blocks).map((one) => one.token)).toEqual(tokens);
        }),
        { numRuns },
      );
    },
  );

  test.each(Object.entries<fc.Arbitrary<View>>(everyView))(
    '%s is one that Teams and the practice room draw whole',
    (_name, views) => {
      fc.assert(
        fc.property(views, (view) => {
          const card = minting.card(view, 'staff');
          const drawn = renderAdaptive(card);
          expect(objectionsToCard(drawn)).toEqual([]);
          expect(buttonsOf(drawn).map((one) => one.token)).toEqual(tokensOf(card.blocks));
        }),
        { numRuns },
      );
    },
  );
});

describe('every form, whatever people wrote', () => {
  test('is looked at here', () => {
    expect(Object.keys(everyForm).sort()).toEqual(makersOf('FormView').sort());
  });

  test.each(Object.entries<fc.Arbitrary<FormView>>(everyForm))(
    '%s is one that Slack, Teams and the practice room draw whole',
    (_name, forms) => {
      fc.assert(
        fc.property(forms, (view) => {
          const form = minting.form(view, 'staff');
          expect(breachesOfView(renderSlackForm(form))).toEqual([]);
          expect(objectionsToCard(renderAdaptiveForm(form))).toEqual([]);
        }),
        { numRuns },
      );
    },
  );
});

function tokensOf(blocks: ReturnType<typeof minting.card>['blocks']): string[] {
  return blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons.map(({ token }) => token) : []));
}
