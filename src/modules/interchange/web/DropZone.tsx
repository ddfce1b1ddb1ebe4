import { Button, FileButton, Progress } from '@mantine/core';
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import styles from './DropZone.module.css';
import type { Upload } from './use-upload.ts';

const megabyte = 1024 * 1024;
/** As the contract of the import says. */
const most = 64 * megabyte;
const accept = '.xlsx,.xlsm,.xls,.csv,.txt';

interface Props {
  upload: Upload;
  /** What to do, over the button. */
  title: string;
  hint?: string;
  label?: string;
  /** Small, beside what the last file was told. */
  compact?: boolean;
  disabled?: boolean;
}

/** Takes a file by dropping it or by its button, and shows how far it was sent. */
export function DropZone({ upload: { send, sending, error }, title, hint, label, compact = false, disabled = false }: Props) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const reset = useRef<() => void>(null);

  function take(files: readonly (File | null)[]): void {
    const [file] = files;
    // The same file may be chosen again.
    reset.current?.();
    if (!file) return;
    const refused =
      files.length > 1
        ? t('drop.one')
        : file.size === 0
          ? t('drop.empty', { file: file.name })
          : file.size > most
            ? t('drop.tooLarge', { file: file.name, found: showNumber(Math.ceil(file.size / megabyte), language), most: most / megabyte })
            : null;
    setRefusal(refused);
    if (refused === null) send(file);
  }

  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!disabled && !sending) take([...event.dataTransfer.files]);
  };

  return (
    <div>
      <div
        className={styles.zone}
        data-compact={compact || undefined}
        data-over={(over && !disabled) || undefined}
        data-disabled={disabled || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {sending ? (
          <Sending {...sending} />
        ) : (
          <>
            <IconFileSpreadsheet size={compact ? 24 : 32} stroke={1.3} aria-hidden className={styles.icon} />
            <div className={styles.words}>
              <p className={styles.title}>{over && !disabled ? t('drop.letGo') : title}</p>
              <p className={styles.hint}>{hint ?? t('drop.kinds', { most: most / megabyte })}</p>
            </div>
            <FileButton resetRef={reset} onChange={(file) => take([file])} accept={accept} disabled={disabled} inputProps={{ 'aria-label': label ?? t('drop.choose') }}>
              {(props) => (
                <Button {...props} variant={compact ? 'default' : 'filled'} disabled={disabled} leftSection={<IconUpload size={16} aria-hidden />}>
                  {label ?? t('drop.choose')}
                </Button>
              )}
            </FileButton>
          </>
        )}
      </div>
      {refusal && (
        <p role="alert" className={styles.refusal}>
          {refusal}
        </p>
      )}
      {!!error && !sending && !refusal && (
        <div className={styles.error}>
          <ErrorNotice error={error} />
        </div>
      )}
    </div>
  );
}

function Sending({ file, share }: { file: string; share: number }) {
  const { t } = useTranslation('interchange');
  const percent = Math.round(share * 100);
  return (
    <div className={styles.sending} role="status">
      <p className={styles.title}>{t('step.sending', { file })}</p>
      <Progress value={percent} aria-label={t('step.sending', { file })} animated={percent === 100} />
      <p className={styles.hint}>{percent < 100 ? `${percent} %` : t('step.received')}</p>
    </div>
  );
}
