import { useLanguage } from '#web/i18n/language.ts';
import type { Classification } from '../../contract.ts';
import { stepText, type StepBook } from '../../rules.explain.ts';
import { ProvisionCite } from './ProvisionCite.tsx';
import styles from './parts.module.css';

/** The steps of a classification in words, in their order, each with the article that it rests on. */
export function Reasons({ result, book }: { result: Pick<Classification, 'steps'>; book: StepBook }) {
  const { language } = useLanguage();
  return (
    <ol className={styles.steps}>
      {result.steps.map((step, index) => (
        <li key={index}>
          <span>{stepText(step, language, book)}.</span>
          <ProvisionCite cited={book.citations[step.citation]!} />
        </li>
      ))}
    </ol>
  );
}
