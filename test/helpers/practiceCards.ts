import type { Card } from '../../src/conversation/model/card';
import type { Form } from '../../src/conversation/model/form';

/** A check card as Rollcall answers with, of a made-up child. */
export const checkCard: Card = {
  title: 'Check and save: 1 child',
  summary: 'Check 1 encounter, Festival Place 10:40',
  blocks: [
    { kind: 'heading', text: 'Kai Brown, 14' },
    {
      kind: 'facts',
      facts: [
        { label: 'School', value: 'The Costello School' },
        { label: 'Where', value: 'Festival Place' },
        { label: 'When', value: '10:40 today' },
        { label: 'With', value: '2 friends' },
        { label: 'Says', value: 'medical appointment', mark: 'not sure' },
        { label: 'Then', value: 'on the way back to school' },
        { label: 'Date of birth', value: 'none', mark: 'not said' },
      ],
    },
    {
      kind: 'text',
      text: 'Likely: Kai Brown, 14, Year 10, The Costello School (name, age and school agree)',
    },
    { kind: 'text', text: 'Nothing is saved until you press Save.', tone: 'subtle' },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Save', style: 'primary', token: 'token-save' },
        { label: 'Change', style: 'plain', token: 'token-change', opensForm: true },
        { label: 'Someone else', style: 'plain', token: 'token-else' },
        { label: 'Worried about this child', style: 'plain', token: 'token-worried' },
        { label: 'Throw away', style: 'danger', token: 'token-throw' },
      ],
    },
  ],
};

export const receiptCard: Card = {
  title: 'Saved as E-1042 at 10:53',
  summary: 'Saved as E-1042',
  blocks: [
    { kind: 'text', text: 'On the way back to school, not yet handed over.' },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Undo', style: 'plain', token: 'token-undo' },
        { label: 'Change', style: 'plain', token: 'token-change', opensForm: true },
      ],
    },
  ],
};

export const changeForm: Form = {
  session: 'form-1',
  title: 'Change the encounter',
  submitLabel: 'Save changes',
  fields: [
    { kind: 'text', id: 'givenName', label: 'Given name', optional: true },
    { kind: 'text', id: 'familyName', label: 'Family name', optional: true },
    { kind: 'number', id: 'age', label: 'Age', min: 4, max: 18, optional: true },
    { kind: 'search', id: 'school', label: 'School', source: 'schools', optional: true },
    { kind: 'time', id: 'time', label: 'Time', optional: false, hint: 'When you met the child' },
    {
      kind: 'choice',
      id: 'companion',
      label: 'With whom',
      optional: true,
      options: [
        { value: 'alone', label: 'Alone' },
        { value: 'friends', label: 'With friends' },
        { value: 'parent', label: 'With a parent or carer' },
      ],
    },
    { kind: 'yesNo', id: 'schoolContacted', label: 'School rung', optional: true },
    { kind: 'longText', id: 'note', label: 'Note', optional: true, maxLength: 1000 },
  ],
  values: {
    givenName: 'Kai',
    familyName: 'Brown',
    age: 14,
    school: 'The Costello School',
    time: '10:40',
    companion: 'friends',
    schoolContacted: false,
    note: null,
  },
  errors: {},
};
