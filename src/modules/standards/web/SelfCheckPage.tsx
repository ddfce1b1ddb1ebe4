import { Button, Drawer, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronUp, IconRotate } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useLoaderData, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#modules/identity/web/parts/session.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { today } from '#web/place.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { DateField } from '#web/ui/DateField.tsx';
import { Page, Section } from '#web/ui/Page.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import type { StandardView } from '../contract.ts';
import { classify } from '../rules.ts';
import { Choice } from './Choice.tsx';
import { askedDirectly, dayFor, emptyDraft, factsOf, worksOut, type Draft } from './draft.ts';
import { Home } from './Home.tsx';
import { Income } from './Income.tsx';
import { Answers } from './Answers.tsx';
import { Members } from './Members.tsx';
import { standardQuery, standardsQuery } from './queries.ts';
import { asksMembers } from './questions.ts';
import { Result, useDeprived } from './Result.tsx';
import styles from './SelfCheck.module.css';

/** Answers of a household on one side, the class and its reasons on the other as one answers. Nothing leaves the browser. */
export function SelfCheckPage() {
  const { id } = useLoaderData({ from: '/open/self-check' });
  const { data: view } = useSuspenseQuery(standardQuery(id));
  const { standard, instruments, locals } = view;
  const { demonstration } = useSession();
  const [kept, setDraft] = useState<Draft>(() => emptyDraft(dayFor(standard, today())));
  const change = (some: Partial<Draft>): void => setDraft((before) => ({ ...before, ...some }));

  // A choice that this standard does not offer is kept for the way back, and does not count.
  const instrument = instruments.find(({ status }) => status === 'complete' || (status === 'sample' && demonstration)) ?? null;
  const draft: Draft = {
    ...kept,
    route: kept.route === 'answers' && instrument === null ? 'stated' : kept.route,
    way: worksOut(standard) ? kept.way : 'quick',
    local: locals.some((local) => local.id === kept.local) ? kept.local : null,
  };
  const result = useMemo(
    () =>
      classify(factsOf(draft, standard), standard, {
        date: draft.date,
        area: draft.area,
        region: draft.region,
        instrument: draft.route === 'answers' ? instrument : null,
        local: locals.find((local) => local.id === draft.local) ?? null,
        demonstration,
      }),
    [kept, view, demonstration],
  );

  return (
    <Page>
      <Head onRestart={() => setDraft(emptyDraft(dayFor(standard, today())))} />
      <div className={styles.columns}>
        <form className={`${styles.form} no-print`} onSubmit={(event) => event.preventDefault()}>
          <Where view={view} draft={draft} onChange={change} />
          <Income draft={draft} instrument={instrument} onChange={change} />
          <Way view={view} draft={draft} onChange={change} />
          {draft.way === 'full' && asksMembers(standard, draft.date) && <Members draft={draft} standard={standard} onChange={change} />}
          {draft.way === 'full' && <Home draft={draft} standard={standard} onChange={change} />}
          {askedDirectly(standard, draft.way).length > 0 && <Answers draft={draft} standard={standard} onChange={change} />}
        </form>
        <ResultSide result={result} view={view} draft={draft} />
      </div>
    </Page>
  );
}

function Head({ onRestart }: { onRestart: () => void }) {
  const { t } = useTranslation('standards');
  return (
    <div className="no-print">
      <PageHeader
        title={t('check.screen')}
        actions={
          <Button variant="default" leftSection={<IconRotate size={16} aria-hidden />} onClick={onRestart}>
            {t('check.restart')}
          </Button>
        }
      >
        <p className={styles.lead}>
          {t('check.lead')} <strong>{t('check.notDecision')}</strong> {t('check.notStored')}
        </p>
      </PageHeader>
    </div>
  );
}

interface PartProps {
  view: StandardView;
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}

/** The standard, the area, the province's own lines where there are any, and the day for ages. */
function Where({ view: { standard, locals }, draft, onChange }: PartProps) {
  const { t } = useTranslation('standards');
  const { say } = useLanguage();
  const navigate = useNavigate();
  const { data: standards } = useSuspenseQuery(standardsQuery());
  const choose = (id: string): void => {
    const chosen = standards.find((each) => each.id === id)!;
    onChange({ date: dayFor(chosen, today()) });
    void navigate({ to: '/self-check', search: (before) => ({ ...before, standard: id }), replace: true, resetScroll: false });
  };
  const areas = [
    { value: 'rural' as const, label: t('check.where.rural') },
    { value: 'urban' as const, label: t('check.where.urban') },
    { value: 'unknown' as const, label: t('check.answer.unknown') },
  ];
  return (
    <Section title={t('check.where.title')}>
      <NativeSelect
        label={t('check.where.standard')}
        maw={320}
        value={standard.id}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={standards.map(({ id, period }) => ({ value: id, label: t('check.where.period', { period: say(period) }) }))}
      />
      <Link to="/standards/$id" params={{ id: standard.id }} className={styles.see!}>
        {t('check.where.seeStandard')}
      </Link>
      <Choice
        label={t('check.where.area')}
        hint={t('check.where.areaHint')}
        options={areas}
        value={draft.area ?? 'unknown'}
        onChange={(area) => onChange({ area: area === 'unknown' ? null : area })}
      />
      {locals.length > 0 && (
        <NativeSelect
          label={t('check.where.local')}
          maw={520}
          value={draft.local ?? ''}
          onChange={({ currentTarget }) => onChange({ local: currentTarget.value || null })}
          data={[{ value: '', label: t('check.where.localNone') }, ...locals.map(({ id, name }) => ({ value: id, label: say(name) }))]}
        />
      )}
      {draft.way === 'full' && (
        <div style={{ maxWidth: 220 }}>
          <DateField label={t('check.where.date')} required value={draft.date} onChange={(date) => date !== null && onChange({ date })} />
        </div>
      )}
    </Section>
  );
}

function Way({ view: { standard }, draft, onChange }: PartProps) {
  const { t } = useTranslation('standards');
  if (!worksOut(standard)) return <p className={styles.warning}>{t('check.way.fullNone')}</p>;
  const ways = [
    { value: 'quick' as const, label: t('check.way.quick') },
    { value: 'full' as const, label: t('check.way.full') },
  ];
  return <Choice label={t('check.way.label')} hint={t(draft.way === 'quick' ? 'check.way.quickHint' : 'check.way.fullHint')} options={ways} value={draft.way} onChange={(way) => onChange({ way })} stacked />;
}

/** The result: beside the form, or on a phone in a bar at the bottom that opens. */
function ResultSide(props: Parameters<typeof Result>[0]) {
  const { t } = useTranslation('standards');
  const { t: shell } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  const deprived = useDeprived();
  return (
    <>
      <aside className={styles.side} aria-labelledby="self-check-result" tabIndex={0}>
        <h2 id="self-check-result">{t('check.result.title')}</h2>
        <Result {...props} />
      </aside>
      <p className={styles.hidden} role="status">
        {t('check.result.title')}: {shell(`class.${props.result.class}`)}. {t('check.result.deprived')} {deprived(props.result)}.
      </p>
      <button type="button" className={`${styles.bar} no-print`} onClick={open}>
        <span className={styles.barWords}>
          <ClassChip value={props.result.class} />
          <span className={styles.hint}>
            {t('check.result.deprived')} {deprived(props.result)}
          </span>
        </span>
        <span className={styles.barOpen}>
          {t('check.result.open')}
          <IconChevronUp size={18} stroke={1.8} aria-hidden />
        </span>
      </button>
      <Drawer opened={opened} onClose={close} position="bottom" size="88%" title={t('check.result.title')} closeButtonProps={{ 'aria-label': shell('close'), size: 44 }}>
        <Result {...props} />
      </Drawer>
    </>
  );
}
