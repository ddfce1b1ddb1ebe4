import { Button, type ButtonProps } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { HouseholdFilter, HouseholdSort } from '#modules/households/contract.ts';
import type { UnitSort } from '#modules/measures/rules.units.ts';
import type { FormId } from '#modules/reports/contract.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { fetchHouseholds, fetchNames, fetchUnits } from '../queries.ts';
import { useDownload, type Wanted } from './use-download.ts';

/** Takes the register along as it is shown: the same filter and order, all pages of it. */
export function HouseholdsFile({ filter, sort, disabled }: { filter: HouseholdFilter; sort: HouseholdSort; disabled: boolean }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  return <ExcelButton wanted={{ what: t('files.register'), fetch: () => fetchHouseholds(filter, sort, language) }} disabled={disabled} variant="default" />;
}

/** Takes a list by name along, whole. */
export function NamesFile({ disabled, ...wish }: { form: FormId; area: AreaRef; period: Period; map: PlainDate | undefined; disabled: boolean }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  return <ExcelButton wanted={{ what: t('files.names', { form: wish.form }), fetch: () => fetchNames(wish, language) }} disabled={disabled} />;
}

/** Takes the table of units along as it is shown. */
export function UnitsFile({ sort, ...place }: { area: AreaRef; period: Period; map: PlainDate | undefined; sort: UnitSort }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  return <ExcelButton wanted={{ what: t('files.units'), fetch: () => fetchUnits(place, sort, language) }} variant="subtle" size="compact-sm" />;
}

function ExcelButton({ wanted, ...look }: { wanted: Wanted } & Pick<ButtonProps, 'variant' | 'size' | 'disabled'>) {
  const { t } = useTranslation('interchange');
  const { download, isMaking } = useDownload();
  return (
    <Button {...look} className="no-print" leftSection={<IconFileSpreadsheet size={16} stroke={1.7} aria-hidden />} loading={isMaking} onClick={() => download(wanted)}>
      {t('files.excel')}
    </Button>
  );
}
