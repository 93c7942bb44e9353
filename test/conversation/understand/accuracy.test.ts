import { allFields, type Measure, measure } from '../../../src/conversation/understand/measure';
import { examples, heldOutIds, understanding } from './sampleUnderstanding';

const written = [examples('messages'), examples('messages2')];
const all = written.flatMap((part) => part.examples);
const expected = new Map(written.flatMap((part) => [...part.expected]));
const own = examples('own');

const shares = (result: Measure): { intents: number; fields: number } => {
  const { right, counted } = allFields(result);
  return { intents: result.intentsRight / result.messages, fields: right / counted };
};

describe('messages of other officers are understood', () => {
  test('the examples the rules were written with', () => {
    const part = all.filter(({ id }) => !heldOutIds.has(id));
    const { intents, fields } = shares(measure({ understanding, examples: part, expected }));
    expect(intents).toBeGreaterThanOrEqual(0.99);
    expect(fields).toBeGreaterThanOrEqual(0.99);
  });

  test('the examples held out while the rules were written', () => {
    const part = all.filter(({ id }) => heldOutIds.has(id));
    const { intents, fields } = shares(measure({ understanding, examples: part, expected }));
    expect(intents).toBeGreaterThanOrEqual(0.98);
    expect(fields).toBeGreaterThanOrEqual(0.975);
  });

  test('further messages in thin kinds', () => {
    const { intents, fields } = shares(measure({ understanding, ...own }));
    expect(intents).toBeGreaterThanOrEqual(0.98);
    expect(fields).toBeGreaterThanOrEqual(0.98);
  });
});
