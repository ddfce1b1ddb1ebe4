import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '#web/ui/Page.tsx';
import { NumberField } from '#web/ui/NumberField.tsx';
import { InformationMeans, LatrineKind, WaterSource, type Facts } from '../contract.facts.ts';
import type { Standard } from '../contract.packs.ts';
import { YesNo } from './Choice.tsx';
import type { Draft } from './draft.ts';
import { OneOf } from './Fields.tsx';
import { homeQuestions, type HomeQuestion, type HouseQuestion } from './questions.ts';
import styles from './SelfCheck.module.css';
import { useLawWords } from './parts/useLawWords.ts';

interface Props {
  draft: Draft;
  standard: Standard;
  onChange: (change: Partial<Draft>) => void;
}

const aboutWater: readonly HomeQuestion[] = ['waterSource', 'waterIsHygienic', 'latrine', 'latrineIsHygienic'];

/** House, water and latrine, information: what the standard asks of each. */
export function Home({ draft: { facts, date }, standard, onChange }: Props) {
  const { t } = useTranslation('standards');
  const { house, home } = homeQuestions(standard, date);
  const change = (some: Partial<Facts>): void => onChange({ facts: { ...facts, ...some } });
  const groups = [
    { title: t('check.group.water'), questions: home.filter((question) => aboutWater.includes(question)) },
    { title: t('check.group.information'), questions: home.filter((question) => !aboutWater.includes(question)) },
  ];
  return (
    <>
      {house.length > 0 && (
        <Section title={t('check.group.house')}>
          {house.map((question) => (
            <AboutHouse key={question} question={question} house={facts.house ?? emptyHouse} onChange={(next) => change({ house: next })} />
          ))}
        </Section>
      )}
      {groups.map(
        ({ title, questions }) =>
          questions.length > 0 && (
            <Section key={title} title={title}>
              {questions.map((question) => (
                <AboutHome key={question} question={question} facts={facts} onChange={change} />
              ))}
            </Section>
          ),
      )}
    </>
  );
}

type House = NonNullable<Facts['house']>;
const emptyHouse: House = { grade: null, wallsDurable: null, columnsDurable: null, roofDurable: null, floorArea: null };
const grades = ['permanent', 'semi_permanent', 'less_permanent', 'simple'] as const;

function AboutHouse({ question, house, onChange }: { question: HouseQuestion; house: House; onChange: (house: House) => void }) {
  const { t } = useTranslation('standards');
  const words = useLawWords();
  const label = t(`check.question.${question}`);
  if (question === 'grade') return <OneOf label={label} options={grades.map((grade) => ({ value: grade, label: words.kind(grade) }))} value={house.grade} onChange={(grade) => onChange({ ...house, grade })} />;
  if (question === 'floorArea') return <NumberField label={label} value={house.floorArea} most={100_000} decimals={1} onChange={(floorArea) => onChange({ ...house, floorArea })} />;
  return <YesNo label={label} value={house[question]} onChange={(value) => onChange({ ...house, [question]: value })} />;
}

function AboutHome({ question, facts, onChange }: { question: HomeQuestion; facts: Omit<Facts, 'members'>; onChange: (change: Partial<Facts>) => void }) {
  const { t } = useTranslation('standards');
  const words = useLawWords();
  const label = t(`check.question.${question}`);
  const named = <Value extends string>(kinds: readonly Value[]) => kinds.map((kind) => ({ value: kind, label: words.kind(kind) }));
  if (question === 'waterSource') return <OneOf label={label} options={named(WaterSource.options)} value={facts.waterSource} onChange={(waterSource) => onChange({ waterSource })} />;
  if (question === 'latrine') return <OneOf label={label} options={named(LatrineKind.options)} value={facts.latrine} onChange={(latrine) => onChange({ latrine })} />;
  if (question === 'informationMeans') return <Means means={facts.informationMeans} onChange={(informationMeans) => onChange({ informationMeans })} />;
  return <YesNo label={label} value={facts[question]} onChange={(value) => onChange({ [question]: value })} />;
}

/** What the household has; nothing ticked is unknown, „none“ is an empty list. */
function Means({ means, onChange }: { means: Facts['informationMeans']; onChange: (means: Facts['informationMeans']) => void }) {
  const { t } = useTranslation('standards');
  const words = useLawWords();
  const tick = (kind: InformationMeansKind): void => {
    const next = means?.includes(kind) ? means.filter((each) => each !== kind) : [...(means ?? []), kind];
    onChange(next.length > 0 ? next : null);
  };
  return (
    <fieldset className={styles.ticks}>
      <legend>{t('check.question.informationMeans')}</legend>
      {InformationMeans.options.map((kind) => (
        <Checkbox key={kind} label={words.kind(kind)} checked={means?.includes(kind) ?? false} onChange={() => tick(kind)} />
      ))}
      <Checkbox label={t('check.question.informationMeansNone')} checked={means?.length === 0} onChange={({ currentTarget: { checked } }) => onChange(checked ? [] : null)} />
    </fieldset>
  );
}

type InformationMeansKind = (typeof InformationMeans.options)[number];
