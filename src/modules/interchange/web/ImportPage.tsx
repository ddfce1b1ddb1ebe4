import { useSearch } from '@tanstack/react-router';
import { usePlace } from '#web/place.ts';
import { Page } from '#web/ui/Page.tsx';
import { NewImport } from './NewImport.tsx';
import { OneImport } from './OneImport.tsx';
import { RecentImports } from './RecentImports.tsx';

/** Brings lists and figures in from files: choose, see what would follow, load. */
export function ImportPage() {
  const { import: id, kind = 'commune' } = useSearch({ from: '/shell/import' });
  const { area, period } = usePlace();
  return (
    <Page>
      {id === undefined ? <NewImport area={area} period={period} kind={kind} /> : <OneImport key={id} id={id} />}
      <RecentImports current={id} />
    </Page>
  );
}
