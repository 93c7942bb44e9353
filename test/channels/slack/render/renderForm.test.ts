import fc from 'fast-check';
import { readForm } from '../../../../src/channels/slack/receive/readForm';
import { renderForm } from '../../../../src/channels/slack/render/renderForm';
import type { Field, FieldValue, Form, Option } from '../../../../src/conversation/model/form';
import { breachesOfView } from '../../../helpers/slackLimits';
import { wordsOf } from '../../../helpers/slackView';
import { filledIn } from '../../../helpers/slackViewState';
import { hostileText } from './hostileText';

const option: fc.Arbitrary<Option> = fc.record({
  value: fc.oneof(fc.uuid(), hostileText),
  label: hostileText,
});
const options = fc.oneof(
  fc.array(option, { maxLength: 14 }),
  fc.array(option, { minLength: 99, maxLength: 240 }),
);
const base = { label: hostileText, hint: hostileText, optional: fc.boolean() };
const withoutId = fc.oneof(
  fc.record({ ...base, kind: fc.constant('text' as const), maxLength: fc.integer({ min: 1, max: 5000 }) }),
  fc.record({ ...base, kind: fc.constant('longText' as const) }),
  fc.record({ ...base, kind: fc.constant('date' as const) }),
  fc.record({ ...base, kind: fc.constant('time' as const) }),
  fc.record({ ...base, kind: fc.constant('number' as const), min: fc.constant(0), max: fc.nat(120) }),
  fc.record({ ...base, kind: fc.constant('choice' as const), options }),
  fc.record({ ...base, kind: fc.constant('choices' as const), options }),
  fc.record({ ...base, kind: fc.constant('yesNo' as const) }),
  fc.record({ ...base, kind: fc.constant('search' as const), source: fc.constantFrom('schools', 'places') }),
);
const value: fc.Arbitrary<FieldValue> = fc.oneof(
  hostileText,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('2026-11-24', '10:40', '2026-02-31', '25:00', '14'),
  fc.array(fc.oneof(fc.uuid(), hostileText), { maxLength: 4 }),
);
const anyForm: fc.Arbitrary<Form> = fc
  .record({
    title: hostileText,
    intro: hostileText,
    submitLabel: hostileText,
    fields: fc.array(fc.tuple(withoutId, value, fc.option(hostileText)), { maxLength: 110 }),
  })
  .map(({ fields, ...rest }) => ({
    ...rest,
    session: 'session-1',
    fields: fields.map(([field], index): Field => ({ ...field, id: `f${index}` })),
    values: Object.fromEntries(fields.map(([, each], index) => [`f${index}`, each])),
    errors: Object.fromEntries(
      fields.flatMap(([, , error], index) => (error === null ? [] : [[`f${index}`, error]])),
    ),
  }));

describe('any form', () => {
  it('is a modal Slack takes', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(breachesOfView(renderForm(form))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('submitted untouched never writes back a value that was cut or changed', () => {
    const textForm = fc.array(hostileText, { minLength: 1, maxLength: 10 }).map((texts) => {
      const kinds = ['text', 'longText', 'search'] as const;
      const fields = texts.map((_, index): Field => {
        const kind = kinds[index % 3] ?? 'text';
        const shared = { id: `f${index}`, label: 'L', optional: true };
        return kind === 'search' ? { ...shared, kind, source: 'places' } : { ...shared, kind };
      });
      return { texts, fields };
    });
    fc.assert(
      fc.property(textForm, ({ texts, fields }) => {
        const values = Object.fromEntries(texts.map((text, index) => [`f${index}`, text]));
        const view = renderForm({ ...plainForm, fields, values });
        const back = readForm(parsed(filledIn({ ...view }, {})));
        for (const [id, text] of Object.entries(values)) {
          const storable = text.replaceAll('\0', '\uFFFD').replace(/\p{Surrogate}/gu, '\uFFFD');
          expect([storable === '' ? null : storable, undefined]).toContain(back[id]);
        }
      }),
      { numRuns: 150 },
    );
  });
});

const plainForm: Form = {
  session: 's',
  title: 'Change the encounter',
  submitLabel: 'Save',
  fields: [],
  values: {},
  errors: {},
};
const choiceOf = (count: number, optional = false): Field => ({
  id: 'c',
  kind: 'choice',
  label: 'Patrol',
  optional,
  options: Array.from({ length: count }, (_, index) => ({ value: `p${index}`, label: `Patrol ${index}` })),
});

describe('a form', () => {
  it('offers every one of many choices', () => {
    const view = renderForm({ ...plainForm, fields: [choiceOf(250)], values: { c: 'p249' } });
    expect(breachesOfView(view)).toEqual([]);
    for (const index of [0, 99, 100, 249]) {
      expect(readForm(parsed(filledIn({ ...view }, { c: `p${index}` })))).toEqual({ c: `p${index}` });
    }
    expect(readForm(parsed(filledIn({ ...view }, {})))).toEqual({ c: 'p249' });
  });

  it('keeps a choice that is no longer offered', () => {
    const view = renderForm({ ...plainForm, fields: [choiceOf(3)], values: { c: 'closed patrol' } });
    expect(readForm(parsed(filledIn({ ...view }, {})))).toEqual({ c: 'closed patrol' });
  });

  it('opened with errors names them on top and at their fields, with what was typed', () => {
    const view = renderForm({
      ...plainForm,
      fields: [{ id: 'name', kind: 'text', label: 'Name', optional: false }],
      values: { name: 'K' },
      errors: { name: 'Write the whole name.' },
    });
    expect(wordsOf(view)).toMatch(/Name: Write the whole name\.[\s\S]*⚠ Write the whole name\.\nName/);
    expect(JSON.stringify(view)).toContain('"initial_value":"K"');
  });

  it('says in words where a choice has nothing to choose from', () => {
    expect(wordsOf(renderForm({ ...plainForm, fields: [choiceOf(0)] }))).toMatch(
      /Patrol: Nothing to choose from/,
    );
  });

  it('refuses to be made with a session that Slack would cut', () => {
    expect(() => renderForm({ ...plainForm, session: 'x'.repeat(3001) })).toThrow(/too long/);
  });
});

function parsed(state: Record<string, Record<string, unknown>>): Parameters<typeof readForm>[0] {
  return JSON.parse(JSON.stringify(state));
}
