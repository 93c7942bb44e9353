import { z } from 'zod';

/**
 * What Slack accepts of blocks and views, written from the Block Kit reference at docs.slack.dev and apart from the
 * renderer's own table, so that a mistake there does not hide itself. `breaches…` return what Slack would refuse.
 */
const text = (limit: number, min = 1) => z.string().min(min).max(limit);
const plain = (limit: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: text(limit).refine((value) => value.trim() !== '', 'blank'),
    emoji: z.boolean().optional(),
  });

const inlineText = z.strictObject({
  type: z.literal('text'),
  text: text(3000),
  style: z.strictObject({ bold: z.boolean().optional(), italic: z.boolean().optional() }).optional(),
});
const richSection = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(inlineText).min(1),
});
const richList = z.strictObject({
  type: z.literal('rich_text_list'),
  style: z.enum(['bullet', 'ordered']),
  elements: z.array(richSection).min(1),
});

const option = z.strictObject({ text: plain(75), value: text(75) });
const options = (max: number) => z.array(option).min(1).max(max).refine(unique, 'values repeat');
const groups = z
  .array(z.strictObject({ label: plain(75), options: options(100) }))
  .min(1)
  .max(100);
const action_id = text(255);

const button = z.strictObject({
  type: z.literal('button'),
  action_id,
  text: plain(75),
  value: text(2000),
  style: z.enum(['primary', 'danger']).optional(),
});

const menu = {
  action_id,
  placeholder: plain(150).optional(),
  options: options(100).optional(),
  option_groups: groups.optional(),
};
const inputElement = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('plain_text_input'),
    action_id,
    multiline: z.boolean().optional(),
    min_length: z.number().int().min(0).max(3000).optional(),
    max_length: z.number().int().min(1).max(3000).optional(),
    initial_value: text(3000).optional(),
    placeholder: plain(150).optional(),
  }),
  z.strictObject({
    type: z.literal('number_input'),
    action_id,
    is_decimal_allowed: z.boolean(),
    min_value: z
      .string()
      .regex(/^-?\d+$/)
      .optional(),
    max_value: z
      .string()
      .regex(/^-?\d+$/)
      .optional(),
    initial_value: z
      .string()
      .regex(/^-?\d+$/)
      .optional(),
  }),
  z.strictObject({
    type: z.literal('datepicker'),
    action_id,
    initial_date: z.iso.date().optional(),
  }),
  z.strictObject({
    type: z.literal('timepicker'),
    action_id,
    initial_time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    action_id,
    options: options(10),
    initial_option: option.optional(),
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    action_id,
    options: options(10),
    initial_options: options(10).optional(),
  }),
  z.strictObject({ type: z.literal('static_select'), ...menu, initial_option: option.optional() }),
  z.strictObject({
    type: z.literal('multi_static_select'),
    ...menu,
    initial_options: z.array(option).min(1).optional(),
  }),
  z.strictObject({
    type: z.literal('external_select'),
    action_id,
    min_query_length: z.number().int().min(0),
    placeholder: plain(150).optional(),
    initial_option: option.optional(),
  }),
]);

const block_id = text(255).optional();
const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), block_id, text: plain(150) }),
  z.strictObject({ type: z.literal('divider'), block_id }),
  // Slack takes an https address too; the bot has none to give.
  z.strictObject({
    type: z.literal('image'),
    block_id,
    slack_file: z.strictObject({ id: z.string().regex(/^F\w+$/) }),
    alt_text: text(2000),
    title: plain(2000).optional(),
  }),
  z.strictObject({ type: z.literal('section'), block_id, text: plain(3000) }),
  z.strictObject({ type: z.literal('context'), block_id, elements: z.array(plain(3000)).min(1).max(10) }),
  z.strictObject({ type: z.literal('actions'), block_id, elements: z.array(button).min(1).max(25) }),
  z.strictObject({
    type: z.literal('rich_text'),
    block_id,
    elements: z.array(z.union([richSection, richList])).min(1),
  }),
  z.strictObject({
    type: z.literal('input'),
    block_id,
    label: plain(2000),
    hint: plain(2000).optional(),
    optional: z.boolean().optional(),
    element: inputElement,
  }),
]);

const blocks = (max: number) =>
  z
    .array(block)
    .max(max)
    .refine((all) => uniqueStrings(all.flatMap(({ block_id: id }) => (id === undefined ? [] : [id]))), {
      message: 'block_id repeats',
    });
const modal = z.strictObject({
  type: z.literal('modal'),
  callback_id: text(255),
  private_metadata: z.string().max(3000).optional(),
  title: plain(24),
  submit: plain(24).optional(),
  close: plain(24).optional(),
  blocks: blocks(100),
});
const home = z.strictObject({ type: z.literal('home'), blocks: blocks(100) });

/** What Slack would refuse of a message's blocks and text. */
export function breachesOfMessage(message: { text: string; blocks: unknown }): string[] {
  return [...breaches(blocks(50), message.blocks), ...breaches(z.string().min(1).max(40_000), message.text)];
}

/** What Slack would refuse of a modal or Home view. */
export function breachesOfView(view: unknown): string[] {
  const type = typeof view === 'object' && view !== null && 'type' in view ? view.type : null;
  const found = breaches(type === 'home' ? home : modal, view);
  if (found.length > 0) return found;
  return [
    ...inputBreaches(modal.safeParse(view).data),
    ...(JSON.stringify(view).length > 250_000 ? ['too big'] : []),
  ];
}

function inputBreaches(view: z.infer<typeof modal> | undefined): string[] {
  return (view?.blocks ?? []).flatMap((one) => {
    if (one.type !== 'input') return [];
    const { element } = one;
    const offered = 'options' in element ? (element.options ?? []) : [];
    const grouped = 'option_groups' in element ? (element.option_groups ?? []).flatMap((g) => g.options) : [];
    const all = [...offered, ...grouped].map((each) => JSON.stringify(each));
    const chosen = [
      ...('initial_option' in element && element.initial_option ? [element.initial_option] : []),
      ...('initial_options' in element && element.initial_options ? element.initial_options : []),
    ].map((each) => JSON.stringify(each));
    const wrong: string[] = [];
    if (element.type !== 'external_select' && chosen.some((each) => !all.includes(each))) {
      wrong.push(`${one.block_id}: initial option is not among the options`);
    }
    if ((element.type === 'static_select' || element.type === 'multi_static_select') && all.length === 0) {
      wrong.push(`${one.block_id}: no options`);
    }
    if (element.type === 'plain_text_input' && element.initial_value && element.max_length !== undefined) {
      if (element.initial_value.length > element.max_length)
        wrong.push(`${one.block_id}: value over max_length`);
    }
    if (element.type === 'number_input' && element.initial_value !== undefined) {
      const value = Number(element.initial_value);
      if (element.min_value !== undefined && value < Number(element.min_value)) wrong.push('under min_value');
      if (element.max_value !== undefined && value > Number(element.max_value)) wrong.push('over max_value');
    }
    return wrong;
  });
}

function breaches(schema: z.ZodType, value: unknown): string[] {
  const malformed = /[\0\p{Surrogate}]/u.test(JSON.stringify(value).replaceAll('\\u0000', '\0'))
    ? ['not storable text']
    : [];
  // A lone surrogate is written as an escape by JSON.stringify.
  const surrogate = /(?<!\\)\\ud[89a-f][0-9a-f]{2}/i.test(JSON.stringify(value)) ? ['lone surrogate'] : [];
  const parsed = schema.safeParse(value);
  const issues = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return [...malformed, ...surrogate, ...issues];
}

function unique(all: readonly { value: string }[]): boolean {
  return uniqueStrings(all.map(({ value }) => value));
}

function uniqueStrings(all: readonly string[]): boolean {
  return new Set(all).size === all.length;
}
