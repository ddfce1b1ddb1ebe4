import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { Arranging } from './contract.layouts.ts';
import type { SheetLayout } from './contract.parts.ts';
import { problem } from './problems.ts';
import type { Layout } from './rules.layouts.ts';
import type { Destination } from './service.commune.ts';
import { layoutsOver } from './store.layouts.ts';

/** What is said of sheets in a file of its own, by their names. */
export const LayoutFile = z.array(Arranging.omit({ id: true })).min(1);
export type LayoutFile = z.infer<typeof LayoutFile>;

/** What anybody said of layouts whose area holds the destination: for who acts in no post. What is said nearer by counts. */
export const layoutsFor = (ctx: Ctx, { area }: Destination): Promise<Map<string, Layout>> => (area.areaPath === null ? Promise.resolve(new Map()) : layoutsOver(ctx.db, area.areaPath));

/** Layouts as they are remembered, from what a file says of the sheets that were found. Throws `import.no-such-sheet`. */
export function layoutsSaid(said: LayoutFile, found: readonly SheetLayout[], file: string, at: Date): Map<string, Layout> {
  return new Map(
    said.map(({ sheet, head, list, columns, classes }) => {
      const one = found.find((layout) => layout.sheet === sheet);
      if (!one) throw problem('import.no-such-sheet', { sheet, file });
      return [one.heads, { list, head: head && { first: head.first - one.found, last: head.last - one.found }, columns, classes, saved: { by: null, at: at.toISOString() } }];
    }),
  );
}
