import { Button } from '@mantine/core';
import { IconArrowLeft, IconPlayerStop, IconPrinter, IconVolume } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { useSession } from '#modules/identity/web/parts/session.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { today, usePlace } from '#web/place.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Page } from '#web/ui/Page.tsx';
import { SimulatedBadge } from '#web/ui/SimulatedBadge.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import type { Slip } from '../contract.slip.ts';
import { showPeriod } from './file.ts';
import { slipQuery } from './queries.ts';
import styles from './Slip.module.css';

/** The result of a household in plain words, on one sheet: to be given to the family, or read out to it. */
export function SlipPage() {
  const { t } = useTranslation('households');
  const { id } = useParams({ from: '/shell/households/$id/slip' });
  const { of } = useSearch({ from: '/shell/households/$id/slip' });
  const { period } = usePlace();
  const { data: slip, error, refetch } = useQuery(slipQuery(id, of ?? period));
  return (
    <Page>
      <div className={`${styles.bar} no-print`}>
        <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} renderRoot={(props) => <Link {...props} to="/households/$id" params={{ id }} />}>
          {t('leaf.back')}
        </Button>
        {slip && <ReadOut slip={slip} />}
        {slip && (
          <Button leftSection={<IconPrinter size={17} stroke={1.7} aria-hidden />} onClick={() => window.print()}>
            {t('slip.print')}
          </Button>
        )}
      </div>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : slip === undefined ? <PageSkeleton /> : <Sheet slip={slip} />}
    </Page>
  );
}

function Sheet({ slip: { place, period, parts, foot, number } }: { slip: Slip }) {
  const { t } = useTranslation('households');
  const { say } = useLanguage();
  const { demonstration } = useSession();
  return (
    <article className={styles.sheet}>
      <header>
        <h1>{t('slip.title')}</h1>
        <p className={styles.quiet}>{[t('slip.round', { period: showPeriod(period) }), place, number && t('file.number', { number })].filter(Boolean).join(' · ')}</p>
        {demonstration && <SimulatedBadge long />}
      </header>
      {parts.map(({ key, title, lines }) => (
        <section key={key} data-part={key}>
          <h2>{say(title)}</h2>
          {lines.map((line, index) => (
            <p key={index}>{say(line)}</p>
          ))}
        </section>
      ))}
      <footer>
        {foot.map((line, index) => (
          <p key={index}>{say(line)}</p>
        ))}
        <p>{t('leaf.printed', { day: showDate(today()) })}</p>
      </footer>
    </article>
  );
}

/** The voice of the browser for a language, once it has told its voices; none where it has none that fits. */
function useVoice(language: string): SpeechSynthesisVoice | undefined {
  const [voices, setVoices] = useState<readonly SpeechSynthesisVoice[]>([]);
  useEffect(() => {
    if (!('speechSynthesis' in window)) return;
    const look = (): void => setVoices(speechSynthesis.getVoices());
    look();
    speechSynthesis.addEventListener('voiceschanged', look);
    return () => speechSynthesis.removeEventListener('voiceschanged', look);
  }, []);
  return voices.find(({ lang }) => lang.toLowerCase().startsWith(language));
}

/** Reads the slip out with a voice of the device; not offered where it has none for the language. */
function ReadOut({ slip }: { slip: Slip }) {
  const { t } = useTranslation('households');
  const { language, say } = useLanguage();
  const voice = useVoice(language);
  // Held while they are spoken: a browser may forget one that nobody holds, and never tell its end.
  const [spoken, setSpoken] = useState<readonly SpeechSynthesisUtterance[]>([]);
  const isSpeaking = spoken.length > 0;
  useEffect(() => () => ('speechSynthesis' in window ? speechSynthesis.cancel() : undefined), []);
  if (!voice) return null;
  function speak(): void {
    const lines = slip.parts.flatMap(({ title, lines: own }) => [`${say(title)}.`, ...own.map(say)]);
    const utterances = lines.map((line) => {
      const utterance = new SpeechSynthesisUtterance(line);
      utterance.voice = voice!;
      utterance.lang = voice!.lang;
      utterance.rate = 0.9;
      utterance.onerror = () => setSpoken([]);
      return utterance;
    });
    utterances.at(-1)!.onend = () => setSpoken([]);
    for (const utterance of utterances) speechSynthesis.speak(utterance);
    setSpoken(utterances);
  }
  function stop(): void {
    speechSynthesis.cancel();
    setSpoken([]);
  }
  return (
    <Button variant="default" leftSection={isSpeaking ? <IconPlayerStop size={17} stroke={1.7} aria-hidden /> : <IconVolume size={17} stroke={1.7} aria-hidden />} onClick={isSpeaking ? stop : speak}>
      {t(isSpeaking ? 'slip.stop' : 'slip.readOut')}
    </Button>
  );
}
