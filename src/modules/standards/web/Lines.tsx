import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { showMoney, showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { today } from '#web/place.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { StandardView } from '../contract.ts';
import { knownOn, valueOn } from '../rules.values.ts';
import { Bands } from './Bands.tsx';
import { ProvisionCite } from './parts/ProvisionCite.tsx';
import table from './LawTable.module.css';
import styles from './StandardPage.module.css';
import { areaKinds, lineNames, type LineName } from './values.ts';

/** A value over time, or a sentence that says that it is not known. */
type Over = readonly { value: number; from: Parameters<typeof showDate>[0]; provision: string }[] | { unknown: { vi: string; en: string }; provision: string };

/** The values of a cell with their first days; the one that holds today stands out. */
function Values({ values, show }: { values: Over; show: (value: number) => string }) {
  const { t } = useTranslation('standards');
  const { say } = useLanguage();
  if ('unknown' in values) return <span className={styles.missing}>{t('law.lines.unknown')} <span className={styles.quiet}>{say(values.unknown)}</span></span>;
  const current = valueOn(values, today());
  return (
    <>
      {values.map((entry) => (
        <span key={entry.from} className={table.value} data-past={entry !== current || undefined}>
          <b>{show(entry.value)}</b>
          <span className={styles.quiet}>{t('law.since', { day: showDate(entry.from) })}</span>
        </span>
      ))}
    </>
  );
}

/** The provisions that the values of a row rest on, each once. */
function Provisions({ of, citations }: { of: readonly Over[]; citations: StandardView['citations'] }) {
  const ids = [...new Set(of.flatMap((values) => ('unknown' in values ? [values.provision] : values.map(({ provision }) => provision))))];
  return (
    <>
      {ids.map((id) => (
        <ProvisionCite key={id} cited={citations[id]!} more="note and day" />
      ))}
    </>
  );
}

/** The income lines, as a picture to scale and as a table. */
export function Lines({ view: { standard, citations } }: { view: StandardView }) {
  const { t } = useTranslation('standards');
  const { language, say } = useLanguage();
  const shown = lineNames.flatMap((name) => (standard.lines[name] ? [{ name, line: standard.lines[name] }] : []));
  return (
    <Section title={t('law.lines.title')} note={t('law.lines.note')}>
      <Bands standard={standard} />
      <div className={table.scroll} tabIndex={0} role="region" aria-label={t('law.lines.title')}>
        <table className={`${table.table} ${table.stacks}`}>
          <thead>
            <tr>
              <th scope="col">{t('law.lines.line')}</th>
              {areaKinds.map((area) => (
                <th key={area} scope="col" data-number>
                  {t(`law.lines.${area}`)}
                </th>
              ))}
              <th scope="col">{t('law.lines.basis')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ name, line }) => (
              <tr key={name}>
                <th scope="row">{capital(say(line.name))}</th>
                {areaKinds.map((area) => (
                  <td key={area} data-number>
                    <Values values={line[area]} show={(value) => showNumber(value, language)} />
                  </td>
                ))}
                <td>
                  <Provisions of={[line.rural, line.urban]} citations={citations} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const order = ['poor', 'near_poor', 'average', 'not_poor'] as const;

/** The rule of each class in words, put together from the lines and numbers of the standard. */
export function Classes({ view: { standard, citations } }: { view: StandardView }) {
  const { t } = useTranslation('standards');
  const { language, say } = useLanguage();
  const { lines, classes } = standard;
  const amounts = (name: LineName): string => {
    const of = (area: 'rural' | 'urban'): string => {
      const value = knownOn(lines[name]![area], today());
      return value ? showMoney(value.value, language) : t('law.lines.unknown');
    };
    return t('law.classes.amounts', { rural: of('rural'), urban: of('urban') });
  };
  const name = (line: LineName): string => say(lines[line]!.name);
  const min = valueOn(standard.min_deprived, today()).value;
  const upTo = (line: LineName): string => t('law.classes.upTo', { line: name(line), amounts: amounts(line) });
  const between = (lower: LineName, upper: LineName): string => t('law.classes.between', { lower: name(lower), upper: name(upper), amounts: amounts(upper) });
  const counted = lines.poor_alone ? between('poor_alone', 'criterion') : upTo('criterion');
  const averageIsKnown = areaKinds.every((area) => knownOn(lines.average[area], today()) !== null);
  const rules = {
    poor: [...(lines.poor_alone ? [t('law.classes.whatever', { income: upTo('poor_alone') })] : []), t('law.classes.enough', { income: counted, min })],
    near_poor: [t('law.classes.fewer', { income: counted, min })],
    average: [averageIsKnown ? between('criterion', 'average') : t('law.classes.averageUnknown')],
    not_poor: [t('law.classes.beyond', { line: name(averageIsKnown ? 'average' : 'criterion'), amounts: amounts(averageIsKnown ? 'average' : 'criterion') })],
  };
  return (
    <Section title={t('law.classes.title')} note={t('law.classes.note')}>
      <dl className={styles.classes}>
        {order.map((value, index) => (
          <div key={value}>
            <dt>
              <ClassChip value={value} />
            </dt>
            <dd>
              {rules[value].map((rule, way) => (
                <p key={rule}>
                  {way > 0 && <i>{t('law.classes.or')} </i>}
                  {way > 0 ? rule.charAt(0).toLowerCase() + rule.slice(1) : rule}.
                </p>
              ))}
              <ProvisionCite cited={citations[classes[value]]!} more={order.findIndex((each) => classes[each] === classes[value]) === index ? 'note and day' : 'day'} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** The scores of the paper forms, and the number of deprivations that counts. */
export function Scores({ view: { standard, citations } }: { view: StandardView }) {
  const { t } = useTranslation('standards');
  const { language, say } = useLanguage();
  const points = (value: number): string => t('law.scores.points', { n: showNumber(value, language) });
  return (
    <Section title={t('law.scores.title')} note={t('law.scores.note')}>
      <div className={table.scroll} tabIndex={0} role="region" aria-label={t('law.scores.title')}>
        <table className={`${table.table} ${table.stacks}`}>
          <thead>
            <tr>
              <th scope="col">{t('law.lines.line')}</th>
              {areaKinds.map((area) => (
                <th key={area} scope="col" data-number>
                  {t(`law.lines.${area}`)}
                </th>
              ))}
              <th scope="col">{t('law.lines.basis')}</th>
            </tr>
          </thead>
          <tbody>
            {(['poor_alone', 'criterion'] as const).map((name) => {
              const cut = standard.b1_cuts[name];
              const line = standard.lines[name];
              if (!cut || !line) return null;
              return (
                <tr key={name}>
                  <th scope="row">{t('law.scores.cut', { line: say(line.name) })}</th>
                  {areaKinds.map((area) => (
                    <td key={area} data-number>
                      <Values values={cut[area]} show={points} />
                    </td>
                  ))}
                  <td>
                    <Provisions of={[cut.rural, cut.urban]} citations={citations} />
                  </td>
                </tr>
              );
            })}
            <tr>
              <th scope="row">{t('law.scores.perIndicator')}</th>
              <td data-number colSpan={2}>
                <Values values={standard.points_per_indicator} show={points} />
              </td>
              <td>
                <Provisions of={[standard.points_per_indicator]} citations={citations} />
              </td>
            </tr>
            <tr>
              <th scope="row">{t('law.scores.min')}</th>
              <td data-number colSpan={2}>
                <Values values={standard.min_deprived} show={(value) => t('law.scores.indicators', { n: value })} />
              </td>
              <td>
                <Provisions of={[standard.min_deprived]} citations={citations} />
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </Section>
  );
}
