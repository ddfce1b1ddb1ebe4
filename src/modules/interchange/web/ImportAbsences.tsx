import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Id } from '#kernel/ids.ts';
import { endOf } from '#kernel/period.ts';
import { showNumber } from '#kernel/show.ts';
import type { AbsenceAnswer } from '#modules/households/contract.absences.ts';
import { Absences } from '#modules/households/web/parts/Absences.tsx';
import { useLanguage } from '#web/i18n/language.ts';
import { Section } from '#web/ui/Page.tsx';
import type { Import, ImportCheck } from '../contract.ts';
import { answerAbsent, importQuery } from './queries.ts';

/** Households of the last list that the file does not name: what became of them is said before the file is loaded, or asked later. */
export function ImportAbsences({ one, check }: { one: Import; check: ImportCheck }) {
  const { t } = useTranslation('interchange');
  const { t: ofHouseholds } = useTranslation('households');
  const { language } = useLanguage();
  const queries = useQueryClient();
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: ({ households, answer }: { households: readonly Id[]; answer: AbsenceAnswer | null }) => answerAbsent({ id: one.id, households: [...households], answer }),
    onSuccess: (checked) => queries.setQueryData(importQuery(one.id).queryKey, checked),
  });
  const { total, answered } = check.absent;
  if (total === 0) return null;
  const show = (value: number): string => showNumber(value, language);
  const rows = check.absences.map(({ household, villageNamed, ...rest }) => ({ ...rest, id: household, household, hint: villageNamed ? null : ofHouseholds('absences.villageAbsent') }));
  const left = total - rows.length;
  const later = one.state === 'done' && total > answered && (
    <Button size="xs" variant="default" renderRoot={(props) => <Link {...props} to="/corrections" search={(before) => ({ ...before, area: one.area.id, period: one.period })} />}>
      {t('absent.openLater', { n: show(total - answered) })}
    </Button>
  );
  return (
    <Section title={t('absent.title')} actions={later} note={t('absent.note', { total: show(total), answered: show(answered), open: show(total - answered) })}>
      <Absences
        label={t('absent.title')}
        rows={rows}
        asOf={endOf(one.period)}
        namesExits={check.namesExits}
        showAnswers
        isPending={isPending}
        error={error}
        {...(one.state === 'checked' && { onAnswer: (households: readonly Id[], answer: AbsenceAnswer | null) => mutateAsync({ households, answer }) })}
      />
      {left > 0 && <p>{t('absent.left', { n: show(left) })}</p>}
    </Section>
  );
}
