import fc from 'fast-check';
import { readSubmit } from '../../../src/channels/adaptive/readSubmit';
import { renderForm } from '../../../src/channels/adaptive/renderForm';
import type { Field, Form, FormValues } from '../../../src/conversation/model/form';
import { fillIn, inputsOf, textOf } from '../../helpers/teamsCards';
import { objectionsTo } from '../../helpers/teamsParsedCard';
import { hostileText } from './hostile';

const options = [
  { value: 'went home', label: 'Went home' },
  { value: 'a,b%', label: 'Back to school' },
  { value: 'x', label: '*Other*' },
];
const fields: readonly Field[] = [
  { id: 'name', label: 'Name', optional: false, kind: 'text', maxLength: 100, hint: 'As they say it' },
  { id: 'says', label: 'Says', optional: true, kind: 'longText' },
  { id: 'born', label: 'Born', optional: true, kind: 'date' },
  { id: 'met', label: 'Time', optional: true, kind: 'time' },
  { id: 'age', label: 'Age', optional: true, kind: 'number', min: 4, max: 19 },
  { id: 'outcome', label: 'Outcome', optional: true, kind: 'choice', options },
  { id: 'reasons', label: 'Reasons', optional: true, kind: 'choices', options },
  { id: 'alone', label: 'On their own', optional: false, kind: 'yesNo' },
  { id: 'school', label: 'School', optional: false, kind: 'search', source: 'schools' },
];
const values: FormValues = {
  name: 'Jo',
  says: 'dentist\nand home',
  born: '2012-03-04',
  met: '10:40',
  age: 14,
  outcome: 'a,b%',
  reasons: ['went home', 'a,b%'],
  alone: true,
  school: 'The Costello School',
};
const form = (over: Partial<Form> = {}): Form => ({
  session: 'session-1',
  title: 'Change encounter',
  submitLabel: 'Save',
  fields,
  values,
  errors: {},
  ...over,
});

describe('a form in Teams and the practice room', () => {
  test('submitted untouched, every value comes back as it was', () => {
    expect(readSubmit(fillIn(renderForm(form()), {}))).toEqual({
      kind: 'submit',
      session: 'session-1',
      values,
    });
  });

  test('an empty form comes back empty, also from a client that leaves empty inputs out', () => {
    const empty = {
      ...Object.fromEntries(fields.map((field) => [field.id, null])),
      reasons: [],
      alone: false,
    };
    const card = renderForm(form({ values: {} }));
    const { session, fields: listed } = fillIn(card, {});
    expect(readSubmit(fillIn(card, {}))).toMatchObject({ values: empty });
    expect(readSubmit({ session, fields: listed })).toMatchObject({ values: empty });
  });

  test('a choice can be taken back', () => {
    expect(readSubmit(fillIn(renderForm(form()), { outcome: null }))).toMatchObject({
      values: { outcome: null },
    });
    expect(JSON.stringify(renderForm(form()))).toContain('No answer');
  });

  test('whatever was typed into a field comes back unchanged', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom('name', 'says', 'school'), (typed, field) => {
        const back = readSubmit(fillIn(renderForm(form({ values: { ...values, [field]: typed } })), {}));
        expect(back).toMatchObject({ values: { [field]: typed === '' ? null : typed } });
      }),
      { numRuns: 200 },
    );
  });

  test('something wrong that was typed into a date, time or number still stands in its field', () => {
    const typed = { ...values, born: '4 March', met: 'half ten', age: 'about 14' };
    const inputs = inputsOf(renderForm(form({ values: typed })));
    const shown = Object.fromEntries(inputs.map((input) => [input.field, input.value]));
    expect(shown).toMatchObject({ born: '4 March', met: 'half ten', age: 'about 14' });
  });

  test('every form is one Microsoft draws whole', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (label, error, value) => {
        const labelled = fields.map((field) => ({ ...field, label, hint: label }));
        const drawn = renderForm(
          form({
            fields: labelled,
            title: label,
            intro: error,
            errors: { name: error },
            values: { ...values, says: value },
          }),
        );
        expect(objectionsTo(drawn)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test('every input has a label, and required ones say what is missing', () => {
    for (const input of inputsOf(renderForm(form()))) expect(input.label).not.toBe('');
    expect(renderForm(form()).body).toContainEqual(
      expect.objectContaining({
        id: 'text.name',
        isRequired: true,
        errorMessage: 'Give an answer for “Name”.',
      }),
    );
  });

  test('errors are listed on top and stand directly above their field', () => {
    const card = renderForm(
      form({ errors: { school: 'No school is called Costelo. Did you mean The Costello School?' } }),
    );
    const lines = textOf(card).split('\n');
    expect(lines.slice(0, 2)).toEqual([
      '1 thing to put right',
      'School: No school is called Costelo. Did you mean The Costello School?',
    ]);
    const at = card.body.findIndex((element) => element.id === 'search.school');
    expect(JSON.stringify(card.body[at - 1])).toContain('Did you mean The Costello School?');
  });

  test('a value too long to show is left out whole, the form says so, and the answer does not name it', () => {
    const card = renderForm(form({ values: { ...values, says: 'z'.repeat(30_000) } }));
    expect(textOf(card)).toContain('too long to change in this form. It stays as it is.');
    const back = readSubmit(fillIn(card, {}));
    expect(back).toMatchObject({ values: { name: 'Jo' } });
    expect(back && 'values' in back && 'says' in back.values).toBe(false);
  });

  test('a form stays under 80 KB', () => {
    const many = Array.from(
      { length: 9 },
      (_, index): Field => ({
        id: `f${index}`,
        label: 'Notes',
        optional: true,
        kind: 'longText',
      }),
    );
    const filled = Object.fromEntries(many.map((field) => [field.id, '"'.repeat(5_000)]));
    const card = renderForm(form({ fields: many, values: filled }));
    expect(Buffer.byteLength(JSON.stringify(card), 'utf16le')).toBeLessThanOrEqual(80 * 1024);
    expect(inputsOf(card).length).toBeGreaterThan(0);
  });

  test('a field called token or session does not disturb the form', () => {
    const odd: Field[] = ['token', 'session'].map((id) => ({
      id,
      label: id,
      optional: true,
      kind: 'text',
    }));
    const card = renderForm(form({ fields: odd, values: { token: 'a', session: 'b' } }));
    expect(readSubmit(fillIn(card, {}))).toMatchObject({
      session: 'session-1',
      values: { token: 'a', session: 'b' },
    });
  });

  test('data that is none of ours is nothing', () => {
    for (const data of [null, undefined, 'x', 3, [], {}, { token: 7 }, { session: '' }]) {
      expect(readSubmit(data)).toBeNull();
    }
  });
});
