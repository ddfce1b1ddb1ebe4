import { Button } from '@mantine/core';
import { IconCalendarOff, IconFileImport, IconFilterOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AreaPage } from '#modules/areas/contract.ts';
import { useMay } from '#modules/identity/web/parts/session.ts';
import { OpenRound } from '#modules/rounds/web/parts/OpenRound.tsx';
import { useRoundName, useRounds } from '#modules/rounds/web/parts/rounds.ts';
import { usePlace } from '#web/place.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { TableSkeleton } from '#web/ui/Skeletons.tsx';
import styles from './Register.module.css';
import { noFilters } from './search.ts';
import type { Register } from './use-register.ts';

interface Props {
  register: Register;
  area: AreaPage | undefined;
}

/** Why the list is empty, and what to do next. */
export function EmptyRegister({ register, area }: Props) {
  const { t } = useTranslation('households');
  const { area: ref, period } = usePlace();
  const { rounds, ofPeriod } = useRounds(ref, period);
  const nameOf = useRoundName();
  if (rounds === undefined || area === undefined) return <TableSkeleton rows={3} />;

  if (ofPeriod.length === 0 && rounds.length === 0) {
    return (
      <EmptyState icon={IconCalendarOff} title={t('empty.noRounds', { area: area.name })} action={<OpenRound area={area} period={period} />}>
        {t('empty.noRoundsDo')}
      </EmptyState>
    );
  }
  if (ofPeriod.length === 0) {
    const byPeriod = [...new Map(rounds.map((round) => [round.period, round])).values()];
    const ways = byPeriod.map((round) => (
      <Button key={round.period} variant="default" renderRoot={(props) => <Link {...props} to="/households" search={(before) => ({ ...before, period: round.period })} />}>
        {nameOf(round)}
      </Button>
    ));
    return (
      <EmptyState icon={IconCalendarOff} title={t('empty.noRound', { area: area.name, period })} action={<Ways ways={ways} open={<OpenRound area={area} period={period} />} />}>
        {t('empty.noRoundDo')}
      </EmptyState>
    );
  }
  if (register.isFiltered) {
    return (
      <EmptyState
        icon={IconFilterOff}
        title={t('empty.noMatch')}
        action={
          <Button variant="default" onClick={() => register.change(noFilters)}>
            {t('filter.removeAll')}
          </Button>
        }
      >
        {t('empty.noMatchDo')}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={IconFileImport} title={t('empty.noList')} action={<ImportWay />}>
      {t('empty.noListDo')}
    </EmptyState>
  );
}

function Ways({ ways, open }: { ways: ReactNode; open: ReactNode }) {
  return (
    <span className={styles.ways}>
      {open}
      {ways}
    </span>
  );
}

function ImportWay() {
  const { t } = useTranslation('households');
  const may = useMay();
  return may('household.import') ? (
    <Button component={Link} to="/import">
      {t('empty.import')}
    </Button>
  ) : null;
}
