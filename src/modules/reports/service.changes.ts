import { periodEndingOn, type Period } from '#kernel/period.ts';
import { showDate } from '#kernel/plain-date.ts';
import { showNumber } from '#kernel/show.ts';
import type { Language, Text } from '#kernel/text.ts';
import { FollowedClass } from '#modules/households/contract.changes.ts';
import type { FigureRow, Figures, MeasureId } from '#modules/measures/contract.ts';
import { changeId } from '#modules/measures/rules.flows.ts';
import type { ReportColumn } from './contract.ts';
import { checksOf, type Form } from './rules.forms.ts';

/** The list with which the changes of a table are compared, where it is one. */
export const sinceOf = ({ since }: Figures): Period | null => (since.length === 1 ? periodEndingOn(since[0]!) : null);

interface Line {
  split: { key: string; label: Text } | null;
  columns: readonly ReportColumn[];
}

/** Rows named in a note; the others are counted. */
const named = 3;

/** What a table of changes tells below: with which list it compares, and what in it does not add up. */
export function notesOfChanges(form: Form, lines: readonly Line[], figures: Figures): Text[] {
  return [...notesOfStart(lines, figures), ...brokenChecks(form, lines, figures)];
}

function notesOfStart(lines: readonly Line[], { since, total }: Figures): Text[] {
  if (since.length === 0) return [];
  const days = since.map(showDate).join(', ');
  const of = FollowedClass.options.find((one) => lines[0]!.columns.some(({ drill }) => drill?.change && drill.class === one));
  const unexplained = of === undefined ? 0 : (total.figures[changeId('households', of, 'unexplained') as MeasureId]?.value ?? 0);
  const number = (language: Language): string => showNumber(unexplained, language);
  return [
    {
      vi: `Đầu kỳ là danh sách ngày ${days}, của những thôn nay thuộc địa bàn. Hộ chuyển giữa hai thôn được tính tăng khác ở nơi đến và giảm khác ở nơi đi.`,
      en: `The start is the list of ${days}, of the villages that now lie in the area. A household that moves between villages is an other rise in one and an other fall in the other.`,
    },
    ...(unexplained === 0
      ? []
      : [
          {
            vi: `Trong giảm khác có ${number('vi')} hộ không còn trong danh sách mà chưa ghi nhận biến động nào.`,
            en: `Among the other exits are ${number('en')} households that are gone from the list without any event on record.`,
          },
        ]),
  ];
}

function brokenChecks(form: Form, lines: readonly Line[], { rows, total }: Figures): Text[] {
  return lines.flatMap(({ split, columns }) =>
    checksOf(form, columns, split?.key ?? null).flatMap(({ label, left, right }): Text[] => {
      const off = [total, ...rows].flatMap((row: FigureRow) => {
        const figureOf = (measure: MeasureId): number | null => row.figures[measure]!.value;
        const [one, other] = [left(figureOf), right(figureOf)];
        return one === null || other === null || one === other ? [] : [{ name: row.area.name, one, other }];
      });
      if (off.length === 0) return [];
      const list = (language: Language): string => off.slice(0, named).map(({ name, one, other }) => `${name} ${showNumber(one, language)} ≠ ${showNumber(other, language)}`).join('; ');
      const line = (language: Language): string => (split === null ? '' : ` (${split.label[language]})`);
      const rest = off.length > named ? { vi: ` và ${off.length - named} đơn vị khác`, en: ` and ${off.length - named} more` } : { vi: '', en: '' };
      return [{ vi: `Không khớp: ${label.vi}${line('vi')}: ${list('vi')}${rest.vi}.`, en: `Does not agree: ${label.en}${line('en')}: ${list('en')}${rest.en}.` }];
    }),
  );
}
