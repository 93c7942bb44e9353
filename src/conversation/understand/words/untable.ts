import labels from '../lexicon/labels.json';

const KIND_OF = new Map<string, string>();
for (const [kind, names] of Object.entries(labels)) for (const name of names) KIND_OF.set(name, kind);
for (const name of ['no', '#', 'num', 'number', 'nr', 'ref', 'enc']) KIND_OF.set(name, 'ignore');
for (const [name, kind] of [
  ['yr', 'year'],
  ['y', 'year'],
  ['yg', 'year'],
  ['sch', 'school'],
  ['loc', 'place'],
  ['o/c', 'outcome'],
  ['result', 'outcome'],
  ['said', 'reason'],
  ['why', 'reason'],
] as const)
  KIND_OF.set(name, kind);

/** The kind of field a label names, whatever its case, points and spaces; null where it is no label. */
function kindOf(cell: string): string | null {
  const plain = cell
    .toLowerCase()
    .replace(/[*_.:?]/g, '')
    .replace(/\(.*?\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return KIND_OF.get(plain) ?? KIND_OF.get(plain.replace(/s$/, '')) ?? null;
}

const cellsOf = (line: string, separator: RegExp): string[] => {
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split(separator);
  return cells.map((cell) => cell.trim());
};

const SEPARATORS = [/\|/, /\t/, /;/, /\s{2,}/, / \/ /, /\//, /,/];

/** A table or a form in columns, written out as lines the reader knows; any other text unchanged. */
export function untable(text: string): string {
  const lines = text.split(/\r?\n/);
  if (lines.length < 2) return text;
  return (asTable(lines) ?? asColumns(lines) ?? lines).join('\n') || text;
}

/** A heading row of labels with rows of values under it: each row becomes one child's line. */
function asTable(lines: readonly string[]): string[] | null {
  for (const [at, line] of lines.entries()) {
    for (const separator of SEPARATORS) {
      const kinds = cellsOf(line, separator).map(kindOf);
      const known = kinds.filter((kind) => kind !== null).length;
      if (kinds.length < 3 || known < kinds.length * 0.6 || !kinds.some(isNameKind)) continue;
      if (/:/.test(line.replace(/\d:\d/g, ''))) continue;
      const rows: string[][] = [];
      let end = at + 1;
      while (end < lines.length) {
        const row = lines[end] ?? '';
        const cells = cellsOf(row, separator);
        const isRule = /^[\s|:+=-]+$/.test(row) && row.trim() !== '';
        if (!isRule && (cells.length < Math.max(2, kinds.length - 1) || cells.length > kinds.length)) break;
        if (!isRule) rows.push(cells);
        end += 1;
      }
      const names = rows.map((cells) => nameIn(kinds, cells).toLowerCase());
      const written = rows.map((cells) => rowLine(kinds, cells, names));
      if (rows.length > 0) return [...lines.slice(0, at), ...written, ...lines.slice(end)];
    }
  }
  return null;
}

const isNameKind = (kind: string | null): boolean =>
  kind === 'name' || kind === 'given' || kind === 'family' || kind === 'surnameFirst';

const EMPTY_CELL = /^(?:|-|\?|n\/k|nk|n\/a|unknown|not known|blank|as above)$/i;

function nameIn(kinds: readonly (string | null)[], cells: readonly string[]): string {
  const cell = (kind: string): string => {
    const value = cells[kinds.indexOf(kind)] ?? '';
    return EMPTY_CELL.test(value) ? '' : value;
  };
  const turned = cell('name') || cell('surnameFirst');
  const [head = '', tail] = turned.split(/\s*,\s*/);
  const whole = [tail ?? '', head].filter(Boolean).join(' ');
  return whole || [cell('given'), cell('family')].filter(Boolean).join(' ');
}

function rowLine(
  kinds: readonly (string | null)[],
  cells: readonly string[],
  names: readonly string[],
): string {
  const name = nameIn(kinds, cells);
  const parts = kinds.flatMap((kind, i) => {
    const value = cells[i] ?? '';
    if (kind === null || kind === 'ignore' || isNameKind(kind)) return [];
    if (kind === 'contact') return /^y|told|rung|called|spoke/i.test(value) ? ['school contacted'] : [];
    if (EMPTY_CELL.test(value)) return [];
    // Another row's child named as the company.
    if (kind === 'companion' && names.includes(value.toLowerCase())) return ['with a friend'];
    return [worded(kind, value)];
  });
  const isRefused = /refus|unknown|not given|withheld|wouldn|declin/i.test(name) || name === '';
  // What is said comes first: after a school's name it would be the school's word.
  const ordered = [
    ...parts.filter((part) => /^says |^no reason/.test(part)),
    ...parts.filter((part) => !/^says |^no reason/.test(part)),
  ];
  return `${isRefused ? 'One child, name refused' : `Pupil named ${name}`}, ${ordered.join(', ')}.`;
}

function worded(kind: string, value: string): string {
  const bare = /^\d{1,2}$/.test(value);
  if (kind === 'age') return bare ? `aged ${value}` : value;
  if (kind === 'year') return /^(?:\d{1,2}|r)$/i.test(value) ? `year ${value}` : value;
  if (kind === 'dob') return `dob ${value}`;
  if (kind === 'school') return `school ${value}`;
  if (kind === 'place' || kind === 'time') return `met at ${value.replace(/^at /i, '')}`;
  if (kind === 'companion')
    return /^(?:with|w\/|alone|no|none|lone|n$|self)/i.test(value)
      ? value.replace(/^(?:no|none|n|self)$/i, 'alone')
      : `with ${value}`;
  if (kind === 'reason') return /^(?:none|no|nil|n)$/i.test(value) ? 'no reason given' : `says ${value}`;
  return value;
}

/** "Forename  Aarush", "CHILD........ May Sutton", or each label on a line above its value: to "label: value". */
function asColumns(lines: readonly string[]): string[] | null {
  const split = lines.map((line) => labelOf(line));
  if (split.filter((found) => found !== null).length >= 3) {
    return lines.map((line, i) => {
      const found = split[i];
      return found ? `${found.label}: ${found.value}` : line;
    });
  }
  // "FNAME Jakub", "LOC Tadley shops": a label and its value with nothing between.
  const bare = lines.map((line) => bareLabelOf(line));
  const labelled = bare.filter((found) => found !== null).length;
  if (
    labelled >= 5 &&
    labelled >= lines.length * 0.8 &&
    bare.some((found) => found !== null && isNameKind(kindOf(found.label)))
  )
    return lines.map((line, i) => {
      const found = bare[i];
      return found ? `${found.label}: ${found.value}` : line;
    });
  const isLabel = lines.map((line) => line.trim() !== '' && kindOf(line) !== null);
  const heads = lines.filter((_, i) => isLabel[i] && !isLabel[i + 1] && (lines[i + 1] ?? '').trim() !== '');
  if (heads.length < 3 || heads.length < lines.length * 0.4) return null;
  const out: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (isLabel[i] && !isLabel[i + 1] && lines[i + 1] !== undefined) {
      out.push(`${line.trim().replace(/:$/, '')}: ${lines[i + 1]}`);
      i += 1;
    } else out.push(line);
  }
  return out;
}

/** The longest label a line begins with, and what follows it. */
function bareLabelOf(line: string): { label: string; value: string } | null {
  const words = line.trim().split(/\s+/);
  if (/^[^\s]+(?:\s[^\s:=|>]+){0,3}?\s*[:=|>–-]/.test(line.trim())) return null;
  for (let size = Math.min(3, words.length - 1); size > 0; size--) {
    const label = words.slice(0, size).join(' ');
    if (kindOf(label) !== null) return { label, value: words.slice(size).join(' ') };
  }
  return null;
}

/** A label at the head of a line, parted from its value by dots, tabs or a wide gap. */
function labelOf(line: string): { label: string; value: string } | null {
  const found =
    /^\s*(?:[-•*>]\s*)?([\p{L}/ .]{1,30}?)(?:\s*\.{2,}\s*|\s*_{2,}\s*|\t+|\s{2,}|\s*(?:=>|->|»|~|›|>)\s*)(\S.*)$/u.exec(
      line,
    );
  if (!found) return null;
  const [, label = '', value = ''] = found;
  return kindOf(label) === null ? null : { label: label.trim(), value: value.trim() };
}
