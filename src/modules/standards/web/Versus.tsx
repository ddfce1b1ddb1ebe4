import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { today } from '#web/place.ts';
import { Section } from '#web/ui/Page.tsx';
import type { StandardView } from '../contract.ts';
import type { Standard } from '../contract.packs.ts';
import { knownOn, valueOn } from '../rules.values.ts';
import table from './LawTable.module.css';
import styles from './StandardPage.module.css';
import { areaKinds, lineNames, pairIndicators, type Fate, type IndicatorPair } from './values.ts';

const fates = ['same', 'changed', 'unclear', 'added', 'dropped'] as const satisfies readonly Fate[];

/** Two standards side by side, the older left: lines, numbers, and what became of each indicator. */
export function Versus({ one, two }: { one: StandardView; two: StandardView }) {
  const { t } = useTranslation('standards');
  const { say } = useLanguage();
  const [older, newer] = one.standard.from < two.standard.from ? [one.standard, two.standard] : [two.standard, one.standard];
  const pairs = pairIndicators(older, newer);
  const count = (fate: Fate): number => pairs.filter((pair) => pair.fate === fate).length;
  const summary = fates.flatMap((fate) => (count(fate) > 0 ? [t(`law.versus.count.${fate}`, { n: count(fate) })] : [])).join(', ');
  return (
    <Section title={t('law.versus.title')} note={summary}>
      <div className={table.scroll} tabIndex={0} role="region" aria-label={t('law.versus.title')}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('law.versus.what')}</th>
              <th scope="col">{say(older.period)}</th>
              <th scope="col">{say(newer.period)}</th>
              <th scope="col">{t('law.versus.change')}</th>
            </tr>
          </thead>
          <tbody>
            {lineNames.map((name) => (older.lines[name] || newer.lines[name]) && areaKinds.map((area) => <LineRow key={`${name}.${area}`} name={name} area={area} older={older} newer={newer} />))}
            <NumberRow title={t('law.versus.min')} was={valueOn(older.min_deprived, today()).value} is={valueOn(newer.min_deprived, today()).value} />
            <NumberRow title={t('law.versus.total')} was={older.indicators.length} is={newer.indicators.length} />
            {pairs.map((pair) => (
              <PairRow key={pair.code} pair={pair} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

interface LineRowProps {
  name: (typeof lineNames)[number];
  area: (typeof areaKinds)[number];
  older: Standard;
  newer: Standard;
}

/** One line in one area; null is not known, undefined that the standard has no such line. */
function LineRow({ name, area, older, newer }: LineRowProps) {
  const { t } = useTranslation('standards');
  const amount = ({ lines }: Standard): number | null | undefined => {
    const values = lines[name]?.[area];
    return values && (knownOn(values, today())?.value ?? null);
  };
  return <NumberRow title={t(`law.versus.${area}`, { line: t(`law.versus.${name}`) })} was={amount(older)} is={amount(newer)} />;
}

type Amount = number | null | undefined;

function NumberRow({ title, was, is }: { title: string; was: Amount; is: Amount }) {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  const show = (amount: Amount) => (amount === undefined ? t('law.versus.absent') : amount === null ? t('law.lines.unknown') : showNumber(amount, language));
  const difference = typeof was === 'number' && typeof is === 'number' ? is - was : null;
  const change =
    difference === null
      ? was === undefined || is === undefined
        ? t(was === undefined ? 'law.versus.added' : 'law.versus.dropped')
        : '–'
      : difference === 0
        ? t('law.versus.same')
        : t(difference > 0 ? 'law.versus.up' : 'law.versus.down', { n: showNumber(Math.abs(difference), language) });
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{show(was)}</td>
      <td>{show(is)}</td>
      <td>{change}</td>
    </tr>
  );
}

function PairRow({ pair: { code, older, newer, fate } }: { pair: IndicatorPair }) {
  const { t } = useTranslation('standards');
  const { say } = useLanguage();
  const words = (indicator: IndicatorPair['older']) => {
    if (!indicator) return <span className={styles.quiet}>{t('law.versus.absent')}</span>;
    const { threshold } = indicator;
    return (
      <>
        {say(indicator.name)}
        <span className={styles.block}>{say('unknown' in threshold ? threshold.unknown : threshold.deprived_when)}</span>
      </>
    );
  };
  return (
    <tr data-fate={fate}>
      <th scope="row">{code}</th>
      <td>{words(older)}</td>
      <td>{words(newer)}</td>
      <td>
        <span className={table.fate} data-fate={fate}>
          {t(`law.versus.${fate}`)}
        </span>
      </td>
    </tr>
  );
}
