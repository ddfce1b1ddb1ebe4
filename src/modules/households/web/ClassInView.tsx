import { IconAlertTriangleFilled, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#modules/identity/web/parts/session.ts';
import { ProvisionCite } from '#modules/standards/web/parts/ProvisionCite.tsx';
import { standardShortName, useStandard } from '#modules/rounds/web/parts/rounds.ts';
import { stepText } from '#modules/standards/rules.explain.ts';
import type { StandardView } from '#modules/standards/contract.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { Section } from '#web/ui/Page.tsx';
import { TableSkeleton } from '#web/ui/Skeletons.tsx';
import type { ClassRecord, HouseholdFile } from '../contract.ts';
import { CauseDialog, type CausesOf } from './CauseDialog.tsx';
import { DeprivationStrip } from './DeprivationStrip.tsx';
import { Evidence, isOfIndicator } from './Evidence.tsx';
import { FactList } from './FactList.tsx';
import { differs, inSentence, showPeriod } from './file.ts';
import styles from './Household.module.css';

interface Props {
  file: HouseholdFile;
  record: ClassRecord;
  /** As of today: then causes can be told. */
  isToday: boolean;
  /** Its class then stands in the head of the page already. */
  isNewest: boolean;
  /** Classes of the same period under other standards. */
  others: readonly ClassRecord[];
}

/** The class of one period: what it is, on what facts, what the household lacks, and each step of the reasoning with its article. */
export function ClassInView({ file, record, isToday, isNewest, others }: Props) {
  const { t } = useTranslation('households');
  const { language } = useLanguage();
  const view = useStandard(record.standard);
  const may = useMay();
  const [asked, setAsked] = useState<CausesOf | null>(null);
  const ask = isToday && file.standing === 'present' && may('household.sensitive') ? setAsked : null;
  return (
    <>
      <Section title={t('file.classOf', { period: showPeriod(record.period) })} note={view && standardShortName(view, language)}>
        {!isNewest && (
          <p className={styles.verdict}>
            <ClassChip value={record.class} />
          </p>
        )}
        {differs(record) && <Difference record={record} />}
        <FactList record={record} others={others} onCauses={ask && (() => ask({ indicator: null, name: t('facts.causes') }))} />
      </Section>
      {view ? (
        <>
          <DeprivationStrip record={record} standard={view.standard} onCauses={ask}>
            <Evidence record={record} view={view} />
          </DeprivationStrip>
          <Why record={record} view={view} />
        </>
      ) : (
        <TableSkeleton />
      )}
      {asked && <CauseDialog file={file} record={record} of={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

/** The list and the form tell different classes: which one counts, and what to do. */
function Difference({ record: { stated, computed, decision } }: { record: ClassRecord }) {
  const { t } = useTranslation('households');
  const { t: shell } = useTranslation();
  return (
    <div className={styles.warning} role="note">
      <IconAlertTriangleFilled size={18} aria-hidden />
      <div>
        <strong>{t('file.differs')}</strong>
        <p>
          {t('file.differsText', { stated: inSentence(shell(`class.${stated!}`)), computed: inSentence(shell(`class.${computed}`)) })}{' '}
          {decision ? t('file.officialByDecision', { number: decision.number }) : t('file.officialByForm')}
        </p>
      </div>
    </div>
  );
}

function Why({ record: { result, notes, missing }, view }: { record: ClassRecord; view: StandardView }) {
  const { t } = useTranslation('households');
  const { language, say } = useLanguage();
  return (
    <Section title={t('why.title')} note={t('why.note')}>
      {missing.length > 0 && <Told title={t('file.missing')} lines={missing.map(say)} warm />}
      {notes.length > 0 && <Told title={t('file.notes')} lines={notes.map(say)} />}
      <ol className={styles.steps}>
        {result.steps.filter((step) => !isOfIndicator(step)).map((step, index) => (
          <li key={index}>
            <span>{stepText(step, language, view)}.</span>
            <ProvisionCite cited={view.citations[step.citation]!} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Told({ title, lines, warm = false }: { title: string; lines: readonly string[]; warm?: boolean }) {
  const Icon = warm ? IconAlertTriangleFilled : IconInfoCircle;
  return (
    <div className={warm ? styles.warning : styles.told} role="note">
      <Icon size={18} stroke={1.7} aria-hidden />
      <div>
        <strong>{title}</strong>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
