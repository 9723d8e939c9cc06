import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { Template } from '../../../../worker/features/nda-templates/schema.ts';
import { countOf } from '../../lib/format.ts';
import { ApiError } from '../../lib/http.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { termsLine } from '../ndas/words.ts';
import { archiveTemplate, templatesQuery } from './api.ts';
import './templates.css';

const TemplateDialog = lazy(() => import('./template-dialog.tsx'));
const PdfDialog = lazy(() => import('./pdf-dialog.tsx'));

const forWhom = { any: 'for anyone who asks', investor: 'for investors', production: 'for production companies' };

/** The standard forms and one's own templates. */
export function TemplateList({ templates }: { templates: readonly Template[] }) {
  const client = useQueryClient();
  const [edited, setEdited] = useState<Template | null>(null);
  const [isBringing, setBringing] = useState(false);
  const standard = templates.find((template) => template.standard)?.terms;
  const archive = useMutation({ mutationFn: archiveTemplate, onSuccess: () => client.invalidateQueries({ queryKey: templatesQuery.queryKey }) });
  return (
    <>
      <ul className="list">
        {templates.map((template) => (
          <li key={template.id} className="template">
            <div>
              <p className="t-medium">{template.name} {template.standard && <Badge tone="line">Standard</Badge>}{template.file && <Badge tone="line">Your PDF</Badge>}</p>
              <p className="t-xs t-2 num">Version {template.version}, {forWhom[template.requester]}{!template.standard && `, used ${countOf(template.uses, 'time')}`}. {termsLine(template.terms)}.</p>
              {!template.standard && template.uses > 0 && <p className="t-xs t-3 mt-1">Locked as it was used: a change makes version {template.version + 1}, and nothing that was asked for or signed moves.</p>}
            </div>
            <div className="row row--wrap">
              <Button size="sm" aria-label={template.standard ? `Make your own from ${template.name}` : `Change ${template.name}`} onClick={() => setEdited(template)}>{template.standard ? 'Make your own' : 'Change'}</Button>
              {!template.standard && <Button size="sm" kind="quiet" aria-label={`Put away ${template.name}`} busy={archive.isPending && archive.variables === template.id} onClick={() => archive.mutate(template.id)}>Put away</Button>}
            </div>
          </li>
        ))}
      </ul>
      {archive.isError && <Notice tone="negative" announce>{archive.error instanceof ApiError ? archive.error.message : 'It could not be put away.'}</Notice>}
      {standard && <div className="mt-4"><Button onClick={() => setBringing(true)}>Use your own PDF</Button></div>}
      {isBringing && standard && <Suspense><PdfDialog from={null} standard={standard} onClose={() => setBringing(false)} /></Suspense>}
      {edited?.file && <Suspense><PdfDialog from={edited} standard={edited.terms} onClose={() => setEdited(null)} /></Suspense>}
      {edited && !edited.file && <Suspense><TemplateDialog from={edited} onClose={() => setEdited(null)} /></Suspense>}
    </>
  );
}
