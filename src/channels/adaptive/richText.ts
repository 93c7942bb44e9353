import type { Element } from './elements';

/** A stretch of literal text: a TextRun reads no Markdown. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly subtle?: boolean;
  readonly warning?: boolean;
}

/**
 * A paragraph shown exactly as given. A RichTextBlock is used for everything a person may have written, since a
 * TextBlock and a FactSet read Markdown; it always wraps.
 */
export function richText(
  runs: readonly Run[],
  options: { separated?: boolean; tight?: boolean } = {},
): Element {
  return {
    type: 'RichTextBlock',
    inlines: runs
      .filter((run) => run.text !== '')
      .map((run) => ({
        type: 'TextRun',
        text: run.text,
        ...(run.bold ? { weight: 'Bolder' } : {}),
        ...(run.subtle ? { isSubtle: true } : {}),
        ...(run.warning ? { color: 'Attention' } : {}),
      })),
    ...(options.tight ? { spacing: 'Small' } : {}),
    ...(options.separated ? { separator: true, spacing: 'Medium' } : {}),
  };
}
