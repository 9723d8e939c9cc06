import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { ownPitchQuery } from '../../features/editor/api.ts';
import { Editor } from '../../features/editor/editor.tsx';
import { EditorSkeleton } from '../../features/editor/editor-skeleton.tsx';
import { useMaker } from '../../features/editor/maker.ts';
import { ApiError } from '../../lib/http.ts';
import { usePage } from '../../lib/use-page.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';

export default function EditPitch() {
  const { id = '' } = useParams();
  const maker = useMaker();
  const { data, error, refetch, isFetching } = useQuery(ownPitchQuery(id));
  usePage({ title: data ? `Edit ${data.title}` : undefined });
  const isForeign = (error instanceof ApiError && error.status === 404) || (data !== undefined && data.tier !== 'owner');
  return (
    <div className="page">
      {isForeign ? (
        <Empty title="This pitch isn’t yours to edit" action={<ButtonLink to={paths.ownPitches.href(maker)}>Your pitches</ButtonLink>}>It may have been deleted, or it belongs to someone else.</Empty>
      ) : error ? (
        <ErrorPanel headingLevel={1} title="The pitch didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />
      ) : data === undefined ? (
        <EditorSkeleton />
      ) : <Editor key={data.id} pitch={data} />}
    </div>
  );
}
