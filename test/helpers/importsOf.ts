import { posix } from 'node:path';

export interface Import {
  /** The importing file, as a path from src. */
  readonly file: string;
  /** What the import says. */
  readonly imported: string;
  /** The imported file as a path from src, without its ending; undefined for a package. */
  readonly source: string | undefined;
}

const IMPORT = /(?:\bfrom\s+|\bimport\s*\(?\s*|\brequire(?:\.resolve)?\s*\(\s*)(['"])([^'"\n]+)\1/g;

/** All that a source imports, exports from or requires. */
export function importsOf(file: string, text: string): readonly Import[] {
  return [...text.matchAll(IMPORT)].map(([, , imported = '']) => ({
    file,
    imported,
    source: imported.startsWith('.') ? posix.join(posix.dirname(file), imported) : undefined,
  }));
}
