import { Radio } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endOf } from '#kernel/period.ts';
import { isWithin } from '#kernel/plain-date.ts';
import { useSession } from '#modules/identity/web/parts/session.ts';
import { usePeriodName } from '#web/shell/PeriodChooser.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { ImportKind } from '../contract.ts';
import { DropZone } from './DropZone.tsx';
import styles from './NewImport.module.css';
import { NotCommune, NoRound, NotThen } from './Obstacles.tsx';
import { TemplateButton } from './TemplateButton.tsx';
import { useDestination } from './use-destination.ts';
import { useUpload, type Target } from './use-upload.ts';
import { decisionOf, noDecision, WholeDecision } from './WholeDecision.tsx';

/** The way in: what can be imported, the template, and the place to drop a file; or what stands in the way, before anything is sent. */
export function NewImport(target: Target) {
  const { t } = useTranslation('interchange');
  const { demonstration } = useSession();
  const navigate = useNavigate();
  const periodName = usePeriodName();
  const { area, hasRound, others, error, retry } = useDestination(target.area, target.period);
  const notCommune = target.kind === 'commune' && area !== undefined && area.level !== 'commune';
  const day = endOf(target.period);
  const notThen = target.kind === 'commune' && area !== undefined && !notCommune && !isWithin(day, area.from, area.to);
  const isBlocked = notCommune || notThen || hasRound === false;
  const period = periodName(target.period);
  return (
    <>
      <PageHeader title={t('screen')} place={area?.name} period={period} simulated={demonstration} />
      <div className={styles.about}>
        <p>{t('about.commune')}</p>
        <p>{t('about.aggregate')}</p>
      </div>
      <Radio.Group
        label={t('kind.label')}
        classNames={{ label: styles.label! }}
        value={target.kind}
        onChange={(kind) => void navigate({ to: '/import', search: (before) => ({ ...before, kind: ImportKind.parse(kind) }), replace: true })}
      >
        <div className={styles.kinds}>
          {ImportKind.options.map((kind) => (
            <Radio.Card key={kind} value={kind} className={styles.kind!}>
              <Radio.Indicator />
              <span>
                <span className={styles.kindName}>{t(`kind.${kind}`)}</span>
                <span className={styles.quiet}>{t(`kind.${kind}Is`)}</span>
              </span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      <div className={styles.file}>
        {!!error && <ErrorNotice error={error} onRetry={retry} />}
        {notCommune && <NotCommune name={area.name} others={others.filter(({ level }) => level === 'commune')} />}
        {notThen && <NotThen area={area} day={day} period={target.period} />}
        {area && !notCommune && !notThen && hasRound === false && <NoRound area={area} period={target.period} others={others} />}
        {!isBlocked && !error && <FileChooser key={`${target.area} ${target.period} ${target.kind}`} target={target} isReady={hasRound === true} />}
        {target.kind === 'commune' && area && !isBlocked && hasRound && (
          <div className={styles.template}>
            <TemplateButton area={target.area} period={target.period} />
            <p className={styles.quiet}>
              {t('template.why', { name: area.name, period: period.toLocaleLowerCase('vi') })} {t('template.own')}
            </p>
          </div>
        )}
      </div>
    </>
  );
}

function FileChooser({ target, isReady }: { target: Target; isReady: boolean }) {
  const { t } = useTranslation('interchange');
  const [draft, setDraft] = useState(noDecision);
  const decision = decisionOf(draft);
  const upload = useUpload({ ...target, decision: decision ?? undefined });
  return (
    <>
      {target.kind === 'commune' && isReady && <WholeDecision draft={draft} onChange={setDraft} />}
      <DropZone upload={upload} title={t('drop.here')} disabled={!isReady || decision === null} />
    </>
  );
}
