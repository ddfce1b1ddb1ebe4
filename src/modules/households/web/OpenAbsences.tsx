import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Id } from '#kernel/ids.ts';
import { showNumber } from '#kernel/show.ts';
import { api } from '#web/api.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { usePlace } from '#web/place.ts';
import { usePeriodName } from '#web/shell/PeriodChooser.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { AbsenceAnswer } from '../contract.absences.ts';
import { Absences } from './parts/Absences.tsx';
import { absencesQuery, answerAbsences } from './queries.ts';

/** Households that a list did not name and of which nobody has said yet what became. */
export function OpenAbsences() {
  const { t } = useTranslation('households');
  const { language } = useLanguage();
  const periodName = usePeriodName();
  const queries = useQueryClient();
  const { area } = usePlace();
  const { data } = useQuery(absencesQuery(area));
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: ({ ids, answer }: { ids: readonly Id[]; answer: AbsenceAnswer }) => answerAbsences({ ids: [...ids], answer }),
    onSuccess: async ({ answered }) => {
      notifications.show({ message: t('absences.saved', { n: showNumber(answered, language) }) });
      await queries.invalidateQueries({ queryKey: api.households.key() });
    },
  });
  const [first] = data?.absences ?? [];
  if (!data || !first) return null;
  const rows = data.absences.map(({ id, household, head, village, last, source, period }) => ({
    id, household, head, last, village: village.name, hint: t('absences.missingIn', { source, period: periodName(period).toLocaleLowerCase('vi') }), answer: null, named: null,
  }));
  return (
    <Section title={t('absences.open')} note={t('absences.openNote', { n: showNumber(data.total, language) })}>
      <Absences
        label={t('absences.open')}
        rows={rows}
        asOf={data.absences.reduce((least, { asOf }) => (asOf < least ? asOf : least), first.asOf)}
        namesExits={data.absences.some(({ namesExits }) => namesExits)}
        showAnswers={false}
        isPending={isPending}
        error={error}
        onAnswer={async (ids, answer) => answer && mutateAsync({ ids, answer })}
      />
      {data.total > rows.length && <p>{t('absences.openShown', { n: showNumber(rows.length, language) })}</p>}
    </Section>
  );
}
