import { useQuery } from '@tanstack/react-query';
import { templatesQuery } from '../../features/nda-templates/api.ts';
import { PitchForm } from '../../features/nda-templates/pitch-form.tsx';
import { RulesSection } from '../../features/nda-templates/rules-section.tsx';
import { TemplateList } from '../../features/nda-templates/template-list.tsx';
import { usePage } from '../../lib/use-page.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import '../../features/ndas/terms.css';
import '../../features/nda-templates/templates.css';

/** The forms that requests are made with, and which need no answer. */
export default function NdaTemplatesPage() {
  usePage({ title: 'NDA templates' });
  const { data, error, refetch, isFetching } = useQuery(templatesQuery);
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1 className="t-h1">NDA templates</h1>
          <p className="t-2">What readers sign for your pitches. A change makes a new version; what was signed stays as it was.</p>
        </div>
      </div>
      {error && data === undefined && <ErrorPanel title="The templates didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {data === undefined && !error && <div aria-busy="true"><Skeleton shape="table" count={4} /></div>}
      {data && (
        <>
          <TemplateList templates={data} />
          {!data.some(({ standard }) => !standard) && <p className="t-2 mt-4">You have no templates of your own yet: the standard forms serve your pitches.</p>}
          <PitchForm templates={data} />
        </>
      )}
      <RulesSection />
    </div>
  );
}
