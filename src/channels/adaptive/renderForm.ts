import type { Field, FieldValue, Form } from '../../conversation/model/form';
import { type AdaptiveCard, adaptiveCard, type Element, unitsOf } from './elements';
import { heading } from './heading';
import { inputId } from './inputId';
import { limits } from './limits';
import { renderInput } from './renderInput';
import { richText } from './richText';
import { safeText } from './safeText';

/**
 * A form as a card with inputs, for a Teams dialog and the practice room. Errors are listed on top and stand at
 * their fields. A value is never shortened: a field that would not fit is left out and says so, and the submission
 * then does not name it.
 */
export function renderForm(form: Form): AdaptiveCard {
  const tooLong = new Set(
    form.fields.filter((field) => unitsIn(form.values[field.id]) > limits.formValue).map((field) => field.id),
  );
  for (;;) {
    const card = assemble(form, tooLong);
    if (unitsOf(card) <= limits.cardUnits) return card;
    const largest = largestField(form, tooLong);
    if (!largest) return card;
    tooLong.add(largest.id);
  }
}

/** The title of the dialog around the form. */
export function formTitle(form: Form): string {
  return safeText(form.title, limits.heading) || 'Rollcall';
}

function assemble(form: Form, tooLong: ReadonlySet<string>): AdaptiveCard {
  const shown = form.fields.filter((field) => !tooLong.has(field.id));
  const intro = form.intro ? [richText([{ text: safeText(form.intro, limits.text) }])] : [];
  const data = { session: form.session, fields: shown.map(inputId) };
  return adaptiveCard({
    fallbackText: formTitle(form),
    body: [
      ...errorList(form),
      ...intro,
      ...form.fields.flatMap((field) => renderField(form, field, tooLong.has(field.id))),
    ],
    actions: [
      {
        type: 'Action.Submit',
        title: safeText(form.submitLabel, limits.buttonLabel) || 'Save',
        style: 'positive',
        data,
      },
    ],
  });
}

function errorList(form: Form): Element[] {
  const wrong = form.fields.filter((field) => form.errors[field.id] !== undefined);
  if (wrong.length === 0) return [];
  const items = wrong.map((field) =>
    richText([
      { text: `${safeText(field.label, limits.label)}: `, bold: true },
      { text: safeText(form.errors[field.id] ?? '', limits.sentence) },
    ]),
  );
  return [
    {
      type: 'Container',
      style: 'attention',
      bleed: true,
      items: [
        heading(wrong.length === 1 ? '1 thing to put right' : `${wrong.length} things to put right`),
        ...items,
      ],
    },
  ];
}

function renderField(form: Form, field: Field, tooLong: boolean): Element[] {
  const error = form.errors[field.id];
  const errorLine =
    error === undefined
      ? []
      : [richText([{ text: `Error: ${safeText(error, limits.sentence)}`, warning: true, bold: true }])];
  const hint = field.hint ? [richText([{ text: safeText(field.hint, limits.sentence), subtle: true }])] : [];
  if (tooLong) {
    const sentence = ' What is written here is too long to change in this form. It stays as it is.';
    return [
      ...errorLine,
      richText([{ text: `${safeText(field.label, limits.label)}.`, bold: true }, { text: sentence }]),
    ];
  }
  return [...errorLine, renderInput(field, form.values[field.id] ?? null), ...hint];
}

function unitsIn(value: FieldValue | undefined): number {
  return typeof value === 'string' ? value.length : 0;
}

function largestField(form: Form, without: ReadonlySet<string>): Field | null {
  const size = (field: Field) => JSON.stringify(renderInput(field, form.values[field.id] ?? null)).length;
  const left = form.fields.filter((field) => !without.has(field.id));
  return left.reduce<Field | null>(
    (largest, field) => (!largest || size(field) > size(largest) ? field : largest),
    null,
  );
}
